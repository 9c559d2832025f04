// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a program that embeds ideary does: split a document, add ideas from memory and a file,
// search with filters and facets, cancel a run. Exit code 0 when all came out right.
#include <cstdio>
#include <string>

#include <ideary/error.hpp>
#include <ideary/index.hpp>
#include <ideary/json.hpp>
#include <ideary/query.hpp>
#include <ideary/split.hpp>
#include <ideary/writer.hpp>

namespace {

void add_thousand(ideary::Writer &writer) {
    ideary::SourceRef source;
    source.name = "board";
    source.event = "OwlConf 2031";
    for (int i = 0; i < 1000; ++i) {
        ideary::Idea idea;
        idea.id = std::to_string(i);
        idea.title = "Owls in production, part " + std::to_string(i);
        idea.year = 2030 + i % 2;
        writer.add(idea, source);
    }
}

int use(const char *path, const char *file) {
    const auto split = ideary::split("# Talks 2030\n\n## Wanted\n\n- Owls at night\n", "a.md");
    if (split.ideas.size() != 1) {
        return 3;
    }
    ideary::Writer writer(path);
    add_thousand(writer);
    writer.ingest({file});
    if (writer.commit().ideas_total != 1002) {
        return 4;
    }
    writer.replace_source({"board", "", "", "", {}, ""}, {});
    if (!writer.commit([](const ideary::Progress &) { return false; }).cancelled) {
        return 5;
    }
    ideary::SearchOptions options;
    options.filters = {{"year", "2031"}};
    options.facets = {"event"};
    const auto results = ideary::Index::open(path).search(ideary::Query::parse("owls"), options);
    for (const ideary::FacetValue &value : results.facets.at(0).values) {
        std::printf("%s %d\n", value.value.c_str(), static_cast<int>(value.count));
    }
    const bool json = ideary::to_json(results).find("\"total\":500") != std::string::npos;
    return json && results.hits.size() == 10 ? 0 : 6;
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 3) {
        std::fputs("usage: consumer INDEX FILE\n", stderr);
        return 2;
    }
    try {
        return use(argv[1], argv[2]);
    } catch (const ideary::Error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
