// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One document through all passes.
#include <algorithm>

#include "ideas/corrections.hpp"
#include "ideas/explain.hpp"
#include "ideas/extract/extract.hpp"
#include "ideas/extract/list_context.hpp"
#include "ideas/extract/normalize.hpp"
#include "ideas/ideas.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

/// S1: stated outright, else a 20xx in the title, else the year of a date.
std::optional<int> find_year(const source::Metadata &metadata, const AnnotatedOutline &outline) {
    if (metadata.year) {
        return metadata.year.value;
    }
    if (const int year = last_year(outline.title); year >= 2000) {
        return year;
    }
    if (metadata.date_year) {
        return metadata.date_year.value;
    }
    return outline.head_year > 0 ? std::optional(outline.head_year) : std::nullopt;
}

/// The language that most of the document is in.
std::string find_language(const source::Document &document) {
    const std::string &given = document.metadata.language.value;
    if (!given.empty()) {
        const std::string code = text::language_code(given);
        return code.empty() ? given : code;
    }
    constexpr std::size_t enough = 20000;
    std::string text;
    for (const Node &node : document.outline.nodes) {
        if (text.size() > enough) {
            break;
        }
        text += node.text.plain + "\n";
        for (const source::Text &cell : node.cells) {
            text += cell.plain + "\n";
        }
    }
    return text::guess_language(text);
}

/// `ann, bob`: handles in one field are several people.
std::vector<std::string> split_handles(const std::vector<std::string> &authors) {
    std::vector<std::string> result;
    for (const std::string &author : authors) {
        std::vector<std::string> parts;
        bool handles = author.find(", ") != std::string::npos;
        for (std::size_t at = 0; handles && at < author.size();) {
            const std::size_t end = std::min(author.find(", ", at), author.size());
            parts.push_back(author.substr(at, end - at));
            handles = words_of(parts.back()).size() == 1 && !capitalised(parts.back());
            at = end + 2;
        }
        if (handles) {
            result.insert(result.end(), parts.begin(), parts.end());
        } else {
            result.push_back(author);
        }
    }
    return result;
}

Source source_of(const source::Metadata &metadata, std::string_view name,
                 const AnnotatedOutline &outline) {
    Source source;
    source.path = std::string(name);
    source.title = stored_line(outline.title);
    source.url = metadata.url.value;
    source.authors = people_once(split_handles(metadata.authors.value));
    source.year = find_year(metadata, outline);
    source.event = stored_line(metadata.event ? metadata.event.value : find_event(outline.title));
    source.slug = source_slug(name, metadata.slug.value);
    return source;
}

/// Cuts what each idea takes over from its source where so many would hold too much of it.
bool fit(Source &source, std::size_t ideas) {
    constexpr std::size_t all = 5 << 20, least = 256;
    const std::size_t share = std::max(all / std::max<std::size_t>(ideas, 1), least);
    const std::size_t names = source.title.size() + source.url.size() + source.event.size();
    bool cut = names > share;
    if (cut) {
        source.title = text::truncate(source.title, share / 12); // four bytes each at most
        source.event = text::truncate(source.event, share / 12);
        source.url = source.url.size() > share / 3 ? std::string() : source.url;
    }
    while (source.authors.size() > 1 && bytes_of(source.authors) > share) {
        source.authors.resize(source.authors.size() / 2);
        cut = true;
    }
    return cut;
}

/// C4, P1, else a list of wishes.
std::vector<Draft> extract(AnnotatedOutline &outline, const std::vector<std::string> &authors) {
    if (is_notes(outline)) {
        AnnotatedOutline notes = outline;
        if (auto sessions = extract_notes(notes); !sessions.empty()) {
            return sessions;
        }
    }
    promote_labels(outline);
    if (auto proposals = extract_proposals(outline, authors)) {
        return std::move(*proposals);
    }
    attach_parts(outline);
    std::vector<Section> sections = make_sections(outline);
    classify_sections(outline, sections, authors);
    std::vector<Draft> drafts = extract_list(outline, sections, authors);
    drop_closing_headings(drafts);
    outline.sections = std::move(sections);
    return drafts;
}

Kind kind_of(Origin origin) {
    switch (origin) {
    case Origin::session:
        return Kind::note;
    case Origin::proposal:
        return Kind::proposal;
    default:
        return Kind::wish;
    }
}

/// What is said from outside holds for every idea.
bool is_given(const source::Sourced<std::string> &language) {
    return language.where == "option" || language.where == "sidecar";
}

/// Fills in what all ideas of a source share.
void complete(Draft &draft, const Source &source, const source::Metadata &metadata) {
    Idea &idea = draft.idea;
    const Kind kind = draft.given ? Kind::talk : kind_of(draft.origin);
    idea.kind = draft.kind.value_or(metadata.kind ? metadata.kind.value : kind);
    idea.year = source.year;
    idea.event = source.event;
    idea.language = idea.language.empty() ? source.language : idea.language;
    idea.source.path = source.path;
    idea.source.title = source.title;
    idea.source.url = source.url;
    if (!source.authors.empty() && idea.authors != source.authors) {
        idea.curator = source.authors.front();
    }
}

/// N5: what stands in comments, through the same passes; it has no title of its own.
std::vector<Draft> extract_hidden(source::Outline comments,
                                  const std::vector<std::string> &authors) {
    AnnotatedOutline outline = annotate(std::move(comments));
    split_plain_lines(outline);
    promote_bare_items(outline);
    promote_headings(outline);
    std::vector<Section> sections = make_sections(outline);
    classify_sections(outline, sections, authors);
    return extract_list(outline, sections, authors);
}

} // namespace

SplitResult split(source::Document document, std::string_view name, const Topics &topics,
                  const SourceOverrides &said, std::string *explanation) {
    if (document.is_data) {
        return split_records(std::move(document), name, topics);
    }
    SplitResult result;
    result.remarks = std::move(document.remarks);
    const std::string language = find_language(document);
    AnnotatedOutline outline = annotate(std::move(document.outline)); // what is large is held once
    split_plain_lines(outline);
    find_title(outline, document.metadata);
    result.source = source_of(document.metadata, name, outline);
    result.source.language = language;
    attach_details(outline);
    promote_bare_items(outline);
    promote_headings(outline);
    bool cut = fit(result.source, outline.blocks.size());
    std::vector<Draft> drafts = extract(outline, result.source.authors);
    cut = cut || outline.shared_cut;
    if (!said.ideas.empty()) {
        auto stale = apply_corrections(said.ideas, outline, result.source.authors, drafts);
        std::ranges::move(stale, std::back_inserter(result.remarks));
    }
    if (explanation != nullptr) {
        *explanation = explain(outline, drafts);
    }
    outline.blocks = {};
    if (said.hidden) {
        auto more = extract_hidden(std::move(document.comments), result.source.authors);
        std::ranges::move(more, std::back_inserter(drafts));
        std::ranges::stable_sort(drafts, {}, [](const Draft &d) { return d.idea.source.line; });
    }
    const std::vector<std::string> subject = list_subject(topics, result.source, drafts);
    if (!is_given(document.metadata.language)) {
        set_languages(drafts, language);
    }
    result.ideas.reserve(drafts.size());
    for (Draft &draft : drafts) {
        if (auto remark = normalize(draft.idea)) {
            result.remarks.push_back(std::move(*remark));
        }
        complete(draft, result.source, document.metadata);
        const std::string heading = stored_line(draft.heading);
        const TopicText text{.title = draft.idea.title,
                             .body = draft.idea.body,
                             .section = draft.idea.section,
                             .heading = heading,
                             .people = draft.idea.authors,
                             .subject = subject};
        draft.idea.topics = topics.file(text);
        if (explanation != nullptr) {
            *explanation += explain_topics(draft.idea.source.line, topics.explain(text));
        }
        if (!draft.idea.title.empty()) {
            result.ideas.push_back(std::move(draft.idea));
        }
    }
    if (cut) {
        Remark remark;
        remark.text = "title, authors or headings are too long to be kept with each of its ideas; "
                      "they are cut";
        result.remarks.push_back(std::move(remark));
    }
    if (result.ideas.empty()) {
        Remark remark;
        remark.text = "no ideas found in this document";
        result.remarks.push_back(std::move(remark));
    }
    for (Remark &remark : result.remarks) {
        remark.path = std::string(name);
    }
    return result;
}

} // namespace ideary::ideas
