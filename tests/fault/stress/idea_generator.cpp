// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "idea_generator.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace ideary::fault {
namespace {

constexpr std::string_view vocabulary[] = {
    "testing",       "python",     "teams",       "deployment",
    "services",      "database",   "queries",     "C++",
    "security",      "learning",   "models",      "web",
    "introduction",  "async",      "streams",     "scaling",
    "the",           "of",         "and",         "how",
    "kubernetes",    "CI/CD",      "monitoring",  "caching",
    "migrations",    "legacy",     "refactoring", "types",
    "compilers",     "parsing",    "search",      "indexing",
    "memory",        "threads",    "profiling",   "packaging",
    "community",     "mentoring",  "diversity",   "remote",
    "work",          "burnout",    "open",        "source",
    "licenses",      "funding",    "maintainers", "documentation",
    "accessibility", "design",     "frontend",    "Node.js",
    "WebAssembly",   "Rust",       "Go",          "Elixir",
    "functional",    "patterns",   "events",      "queues",
    "Django",        "ORM",        "templates",   "forms",
    "admin",         "signals",    "embedded",    "hardware",
    "robots",        "sensors",    "music",       "games",
    "maps",          "geodata",    "astronomy",   "biology",
    "climate",       "energy",     "privacy",     "ethics",
    "elections",     "journalism", "teaching",    "children",
    "Überraschung",  "Prüfungen",  "café",        "naïve",
    "機械学習",      "テスト",     "запросы",     "5.1",
    "PEP",           "703",        "GPT-4",       "don't",
    "property",      "fuzzing",    "mutation",    "coverage",
    "flaky",         "snapshots",  "tracing",     "logging",
    "metrics",       "alerts",     "incidents",   "postmortems",
    "chaos",         "latency",    "throughput",  "budgets",
    "estimates",     "roadmaps",   "k8s",         "serverless",
    "terraform",     "secrets",    "identity",    "passwords",
    "zygote",        "quokka",     "xylophone",   "ombudsman",
    "vexillology",   "palimpsest",
};
constexpr std::string_view topics[] = {"Testing",   "testing",          "Databases",        "Web",
                                       "Community", "Machine Learning", "machine learning", "C++",
                                       "Careers",   "Data, big & small"};
constexpr std::string_view sections[] = {"Beginners", "Going deep", "Going Deep", "Odds and ends",
                                         "Größeres"};
constexpr std::string_view authors[] = {"Ada Meier",  "ada  meier", "Bo Lind",
                                        "Zoë Ğül",    "Kim Park",   "José Núñez",
                                        "Jose Nunez", "山田太郎",   "O'Neil, Pat"};
constexpr std::string_view events[] = {"", "ExampleConf 2024", "exampleconf 2024", "PyFest 2025",
                                       "Rust Days 2023"};
constexpr std::string_view languages[] = {"en", "en", "en", "de", ""};
constexpr std::string_view facets[] = {"topic", "section",  "author", "event",
                                       "kind",  "language", "year"};

template <class Table> std::string pick(IdeaGenerator &generator, const Table &table) {
    return std::string(table[generator.below(std::size(table))]);
}

std::string json_text(const std::string &text) {
    std::string out = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            out += '\\';
        }
        out += letter == '\n' ? "\\n" : std::string(1, letter);
    }
    return out + '"';
}

std::string json_list(const std::vector<std::string> &list) {
    std::string out = "[";
    for (const std::string &each : list) {
        out += (out.size() > 1 ? "," : "") + json_text(each);
    }
    return out + "]";
}

std::string number(double score, Detail detail) {
    char text[64];
    std::snprintf(text, sizeof text, "%.17g",
                  detail == Detail::all ? score : static_cast<double>(static_cast<float>(score)));
    return text;
}

std::string join_list(const std::vector<std::string> &list) {
    std::string out;
    for (const std::string &each : list) {
        out += each + ";";
    }
    return out;
}

std::string marked(const MarkedText &text) {
    return to_html(text, "[", "]");
}

} // namespace

std::string_view IdeaGenerator::word() {
    // The smaller of two random indexes, so that the first words of the table are more frequent.
    const std::uint64_t one = below(std::size(vocabulary)), two = below(std::size(vocabulary));
    return vocabulary[std::min(one, two)];
}

std::string IdeaGenerator::words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += (i == 0 ? "" : " ") + std::string(word());
    }
    return text;
}

Idea IdeaGenerator::idea(const std::string &id) {
    Idea idea;
    idea.id = id;
    idea.kind = static_cast<Kind>(below(4));
    idea.title = words(2 + below(5));
    idea.body = words(below(40));
    for (std::uint64_t i = below(3); i > 0; --i) {
        idea.topics.push_back(pick(*this, topics));
    }
    if (below(2) == 0) {
        idea.section.push_back(pick(*this, sections));
    }
    if (below(5) != 0) {
        idea.year = static_cast<int>(2012 + below(14));
    }
    for (std::uint64_t i = below(3); i > 0; --i) {
        idea.authors.push_back(pick(*this, authors));
    }
    idea.event = pick(*this, events);
    idea.language = pick(*this, languages);
    idea.source = {"list.md", "A list of " + words(2), "https://example.org/list", 1};
    return idea;
}

std::string IdeaGenerator::clause() {
    switch (below(12)) {
    case 0:
        return "\"" + words(2) + "\"";
    case 1:
        return std::string(word()).substr(0, 3) + "*";
    case 2:
        return "+" + std::string(word());
    case 3:
        return "-" + std::string(word());
    case 4:
        return std::string(word()) + "~";
    case 5:
        return std::string(word()) + " NEAR/4 " + std::string(word());
    case 6:
        return "(" + words(2) + ") AND " + std::string(word());
    case 7:
        return "title:" + std::string(word());
    case 8:
        return below(2) == 0 ? "topic:testing" : "author:meier";
    case 9:
        return "year:" + std::to_string(2012 + below(10)) + "..2023";
    default:
        return std::string(word());
    }
}

QueryCase IdeaGenerator::query_case() {
    QueryCase query;
    for (std::uint64_t i = below(8) == 0 ? 0 : 1 + below(3); i > 0; --i) {
        query.text += clause() + " ";
    }
    query.all = below(6) == 0;
    SearchOptions &options = query.options;
    options.limit = below(4) == 0 ? 60 : 10;
    options.offset = below(6) == 0 ? below(30) : 0;
    options.sort = below(3) == 0 ? static_cast<Sort>(below(4)) : Sort::relevance;
    options.literal = below(8) == 0;
    if (below(4) == 0) {
        options.filters.push_back({"topic", "testing"});
    }
    if (below(5) == 0) {
        options.filters.push_back({"year", "2015..2022"});
    }
    if (below(3) == 0) {
        options.facets = {pick(*this, facets), pick(*this, facets)};
        options.facet_limit = below(2) * 5;
    }
    return query;
}

std::string json_line(const Idea &idea) {
    std::string line =
        "{\"id\":" + json_text(idea.id) + ",\"title\":" + json_text(idea.title) +
        ",\"body\":" + json_text(idea.body) + ",\"topics\":" + json_list(idea.topics) +
        ",\"authors\":" + json_list(idea.authors) + ",\"kind\":\"" + kind_name(idea.kind) + "\"";
    if (!idea.section.empty()) {
        line += ",\"section\":" + json_list(idea.section);
    }
    if (idea.year) {
        line += ",\"year\":" + std::to_string(*idea.year);
    }
    if (!idea.event.empty()) {
        line += ",\"event\":" + json_text(idea.event);
    }
    if (!idea.language.empty()) {
        line += ",\"language\":" + json_text(idea.language);
    }
    return line + "}";
}

std::vector<std::string> generate_records(IdeaGenerator &generator, std::size_t count) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i) {
        lines.push_back(json_line(generator.idea("n" + std::to_string(i))));
    }
    return lines;
}

std::string to_lines(const std::vector<std::string> &lines) {
    std::string text;
    for (const std::string &line : lines) {
        text += line + "\n";
    }
    return text;
}

std::string describe(const Idea &idea) {
    std::string out = idea.id + "|" + kind_name(idea.kind) + "|" + idea.title + "|" + idea.body +
                      "|" + join_list(idea.topics) + "|" + join_list(idea.section) + "|" +
                      join_list(idea.authors) + "|" + idea.curator + "|" + idea.event + "|" +
                      idea.language + "|" + std::to_string(idea.year.value_or(0));
    for (const Link &link : idea.links) {
        out += "|" + link.text + " " + link.url;
    }
    return out;
}

std::string describe(const Results &results, Detail detail) {
    std::string out = results.canonical + "\ntotal " + std::to_string(results.total) +
                      " related from " + std::to_string(results.related_from.value_or(0)) + "\n";
    out += "meant " + results.did_you_mean.value_or("-") + "\n";
    for (const Remark &remark : results.remarks) {
        out += "remark " + remark.text + "\n";
    }
    for (const Hit &hit : results.hits) {
        out += std::to_string(hit.rank) + " " + number(hit.score, detail) + " " +
               describe(hit.idea) + " " + marked(hit.title) + " " + marked(hit.snippet);
        if (detail == Detail::all) {
            out += " " + hit.idea.source.path + ":" + std::to_string(hit.idea.source.line);
        }
        out += "\n";
    }
    for (const Facet &facet : results.facets) {
        out += "facet " + facet.field + ":";
        for (const FacetValue &value : facet.values) {
            out +=
                " " + value.value + "=" + std::to_string(value.count) + (value.selected ? "!" : "");
        }
        out += "\n";
    }
    return out;
}

Results ask(const Index &index, const QueryCase &query) {
    return index.search(Query::parse(query.text, query.all), query.options);
}

} // namespace ideary::fault
