// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/lexicon/synonyms.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

constexpr std::size_t min_plural = 4; ///< letters; shorter words in -s are names (aws, dns, js)

bool ends_with(std::string_view form, std::string_view end) {
    return form.size() > end.size() && form.substr(form.size() - end.size()) == end;
}

bool is_ascii_letters(std::string_view form) {
    return std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Words of four letters in -is are plurals (apis); longer ones are not (analysis).
bool is_plural(std::string_view form) {
    return form.size() >= min_plural && is_ascii_letters(form) && ends_with(form, "s") &&
           !ends_with(form, "ss") && !ends_with(form, "us") &&
           (!ends_with(form, "is") || form.size() == min_plural);
}

std::string singular(const std::string &form) {
    if (!is_plural(form)) {
        return form;
    }
    return ends_with(form, "ies") && form.size() > min_plural
               ? form.substr(0, form.size() - 3) + "y"
               : form.substr(0, form.size() - 1);
}

std::vector<std::string_view> split_at(std::string_view text, char separator) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        result.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return result;
}

/// A line of the table, parsed.
struct Row {
    std::string_view language; ///< empty: all
    std::vector<std::shared_ptr<Synonym>> members;
    std::vector<std::string> keys; ///< of the members
    std::size_t queryable = 0;     ///< number of leading members that find the others
    bool is_equivalence() const { return queryable == members.size(); }
};

std::vector<std::string> split_words(std::string_view words) {
    const auto forms = split_at(words, ' ');
    return {forms.begin(), forms.end()};
}

/// The words of a member, without the compound before them.
std::string_view words_of_member(std::string_view member) {
    const std::size_t gap = member.find("  ");
    return gap == std::string_view::npos ? member : member.substr(gap + 2);
}

/// Whether a line has a queryable member with this key. Most scanned lines have none and need no
/// parsing.
bool has_queryable(std::string_view line, std::string_view key) {
    bool is_first = true;
    for (const std::string_view member : split_at(line, '\t')) {
        if (member == ">") {
            return false;
        }
        const std::string_view words = words_of_member(member);
        if (!is_first && words.substr(0, 1) == key.substr(0, 1) &&
            synonym_key(split_words(words)) == key) {
            return true;
        }
        is_first = false;
    }
    return false;
}

std::shared_ptr<Synonym> parse_member(std::string_view text) {
    auto member = std::make_shared<Synonym>();
    const std::string_view words = words_of_member(text);
    member->forms = split_words(words);
    if (words.size() < text.size()) {
        member->compound = text.substr(0, text.size() - words.size() - 2);
    }
    return member;
}

Row parse_row(std::string_view line) {
    Row row;
    const std::vector<std::string_view> parts = split_at(line, '\t');
    row.language = parts.front() == "*" ? std::string_view() : parts.front();
    bool is_found_only = false;
    for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
        if (*part == ">") {
            is_found_only = true;
            continue;
        }
        row.members.push_back(parse_member(*part));
        row.keys.push_back(synonym_key(row.members.back()->forms));
        row.queryable += is_found_only ? 0 : 1;
    }
    return row;
}

/// The common prefix of all forms whose key has this as its first word.
std::string_view common_prefix(std::string_view word) {
    const bool drops_y = word.size() > 1 && word.back() == 'y'; // library, libraries
    return word.substr(0, word.size() - (drops_y ? 1 : 0));
}

std::string_view line_at(std::string_view lines, std::size_t at) {
    const std::size_t before = lines.rfind('\n', at);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return lines.substr(begin, std::min(lines.find('\n', at), lines.size()) - begin);
}

} // namespace

std::string other_grammatical_number(const std::string &form) {
    if (form.size() < 3 || !is_ascii_letters(form)) {
        return {};
    }
    if (is_plural(form)) {
        return singular(form);
    }
    const bool y = ends_with(form, "y") && form.find_last_of("aeiou") != form.size() - 2;
    return ends_with(form, "s") ? std::string()
           : y                  ? form.substr(0, form.size() - 1) + "ies"
                                : form + "s";
}

std::string synonym_key(const std::vector<std::string> &forms) {
    std::string key;
    for (const std::string &form : forms) {
        key += (key.empty() ? "" : " ") + singular(form);
    }
    return key;
}

Synonyms::Synonyms(std::string table) : table_(std::move(table)) {
    const std::size_t header = std::min(table_.find('\n'), table_.size());
    if (table_.compare(0, 11, "synonyms 1 ") == 0) {
        lines_ = std::string_view(table_).substr(std::min(header + 1, table_.size()));
    }
}

/// Lines with a member whose key may begin with this word, and some more.
Synonyms::Lines Synonyms::scan_for(std::string_view word) const {
    const std::string_view prefix = common_prefix(word);
    Lines lines;
    for (std::size_t at = lines_.find(prefix); at != std::string_view::npos;) {
        const bool is_word_start = at > 0 && (lines_[at - 1] == '\t' || lines_[at - 1] == ' ');
        std::size_t next = at + 1;
        if (is_word_start) {
            lines.push_back(line_at(lines_, at));
            next =
                static_cast<std::size_t>(lines.back().data() + lines.back().size() - lines_.data());
        }
        at = lines_.find(prefix, next);
    }
    return lines;
}

void Synonyms::build_index() const {
    for (const std::string_view line : split_at(lines_, '\n')) {
        const Row row = parse_row(line);
        for (std::size_t i = 0; i < row.queryable; ++i) {
            Lines &lines = by_key_[row.keys[i]];
            if (lines.empty() || lines.back().data() != line.data()) {
                lines.push_back(line);
            }
        }
    }
}

Synonyms::Lines Synonyms::find_lines(const std::string &key) const {
    if (!is_indexed_.load(std::memory_order_acquire)) {
        const std::lock_guard guard(mutex_);
        const std::string_view word = std::string_view(key).substr(0, key.find(' '));
        const auto scanned = scanned_.find(word);
        const bool may_scan = lookups_++ < max_lookups;
        if (may_scan && scanned != scanned_.end()) {
            return scanned->second;
        }
        if (may_scan && scanned_.size() < max_words_scanned) {
            return scanned_.emplace(word, scan_for(word)).first->second;
        }
        if (!is_indexed_.load(std::memory_order_relaxed)) {
            build_index();
            is_indexed_.store(true, std::memory_order_release);
        }
    }
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? Lines() : found->second;
}

SynonymMatch Synonyms::find(const std::vector<std::string> &forms,
                            std::string_view language) const {
    SynonymMatch match;
    const std::string key = synonym_key(forms);
    if (key.empty()) {
        return match;
    }
    std::vector<std::string> seen{key};
    for (const std::string_view line : find_lines(key)) {
        if (!has_queryable(line, key)) {
            continue;
        }
        const Row row = parse_row(line);
        if (!row.language.empty() && row.language != language) {
            continue;
        }
        match.is_known = true;
        for (std::size_t i = 0; i < row.queryable && match.compound.empty(); ++i) {
            match.compound = row.keys[i] == key ? row.members[i]->compound : std::string();
        }
        for (std::size_t i = row.is_equivalence() ? 0 : row.queryable; i < row.members.size();
             ++i) {
            if (std::find(seen.begin(), seen.end(), row.keys[i]) == seen.end()) {
                seen.push_back(row.keys[i]);
                match.others.push_back({row.members[i], row.is_equivalence()});
            }
        }
    }
    return match;
}

} // namespace ideary::search
