// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/suggest/completion.hpp"

#include <algorithm>
#include <optional>

#include "query/limits.hpp"
#include "text/normalize.hpp"

namespace ideary::search {
namespace {

using schema::FieldId;
using schema::FieldKind;

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

/// The end of a query that is being typed.
struct PartialWord {
    std::size_t offset = 0; ///< in the query, after operators and parentheses
    std::string_view text;
    std::optional<FieldId> field; ///< text is the prefix of its value, without an opening quote
};

/// The text after the last whitespace outside quotation marks.
PartialWord partial_word(std::string_view query) {
    PartialWord partial;
    bool is_quoted = false;
    for (std::size_t i = 0; i < query.size(); ++i) {
        const char c = query[i];
        is_quoted = c == '"' ? !is_quoted : is_quoted;
        const bool is_separator = c == ' ' || c == '\t' || c == '\n' || c == '(' || c == ')';
        const bool is_operator = (c == '+' || c == '-') && partial.offset == i;
        if (!is_quoted && (is_separator || is_operator)) {
            partial.offset = i + 1;
        }
    }
    partial.text = query.substr(partial.offset);
    const std::size_t colon = partial.text.find(':');
    if (colon != std::string_view::npos) {
        partial.field = schema::find_field(partial.text.substr(0, colon));
    }
    if (partial.field) {
        partial.offset += colon + 1;
        partial.text.remove_prefix(colon + 1);
        if (starts_with(partial.text, "\"")) {
            partial.text.remove_prefix(1);
        }
    }
    return partial;
}

/// A value as it is typed: quoted unless it is one plain word.
std::string quote_value(std::string value) {
    std::replace(value.begin(), value.end(), '"', ' ');
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    return std::all_of(value.begin(), value.end(), plain) ? value : '"' + value + '"';
}

/// Sorts by descending number of ideas, then by name; keeps at most `limit`.
template <class Entry>
void keep_most_frequent(std::vector<const Entry *> &found, std::size_t limit) {
    const std::size_t size = std::min(found.size(), limit);
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(size), found.end(),
                      [](const Entry *a, const Entry *b) {
                          return a->ideas != b->ideas ? a->ideas > b->ideas : a->folded < b->folded;
                      });
    found.resize(size);
}

} // namespace

Completions::Completions(const index::SnapshotStatistics &statistics,
                         const index::Generation &generation) {
    for (index::TermCount &word : statistics.words()) {
        words_.push_back({std::move(word.term), "", word.ideas});
    }
    for (const schema::FieldRow &row : schema::field_table()) {
        if (row.kind == FieldKind::tag) {
            add_column(statistics, generation.column(row.id), row.id);
        }
    }
    for (const index::TermCount &year : statistics.years()) {
        values_[static_cast<std::size_t>(FieldId::year)].push_back(
            {year.term, year.term, year.ideas});
    }
}

void Completions::add_column(const index::SnapshotStatistics &statistics,
                             const index::FacetColumn &column, FieldId field) {
    const std::vector<std::uint32_t> counts = statistics.facet_counts(field);
    std::vector<Entry> &entries = values_[static_cast<std::size_t>(field)];
    for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
        entries.push_back({std::string(column.folded(ordinal)),
                           statistics.facet_value(field, ordinal), counts[ordinal]});
    }
}

std::vector<const Completions::Entry *> Completions::words(const std::string &prefix,
                                                           std::size_t limit) const {
    std::vector<const Entry *> found;
    auto word = std::lower_bound(
        words_.begin(), words_.end(), prefix,
        [](const Entry &entry, const std::string &text) { return entry.folded < text; });
    for (; !prefix.empty() && word != words_.end() && starts_with(word->folded, prefix); ++word) {
        found.push_back(&*word);
    }
    keep_most_frequent(found, limit);
    return found;
}

/// Values that prefix with the prefix, then those with a later word that does.
std::vector<const Completions::Entry *>
Completions::values(FieldId field, const std::string &prefix, std::size_t limit) const {
    std::vector<const Entry *> first, later;
    for (const Entry &entry : values_[static_cast<std::size_t>(field)]) {
        if (starts_with(entry.folded, prefix)) {
            first.push_back(&entry);
        } else if (entry.folded.find(" " + prefix) != std::string::npos) {
            later.push_back(&entry);
        }
    }
    keep_most_frequent(first, limit);
    keep_most_frequent(later, limit - first.size());
    first.insert(first.end(), later.begin(), later.end());
    return first;
}

std::vector<Completion> Completions::complete(std::string_view query, std::size_t limit) const {
    std::vector<Completion> result;
    if (query.size() > query::max_text_bytes || query.empty() || limit == 0) {
        return result;
    }
    const PartialWord partial = partial_word(query);
    const std::string prefix = text::fold_value(partial.text);
    const std::string before(query.substr(0, partial.offset));
    if (partial.field && schema::row(*partial.field).kind != FieldKind::text) {
        for (const Entry *entry : values(*partial.field, prefix, limit)) {
            result.push_back({before + quote_value(entry->shown), entry->shown,
                              Completion::Kind::value, entry->ideas});
        }
        return result;
    }
    std::vector<std::string_view> names;
    for (const schema::FieldRow &row : schema::field_table()) {
        if (!partial.field && !prefix.empty() && starts_with(row.name, prefix) &&
            names.size() < limit) {
            names.push_back(row.name);
        }
    }
    for (const Entry *entry : words(prefix, limit - names.size())) {
        result.push_back(
            {before + entry->folded, entry->folded, Completion::Kind::word, entry->ideas});
    }
    for (const std::string_view name : names) {
        const std::string typed = std::string(name) + ":";
        result.push_back({before + typed, typed, Completion::Kind::field, 0});
    }
    return result;
}

std::shared_ptr<const Completions> CompletionCache::of(const index::SnapshotStatistics &statistics,
                                                       const index::Generation &generation) {
    const std::lock_guard guard(mutex_);
    const std::shared_ptr<const index::Generation> now = generation.shared_from_this();
    if (!completions_ || generation_.lock() != now) {
        completions_ = std::make_shared<Completions>(statistics, generation);
        generation_ = now;
    }
    return completions_;
}

} // namespace ideary::search

namespace ideary {

const char *completion_name(Completion::Kind kind) {
    constexpr const char *names[] = {"word", "value", "field"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace ideary
