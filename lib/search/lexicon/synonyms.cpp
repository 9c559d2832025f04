// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/lexicon/synonyms.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

constexpr std::size_t min_plural = 4; ///< letters; shorter ones are names (aws, dns, js)

bool ends_in(std::string_view form, std::string_view end) {
    return form.size() > end.size() && form.substr(form.size() - end.size()) == end;
}

bool is_plain(std::string_view form) {
    return std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Short words in -is are plurals of names (apis); longer ones are not (analysis).
bool is_plural(std::string_view form) {
    return form.size() >= min_plural && is_plain(form) && ends_in(form, "s") &&
           !ends_in(form, "ss") && !ends_in(form, "us") &&
           (!ends_in(form, "is") || form.size() == min_plural);
}

std::string singular(const std::string &form) {
    if (!is_plural(form)) {
        return form;
    }
    return ends_in(form, "ies") && form.size() > min_plural ? form.substr(0, form.size() - 3) + "y"
                                                            : form.substr(0, form.size() - 1);
}

std::vector<std::string_view> pieces(std::string_view text, char separator) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        result.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return result;
}

/// One line of the table taken apart.
struct Row {
    std::string_view language; ///< empty: all
    std::vector<std::shared_ptr<Synonym>> members;
    std::vector<std::string> keys; ///< of members
    std::size_t asked = 0;         ///< the first members; the others are only found by them
    bool is_same() const { return asked == members.size(); }
};

std::vector<std::string> forms_in(std::string_view words) {
    const auto forms = pieces(words, ' ');
    return {forms.begin(), forms.end()};
}

/// A member without the compound before its words.
std::string_view words_in(std::string_view member) {
    const std::size_t gap = member.find("  ");
    return gap == std::string_view::npos ? member : member.substr(gap + 2);
}

/// Whether a line has a member of that key that is asked for. Most lines that were looked up have
/// none: they are not taken apart.
bool is_asked(std::string_view line, std::string_view key) {
    bool is_language = true;
    for (const std::string_view member : pieces(line, '\t')) {
        if (member == ">") {
            return false;
        }
        const std::string_view words = words_in(member);
        if (!is_language && words.substr(0, 1) == key.substr(0, 1) &&
            key_of(forms_in(words)) == key) {
            return true;
        }
        is_language = false;
    }
    return false;
}

std::shared_ptr<Synonym> read_member(std::string_view text) {
    auto member = std::make_shared<Synonym>();
    const std::string_view words = words_in(text);
    member->forms = forms_in(words);
    if (words.size() < text.size()) {
        member->whole = text.substr(0, text.size() - words.size() - 2);
    }
    return member;
}

Row read_row(std::string_view line) {
    Row row;
    const std::vector<std::string_view> parts = pieces(line, '\t');
    row.language = parts.front() == "*" ? std::string_view() : parts.front();
    bool found_only = false;
    for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
        if (*part == ">") {
            found_only = true;
            continue;
        }
        row.members.push_back(read_member(*part));
        row.keys.push_back(key_of(row.members.back()->forms));
        row.asked += found_only ? 0 : 1;
    }
    return row;
}

/// What stands at the begin of each form of which a key has this as first word.
std::string_view common_begin(std::string_view word) {
    const bool y = word.size() > 1 && word.back() == 'y'; // of library and libraries
    return word.substr(0, word.size() - (y ? 1 : 0));
}

std::string_view line_around(std::string_view lines, std::size_t at) {
    const std::size_t before = lines.rfind('\n', at);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return lines.substr(begin, std::min(lines.find('\n', at), lines.size()) - begin);
}

} // namespace

std::string other_number(const std::string &form) {
    if (form.size() < 3 || !is_plain(form)) {
        return {};
    }
    if (is_plural(form)) {
        return singular(form);
    }
    const bool y = ends_in(form, "y") && form.find_last_of("aeiou") != form.size() - 2;
    return ends_in(form, "s") ? std::string()
           : y                ? form.substr(0, form.size() - 1) + "ies"
                              : form + "s";
}

std::string key_of(const std::vector<std::string> &forms) {
    std::string key;
    for (const std::string &form : forms) {
        key += (key.empty() ? "" : " ") + singular(form);
    }
    return key;
}

Synonyms::Synonyms(std::string table) : table_(std::move(table)) {
    const std::size_t head = std::min(table_.find('\n'), table_.size());
    if (table_.compare(0, 11, "synonyms 1 ") == 0) {
        lines_ = std::string_view(table_).substr(std::min(head + 1, table_.size()));
    }
}

/// Lines of which a member may have this as the first word of its key, and some more.
Synonyms::Lines Synonyms::look_up(std::string_view word) const {
    const std::string_view begin = common_begin(word);
    Lines lines;
    for (std::size_t at = lines_.find(begin); at != std::string_view::npos;) {
        const bool is_begin = at > 0 && (lines_[at - 1] == '\t' || lines_[at - 1] == ' ');
        std::size_t next = at + 1;
        if (is_begin) {
            lines.push_back(line_around(lines_, at));
            next =
                static_cast<std::size_t>(lines.back().data() + lines.back().size() - lines_.data());
        }
        at = lines_.find(begin, next);
    }
    return lines;
}

void Synonyms::read_all() const {
    for (const std::string_view line : pieces(lines_, '\n')) {
        const Row row = read_row(line);
        for (std::size_t i = 0; i < row.asked; ++i) {
            Lines &lines = by_key_[row.keys[i]];
            if (lines.empty() || lines.back().data() != line.data()) {
                lines.push_back(line);
            }
        }
    }
}

Synonyms::Lines Synonyms::lines_with(const std::string &key) const {
    if (!is_read_.load(std::memory_order_acquire)) {
        const std::lock_guard guard(mutex_);
        const std::string_view word = std::string_view(key).substr(0, key.find(' '));
        const auto known = looked_up_.find(word);
        const bool is_cheap = times_asked_++ < most_asked;
        if (is_cheap && known != looked_up_.end()) {
            return known->second;
        }
        if (is_cheap && looked_up_.size() < most_looked_up) {
            return looked_up_.emplace(word, look_up(word)).first->second;
        }
        if (!is_read_.load(std::memory_order_relaxed)) {
            read_all();
            is_read_.store(true, std::memory_order_release);
        }
    }
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? Lines() : found->second;
}

Widening Synonyms::of(const std::vector<std::string> &forms, std::string_view language) const {
    Widening widening;
    const std::string key = key_of(forms);
    if (key.empty()) {
        return widening;
    }
    std::vector<std::string> seen{key};
    for (const std::string_view line : lines_with(key)) {
        if (!is_asked(line, key)) {
            continue;
        }
        const Row row = read_row(line);
        if (!row.language.empty() && row.language != language) {
            continue;
        }
        widening.known = true;
        for (std::size_t i = 0; i < row.asked && widening.whole.empty(); ++i) {
            widening.whole = row.keys[i] == key ? row.members[i]->whole : std::string();
        }
        for (std::size_t i = row.is_same() ? 0 : row.asked; i < row.members.size(); ++i) {
            if (std::find(seen.begin(), seen.end(), row.keys[i]) == seen.end()) {
                seen.push_back(row.keys[i]);
                widening.others.push_back({row.members[i], row.is_same()});
            }
        }
    }
    return widening;
}

} // namespace ideary::search
