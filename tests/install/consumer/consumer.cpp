// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A program that links ideary: splits, ingests and searches. Exits with 0 if all results are right.
#include <cstdio>
#include <string>

#include <ideary/error.hpp>
#include <ideary/field.hpp>
#include <ideary/index.hpp>
#include <ideary/query.hpp>
#include <ideary/split.hpp>
#include <ideary/text.hpp>
#include <ideary/writer.hpp>

int main(int argc, char **argv) {
    if (argc != 3) {
        std::fputs("usage: consumer INDEX FILE\n", stderr);
        return 2;
    }
    try {
        const auto split =
            ideary::split("# Talks 2030\n\n## Wanted\n\n- Owls in production\n", "a.md");
        if (split.ideas.size() != 1 || split.ideas[0].title != "Owls in production") {
            return 3;
        }
        ideary::ingest(argv[1], {argv[2]});
        const auto index = ideary::Index::open(argv[1]);
        const auto results = index.search(ideary::Query::parse("owls"));
        for (const auto &hit : results.hits) {
            std::printf("%s\n", hit.idea.title.c_str());
        }
        return results.total == 1 ? 0 : 4;
    } catch (const ideary::Error &error) {
        std::fprintf(stderr, "%s. %s\n", error.what(), error.hint().c_str());
        return error.exit_code();
    }
}
