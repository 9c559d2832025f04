// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "options.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include <fmt/format.h>

namespace ideary::bench {
namespace {

struct OptionRow {
    std::string_view name, value, help;
    std::function<void(Options &, const std::string &)> set;
};

std::vector<std::string> cut_at_commas(const std::string &text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

int small_count(const std::string &text) {
    return static_cast<int>(std::min<std::uint64_t>(parse_count(text), 1000));
}

std::vector<std::uint64_t> counts(const std::string &text) {
    std::vector<std::uint64_t> result;
    for (const std::string &part : cut_at_commas(text)) {
        result.push_back(parse_count(part));
    }
    std::sort(result.begin(), result.end());
    return result;
}

const std::vector<OptionRow> &option_table() {
    using Text = const std::string &;
    static const std::vector<OptionRow> rows{
        {"corpus", "PATH", "measure over these lists or JSON Lines; may be given again",
         [](Options &o, Text text) { o.corpus.push_back(text); }},
        {"synthetic", "N", "measure over N made-up ideas",
         [](Options &o, Text text) { o.synthetic = parse_count(text); }},
        {"sweep", "N,N,...", "measure over made-up corpora of these sizes; show how cost grows",
         [](Options &o, Text text) { o.sweep = counts(text); }},
        {"model", "PATH", "what made-up ideas sound like; default: the lists of this project",
         [](Options &o, Text text) { o.model.push_back(text); }},
        {"seed", "S", "another number makes other ideas and queries (1)",
         [](Options &o, Text text) { o.spec.seed = parse_count(text); }},
        {"keep", "DIR", "keep what is built here, use what is there",
         [](Options &o, Text text) { o.keep = text; }},
        {"rebuild", "", "build again what --keep has", [](Options &o, Text) { o.rebuild = true; }},
        {"queries", "FILE", "ask these; default: made out of the index",
         [](Options &o, Text text) { o.queries = text; }},
        {"write-queries", "FILE", "write the queries to a file",
         [](Options &o, Text text) { o.write_queries = text; }},
        {"classes", "A,B,...", "only these classes of queries",
         [](Options &o, Text text) { o.classes = cut_at_commas(text); }},
        {"per-class", "N", "queries per class (36)",
         [](Options &o, Text text) { o.spec.per_class = parse_count(text); }},
        {"rounds", "N", "how often each query is timed (5)",
         [](Options &o, Text text) { o.rounds.counted = std::max(1, small_count(text)); }},
        {"warm-up", "N", "rounds that are not counted (1)",
         [](Options &o, Text text) { o.rounds.warm_up = small_count(text); }},
        {"peer-rounds", "N", "rounds with other engines (2)",
         [](Options &o, Text text) { o.peer_rounds = std::max(1, small_count(text)); }},
        {"no-peers", "", "without other engines", [](Options &o, Text) { o.with_peers = false; }},
        {"no-raw", "", "without raw Xapian writing the same terms",
         [](Options &o, Text) { o.with_raw = false; }},
        {"no-programs", "", "without running the command ideary",
         [](Options &o, Text) { o.with_programs = false; }},
        {"ideary", "PATH", "path of the command; default: in the folder of this program",
         [](Options &o, Text text) { o.program = text; }},
        {"format", "table|json", "output format (table)",
         [](Options &o, Text text) {
             if (text != "table" && text != "json") {
                 throw std::invalid_argument("--format is table or json");
             }
             o.as_json = text == "json";
         }},
        {"output", "FILE", "also write JSON to a file",
         [](Options &o, Text text) { o.output = text; }},
        {"compare", "FILE", "compare with a JSON report; given twice: compare two reports",
         [](Options &o, Text text) { o.compare.push_back(text); }},
        {"help", "", "this text", [](Options &o, Text) { o.help = true; }},
    };
    return rows;
}

const OptionRow &row_of(const std::string &name) {
    for (const OptionRow &row : option_table()) {
        if (row.name == name) {
            return row;
        }
    }
    throw std::invalid_argument("unknown option --" + name);
}

void check(const Options &options) {
    const int given = static_cast<int>(!options.corpus.empty()) +
                      static_cast<int>(options.synthetic.has_value()) +
                      static_cast<int>(!options.sweep.empty());
    if (given > 1) {
        throw std::invalid_argument("--corpus, --synthetic and --sweep: only one of them");
    }
    if (given == 0 && !options.help && options.compare.size() < 2) {
        throw std::invalid_argument("--corpus PATH, --synthetic N or --sweep N,N is required");
    }
    for (const std::string &name : options.classes) {
        if (std::none_of(class_table.begin(), class_table.end(),
                         [&](const ClassRow &row) { return row.name == name; })) {
            throw std::invalid_argument("unknown class: " + name);
        }
    }
}

} // namespace

std::uint64_t parse_count(const std::string &text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string unit = text.substr(digits);
    if (digits == 0 || digits > 12 || (unit != "" && unit != "k" && unit != "M")) {
        throw std::invalid_argument("not a number: " + text);
    }
    const std::uint64_t count = std::stoull(text.substr(0, digits));
    return unit == "M" ? count * 1000000 : unit == "k" ? count * 1000 : count;
}

Options parse_options(const std::vector<std::string> &arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (argument.compare(0, 2, "--") != 0) {
            throw std::invalid_argument("not an option: " + argument);
        }
        const std::size_t equals = std::min(argument.find('='), argument.size());
        const OptionRow &row = row_of(argument.substr(2, equals - 2));
        if (row.value.empty()) {
            row.set(options, {});
        } else if (equals < argument.size()) {
            row.set(options, argument.substr(equals + 1));
        } else if (++i < arguments.size()) {
            row.set(options, arguments[i]);
        } else {
            throw std::invalid_argument(argument + " needs a value");
        }
    }
    check(options);
    return options;
}

std::string usage() {
    std::string out = "ideary-bench: measures ideary, raw Xapian and other engines\n\n"
                      "  ideary-bench --corpus corpus/lists\n"
                      "  ideary-bench --synthetic 100k --format json --output new.json\n"
                      "  ideary-bench --synthetic 1M --keep /var/tmp/big --compare old.json\n\n";
    for (const OptionRow &row : option_table()) {
        out += fmt::format("  {:<24}{}\n", fmt::format("--{} {}", row.name, row.value), row.help);
    }
    out += "\nclasses of queries:\n";
    for (const ClassRow &row : class_table) {
        out += fmt::format("  {:<24}{}\n", row.name, row.help);
    }
    return out;
}

} // namespace ideary::bench
