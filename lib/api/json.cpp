// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideary/json.hpp"

#include <cmath>

#include "text/json_writer.hpp"

namespace ideary {

using text::JsonWriter;

namespace {

std::optional<std::int64_t> known(int line) {
    return line > 0 ? std::optional<std::int64_t>(line) : std::nullopt;
}

double rounded(double value, double unit) {
    return std::round(value * unit) / unit;
}

/// Writes the members from topics to source, which all forms share.
void write_facts(JsonWriter &json, const Idea &idea) {
    json.member("topics", idea.topics).member("section", idea.section);
    json.member_or_null("year", idea.year ? std::optional<std::int64_t>(*idea.year) : std::nullopt);
    json.member("authors", idea.authors).member_or_null("curator", idea.curator);
    json.member_or_null("event", idea.event).member_or_null("language", idea.language);
    json.key("group").null();
    json.key("source")
        .open('{')
        .member("path", idea.source.path)
        .member("title", idea.source.title);
    json.member_or_null("url", idea.source.url).member_or_null("line", known(idea.source.line));
    json.close('}');
}

void write_text(JsonWriter &json, const Idea &idea) {
    json.member("body", idea.body).key("links").open('[');
    for (const Link &link : idea.links) {
        json.open('{').member("text", link.text).member("url", link.url).close('}');
    }
    json.close(']');
}

void write_identity(JsonWriter &json, const Idea &idea) {
    json.member("id", idea.id).member("kind", kind_name(idea.kind)).member("title", idea.title);
}

void write_folded(JsonWriter &json, const std::vector<FoldedIdea> &folded) {
    json.key("folded").open('[');
    for (const FoldedIdea &each : folded) {
        json.open('{').member("id", each.id);
        json.member_or_null("year",
                            each.year ? std::optional<std::int64_t>(*each.year) : std::nullopt);
        json.close('}');
    }
    json.close(']');
}

/// Not rounded: the contributions add up to the score.
void write_contributions(JsonWriter &json, const Hit &hit) {
    json.key("contributions").open('[');
    for (const Contribution &each : hit.contributions) {
        json.open('{').member("term", each.term).member("kind", term_kind_name(each.kind));
        json.member_or_null("field", each.field).member("origin", origin_name(each.origin));
        json.member_or_null("typed", each.typed).member("found_in", each.found_in);
        json.key("ideas").integer(each.ideas).key("occurrences").number(each.occurrences);
        json.key("score").number(each.score).close('}');
    }
    json.close(']');
}

void write_explanation(JsonWriter &json, const QueryExplanation &explanation) {
    json.key("explanation").open('{').member("language", explanation.language);
    json.member("tree", explanation.tree).member("rewritten", explanation.rewritten);
    json.member("plan", explanation.plan).close('}');
}

void write_hit(JsonWriter &json, const Hit &hit, bool explained) {
    json.open('{').key("rank").integer(hit.rank).key("score").number(rounded(hit.score, 1e6));
    write_identity(json, hit.idea);
    json.member("title_marked", to_html(hit.title)).member("snippet", to_html(hit.snippet));
    write_facts(json, hit.idea);
    if (hit.folded) {
        write_folded(json, *hit.folded);
    }
    if (explained) {
        write_contributions(json, hit);
    }
    json.close('}');
}

void write_value(JsonWriter &json, const FacetValue &value) {
    json.open('{').member("value", value.value).key("count").integer(value.count);
    json.key("selected").boolean(value.selected).close('}');
}

void write_values(JsonWriter &json, const Facet &facet) {
    json.open('[');
    for (const FacetValue &value : facet.values) {
        write_value(json, value);
    }
    json.close(']');
}

void write_remarks(JsonWriter &json, const std::vector<Remark> &remarks) {
    json.key("remarks").open('[');
    for (const Remark &remark : remarks) {
        json.open('{').key("offset").integer(remark.offset).key("length").integer(remark.length);
        json.member("text", remark.text).close('}');
    }
    json.close(']');
}

JsonWriter answer() {
    JsonWriter json;
    json.open('{').key("schema_version").integer(json_schema_version);
    return json;
}

/// {"schema_version":1,NAME:[...]}
template <typename Value>
std::string answer_with_list(std::string_view name, const std::vector<Value> &values) {
    JsonWriter json = answer();
    json.key(name).open('[');
    for (const Value &value : values) {
        json.raw(to_json(value));
    }
    return json.close(']').close('}').text();
}

} // namespace

std::string to_json(const Idea &idea, IdeaForm form) {
    JsonWriter json;
    json.open('{');
    if (form == IdeaForm::exported) {
        json.key("ideary").integer(1);
    } else if (form == IdeaForm::hit) {
        json.key("rank").null().key("score").null();
    }
    write_identity(json, idea);
    if (form == IdeaForm::hit) {
        json.member("title_marked", to_html({idea.title, {}})).member("snippet", "");
    }
    write_facts(json, idea);
    write_text(json, idea);
    return json.close('}').text();
}

std::string to_json(const Hit &hit) {
    JsonWriter json;
    write_hit(json, hit, !hit.contributions.empty());
    return json.text();
}

std::string to_json(const Results &results) {
    JsonWriter json = answer();
    json.member("query", results.query).member("canonical", results.canonical);
    write_remarks(json, results.remarks);
    json.member_or_null("did_you_mean", results.did_you_mean.value_or(""));
    json.member_or_null("related_from", results.related_from);
    json.key("total").integer(results.total).key("took_ms").number(rounded(results.took_ms, 1e3));
    json.key("hits").open('[');
    for (const Hit &hit : results.hits) {
        write_hit(json, hit, results.explanation.has_value());
    }
    json.close(']').key("facets").open('{');
    for (const Facet &facet : results.facets) {
        json.key(facet.field);
        write_values(json, facet);
    }
    json.close('}');
    if (results.explanation) {
        write_explanation(json, *results.explanation);
    }
    return json.close('}').text();
}

std::string to_json(const Completion &completion) {
    JsonWriter json;
    json.open('{').member("query", completion.query).member("text", completion.text);
    json.member("kind", completion_name(completion.kind)).key("ideas").integer(completion.ideas);
    return json.close('}').text();
}

std::string to_json(const std::vector<Completion> &completions) {
    return answer_with_list("completions", completions);
}

std::string to_json(const FacetValue &value) {
    JsonWriter json;
    write_value(json, value);
    return json.text();
}

std::string to_json(const Facet &facet) {
    JsonWriter json = answer();
    json.member("field", facet.field).key("values");
    write_values(json, facet);
    return json.close('}').text();
}

std::string to_json(const Info &info) {
    JsonWriter json = answer();
    json.key("format").integer(info.format).key("ideas").integer(info.ideas);
    json.key("sources").integer(info.sources).key("bytes").integer(info.bytes);
    json.key("terms").integer(info.terms).key("generation").integer(info.generation);
    json.member("path", info.path).member("features", info.features);
    return json.member("analyzer", info.analyzer).close('}').text();
}

std::string to_json(const Finding &finding) {
    JsonWriter json;
    json.open('{').member("file", finding.file).member("problem", finding.problem);
    return json.member("remedy", finding.remedy).close('}').text();
}

std::string to_json(const std::vector<Finding> &findings) {
    return answer_with_list("findings", findings);
}

std::string to_json(const Remark &remark) {
    JsonWriter json;
    json.open('{').member("path", remark.path).member_or_null("line", known(remark.line));
    return json.member("text", remark.text).close('}').text();
}

std::string json_string(std::string_view text) {
    return JsonWriter().string(text).text();
}

} // namespace ideary
