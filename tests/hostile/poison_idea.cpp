// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One malformed record among a thousand loses only that record.
#include <fmt/format.h>

#include "hostile.hpp"
#include "ideary/index.hpp"
#include "ideary/writer.hpp"

namespace ideary::hostile {
namespace {

constexpr int good = 999;
constexpr int poison_line = 500;

struct Poison {
    const char *name;
    std::string line;
    bool accepted = false; ///< unusual, but accepted as an idea
};

std::vector<Poison> all_poisons() {
    const std::string nul = "\\u0000";
    return {
        {"not JSON", R"({"title": "half of)"},
        {"another type", R"(["title", "text"])"},
        {"no title and no text", R"({"year": 2024})"},
        {"endless nesting", R"({"title": "x", "text": )" + std::string(100000, '[') + "}"},
        {"over 1 MiB", R"({"title": "x", "text": ")" + std::string(1200000, 'y') + "\"}"},
        {"a title of control characters", R"({"title": "\u200d\u202e\u0007"})"},
        {"a title of NULs", R"({"title": ")" + repeated(nul, 300) + "\"}"},
        {"NULs between letters", R"({"title": ")" + repeated("a" + nul, 300) + "\"}", true},
        {"half of a surrogate pair", R"({"title": "x \ud800 y"})", true},
        {"not UTF-8", "{\"title\": \"x \xff\xfe y\"}", true},
        {"combining marks", "{\"title\": \"e" + repeated("\u0301", 100000) + "\"}", true},
        {"one long word", R"({"title": ")" + std::string(300000, 'a') + "\"}", true},
        {"long values",
         R"({"title": "x", "topics": [")" + std::string(5000, 'b') + R"("], "event": ")" +
             std::string(5000, 'c') + "\"}",
         true},
        {"a huge year", R"({"title": "x", "year": 99999999999999999999})", true},
    };
}

std::string records_with(const Poison &poison) {
    std::string lines;
    for (int i = 1; i <= good + 1; ++i) {
        lines += i == poison_line ? poison.line + "\n"
                                  : fmt::format("{{\"title\": \"A good wish {}\"}}\n", i);
    }
    return lines;
}

void ingest_with(ReliabilityTest &test, const Poison &poison, int number) {
    const std::string name = fmt::format("lists/p{}.jsonl", number);
    const std::string index = test.at(fmt::format("index{}", number));
    test.write(name, records_with(poison));
    const IngestReport report = ingest(index, {test.at(name)});
    const std::uint64_t wanted = static_cast<std::uint64_t>(good) + (poison.accepted ? 1 : 0);
    test.expect(
        report.failed.empty() && report.ideas_total == wanted,
        fmt::format("{}: {} ideas in the index, not {}", poison.name, report.ideas_total, wanted));
    int located = 0;
    for (const Remark &remark : report.remarks) {
        located += remark.path == test.at(name) && remark.line == poison_line ? 1 : 0;
    }
    const bool reported = poison.accepted || (located == 1 && report.remarks.size() == 1);
    test.expect(reported, fmt::format("{}: {} remarks, {} of them with its file and line",
                                      poison.name, report.remarks.size(), located));
    const Index opened = Index::open(index);
    test.expect(opened.search(Query::parse("+good +wish +1000")).total == 1,
                std::string(poison.name) + ": ideas after it are not found");
    fault::remove_folder(index);
}

/// The same in a Markdown list.
void in_a_list(ReliabilityTest &test) {
    std::string list = "# Wishes\n\n";
    for (int i = 1; i <= good + 1; ++i) {
        list += i == poison_line ? "- \u200d\x01\x02\n" : fmt::format("- A good wish {}\n", i);
    }
    test.write("lists/list.md", list);
    const IngestReport report = ingest(test.at("index-list"), {test.at("lists/list.md")});
    test.expect(report.ideas_total == good && report.failed.empty(),
                fmt::format("a list: {} ideas in the index", report.ideas_total));
}

} // namespace

void poison_idea(ReliabilityTest &test) {
    const std::vector<Poison> poisons = all_poisons();
    int number = 0;
    for (const Poison &each : poisons) {
        ingest_with(test, each, ++number);
    }
    in_a_list(test);
    test.figure(fmt::format("{} malformed records, each among {} good ideas, {} failures",
                            poisons.size() + 1, good, test.failures()));
}

} // namespace ideary::hostile
