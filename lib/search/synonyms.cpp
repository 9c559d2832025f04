// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/synonyms.hpp"

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

Synonyms::Synonyms(std::string_view table) {
    const std::size_t head = std::min(table.find('\n'), table.size());
    if (table.substr(0, head).substr(0, 11) != "synonyms 1 ") {
        return;
    }
    table.remove_prefix(std::min(head + 1, table.size()));
    for (const std::string_view line : pieces(table, '\n')) {
        if (!line.empty()) {
            add(line);
        }
    }
}

void Synonyms::add(std::string_view line) {
    Row row;
    row.first = row.to = static_cast<std::uint32_t>(members_.size());
    bool found_only = false;
    std::vector<std::string_view> parts = pieces(line, '\t');
    row.language = parts.front() == "*" ? std::string() : std::string(parts.front());
    parts.erase(parts.begin());
    for (std::string_view part : parts) {
        if (part == ">") {
            found_only = true;
            continue;
        }
        Synonym member;
        const std::size_t gap = part.find("  ");
        if (gap != std::string_view::npos) {
            member.whole = part.substr(0, gap);
            part.remove_prefix(gap + 2);
        }
        for (const std::string_view form : pieces(part, ' ')) {
            member.forms.emplace_back(form);
        }
        std::string key = key_of(member.forms);
        if (!found_only) {
            rows_by_key_.emplace(key, static_cast<std::uint32_t>(rows_.size()));
            longest_ = std::max(longest_, member.forms.size());
            ++row.to;
        }
        keys_.push_back(std::move(key));
        members_.push_back(std::move(member));
    }
    row.last = static_cast<std::uint32_t>(members_.size());
    row.to = found_only ? row.to : row.first;
    rows_.push_back(std::move(row));
}

Widening Synonyms::of(const std::vector<std::string> &forms, std::string_view language) const {
    Widening widening;
    const std::string key = key_of(forms);
    std::vector<std::uint32_t> rows;
    const auto [from, end] = rows_by_key_.equal_range(key);
    for (auto at = from; at != end; ++at) {
        const Row &row = rows_[at->second];
        if (row.language.empty() || row.language == language) {
            rows.push_back(at->second);
        }
    }
    std::sort(rows.begin(), rows.end()); // the map keeps no order of its own
    std::vector<std::string_view> seen{key};
    for (const std::uint32_t number : rows) {
        const Row &row = rows_[number];
        widening.known = true;
        for (std::uint32_t i = row.first; i < row.last; ++i) {
            if (widening.whole.empty() && keys_[i] == key && (row.to == row.first || i < row.to)) {
                widening.whole = members_[i].whole;
            }
            if (i >= row.to && std::find(seen.begin(), seen.end(), keys_[i]) == seen.end()) {
                seen.push_back(keys_[i]);
                widening.others.push_back({&members_[i], row.to == row.first});
            }
        }
    }
    return widening;
}

} // namespace ideary::search
