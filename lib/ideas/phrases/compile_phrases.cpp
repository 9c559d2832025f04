// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// compile_phrases OUT FILE…: compiles phrase files (corpus/phrases/README.md) to a C++ source that
// defines phrase_table(). A malformed row fails the build. Runs at build time only.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "ideas/phrases/phrase_table.hpp"

namespace {

using namespace ideary::ideas;

struct Phrase {
    std::string text;
    int flags = 0;
    auto operator<=>(const Phrase &) const = default;
};

constexpr auto set_count = static_cast<std::size_t>(PhraseSet::count_);
using Tables = std::vector<std::set<Phrase>>;

/// All phrases that the `{a|b}` of a row stand for.
std::vector<std::string> expand(const std::string &row) {
    const std::size_t open = row.find('{');
    const std::size_t close = row.find('}');
    if (open == std::string::npos || close == std::string::npos) {
        if (open != close) {
            throw std::runtime_error("a brace is not closed or not opened");
        }
        return {row};
    }
    if (close < open || row.find('{', open + 1) < close) {
        throw std::runtime_error("braces are nested or in the wrong order");
    }
    std::vector<std::string> result;
    for (const std::string &rest : expand(row.substr(close + 1))) {
        for (std::size_t at = open + 1; at <= close;) {
            const std::size_t end = std::min(row.find('|', at), close);
            result.push_back(row.substr(0, open) + row.substr(at, end - at) + rest);
            at = end + 1;
        }
    }
    return result;
}

Phrase parse_phrase(std::string text) {
    Phrase phrase;
    if (text.starts_with('^')) {
        phrase.flags |= phrase_at_start;
        text.erase(0, 1);
    }
    while (text.ends_with('$') || text.ends_with('*')) {
        phrase.flags |= text.ends_with('$') ? phrase_at_end : phrase_open_word;
        text.pop_back();
    }
    phrase.text = folded(text);
    if (text.find_first_of("^$*") != std::string::npos) {
        throw std::runtime_error("`^` stands only at the start, `$` and `*` only at the end");
    }
    if (phrase.text.empty() || text.size() > 200) {
        throw std::runtime_error("the phrase is empty or longer than 200 bytes");
    }
    return phrase;
}

/// `[table language]`: the index of the table.
std::size_t parse_section(const std::string &line) {
    const std::size_t space = line.find(' ');
    if (space == std::string::npos || !line.ends_with(']')) {
        throw std::runtime_error("a section is `[table language]`");
    }
    const std::string language = line.substr(space + 1, line.size() - space - 2);
    const bool code = language.size() == 2 && language[0] >= 'a' && language[0] <= 'z';
    const auto *name = std::find(std::begin(phrase_set_names), std::end(phrase_set_names),
                                 std::string_view(line).substr(1, space - 1));
    if (name == std::end(phrase_set_names) || (language != "-" && !code)) {
        throw std::runtime_error("no such table or language");
    }
    return static_cast<std::size_t>(name - std::begin(phrase_set_names));
}

void read_file(std::istream &in, Tables &tables, int &number) {
    std::size_t table = set_count;
    std::set<std::string> section_rows;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line[0] == '#') {
            continue;
        }
        if (line[0] == '[') {
            table = parse_section(line);
            section_rows.clear();
            continue;
        }
        if (table == set_count || !section_rows.insert(line).second) {
            throw std::runtime_error("the row stands before any section or twice");
        }
        for (const std::string &text : expand(line)) {
            tables[table].insert(parse_phrase(text));
        }
    }
}

class Writer {
  public:
    explicit Writer(std::ostream &out) : out_(out) {}

    void write(const Tables &tables) {
        out_ << "// Written by compile_phrases.\n#include \"ideas/phrases/phrase_table.hpp\"\n\n"
             << "namespace ideary::ideas {\nnamespace {\nconstexpr PhraseEntry entries[] = {\n";
        std::vector<std::size_t> first{0};
        for (const auto &table : tables) {
            write_entries(table);
            first.push_back(first.back() + table.size());
        }
        out_ << "};\nconstexpr unsigned char text[] = {";
        for (std::size_t i = 0; i < text_.size(); ++i) {
            out_ << (i % 24 == 0 ? "\n" : "")
                 << static_cast<int>(static_cast<unsigned char>(text_[i])) << ',';
        }
        out_ << "};\nconstexpr std::size_t first[] = {";
        for (const std::size_t at : first) {
            out_ << at << ',';
        }
        out_ << "};\n}\n\nPhraseTable phrase_table(PhraseSet set) {\n"
             << "    const auto i = static_cast<std::size_t>(set);\n"
             << "    return {std::span(entries).subspan(first[i], first[i + 1] - first[i]),\n"
             << "            {reinterpret_cast<const char *>(text), sizeof text}};\n}\n}\n";
    }

  private:
    void write_entries(const std::set<Phrase> &table) {
        std::vector<std::pair<std::string_view, std::size_t>>
            open; // prefixes of the next, index + 1
        std::size_t index = 0;
        for (const Phrase &phrase : table) {
            while (!open.empty() && !phrase.text.starts_with(open.back().first)) {
                open.pop_back();
            }
            out_ << "{" << text_.size() << "," << phrase.text.size() << "," << phrase.flags << ","
                 << (open.empty() ? 0 : open.back().second) << "},\n";
            text_ += phrase.text;
            open.emplace_back(phrase.text, ++index);
        }
    }

    std::ostream &out_;
    std::string text_;
};

} // namespace

int main(int argc, char **argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: compile_phrases OUT FILE...\n");
        return 2;
    }
    Tables tables(set_count);
    for (int i = 2; i < argc; ++i) {
        std::ifstream in(argv[i]);
        int number = 0;
        try {
            if (!in) {
                throw std::runtime_error("cannot be read");
            }
            read_file(in, tables, number);
        } catch (const std::exception &error) {
            std::fprintf(stderr, "%s:%d: %s\n", argv[i], number, error.what());
            return 65;
        }
    }
    for (std::size_t i = 0; i < set_count; ++i) {
        if (tables[i].empty()) {
            std::fprintf(stderr, "no row of table %s\n", phrase_set_names[i].data());
            return 65;
        }
    }
    std::ofstream out(argv[1]);
    Writer(out).write(tables);
    out.close();
    return out ? 0 : 73;
}
