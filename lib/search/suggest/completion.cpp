// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/suggest/completion.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "query/limits.hpp"
#include "text/normal.hpp"

namespace ideary::search {
namespace {

using schema::FieldId;
using schema::FieldKind;

bool begins(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

/// The piece of a query that is being typed.
struct Piece {
    std::size_t offset = 0; ///< where it begins, behind signs and parentheses
    std::string_view text;
    std::optional<FieldId> field; ///< text is the start of its value, without an open quote
};

/// What stands behind the last blank outside of quotation marks.
Piece last_piece(std::string_view query) {
    Piece piece;
    bool quoted = false;
    for (std::size_t i = 0; i < query.size(); ++i) {
        const char c = query[i];
        quoted = c == '"' ? !quoted : quoted;
        const bool between = c == ' ' || c == '\t' || c == '\n' || c == '(' || c == ')';
        const bool sign = (c == '+' || c == '-') && piece.offset == i;
        if (!quoted && (between || sign)) {
            piece.offset = i + 1;
        }
    }
    piece.text = query.substr(piece.offset);
    const std::size_t colon = piece.text.find(':');
    if (colon != std::string_view::npos) {
        piece.field = schema::find_field(piece.text.substr(0, colon));
    }
    if (piece.field) {
        piece.offset += colon + 1;
        piece.text.remove_prefix(colon + 1);
        if (begins(piece.text, "\"")) {
            piece.text.remove_prefix(1);
        }
    }
    return piece;
}

/// A value as it has to be typed.
std::string typed_value(std::string value) {
    std::replace(value.begin(), value.end(), '"', ' ');
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    return std::all_of(value.begin(), value.end(), plain) ? value : '"' + value + '"';
}

/// The most frequent first, then by name; at most limit.
template <class Entry> void cut(std::vector<const Entry *> &found, std::size_t limit) {
    const std::size_t size = std::min(found.size(), limit);
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(size), found.end(),
                      [](const Entry *a, const Entry *b) {
                          return a->ideas != b->ideas ? a->ideas > b->ideas : a->folded < b->folded;
                      });
    found.resize(size);
}

} // namespace

Completions::Completions(const index::Generation &generation, const Xapian::Database &database) {
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        const std::string form = *term;
        if (form[0] >= 'A' && form[0] <= 'Z') { // terms with a prefix
            term.skip_to(std::string(1, '['));
            if (term == database.allterms_end()) {
                break;
            }
        }
        words_.push_back({*term, "", term.get_termfreq()});
    }
    for (const schema::FieldRow &row : schema::field_table()) {
        if (row.kind == FieldKind::tag) {
            add_column(generation, row.id);
        }
    }
    add_years(generation);
}

void Completions::add_column(const index::Generation &generation, FieldId field) {
    const index::Column &column = generation.column(field);
    std::vector<Entry> &entries = values_[static_cast<std::size_t>(field)];
    for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
        entries.push_back(
            {std::string(column.folded(ordinal)), std::string(column.value(ordinal)), 0});
    }
    for (Xapian::docid doc = 1; doc <= generation.last_doc(); ++doc) {
        for (const std::uint32_t ordinal : column.of(doc)) {
            if (ordinal < entries.size()) {
                entries[ordinal].ideas += 1;
            }
        }
    }
}

void Completions::add_years(const index::Generation &generation) {
    std::map<int, std::uint32_t> years;
    for (Xapian::docid doc = 1; doc <= generation.last_doc(); ++doc) {
        years[generation.year(doc)] += 1;
    }
    for (const auto &[year, ideas] : years) {
        if (year > 0) {
            const std::string shown = std::to_string(year);
            values_[static_cast<std::size_t>(FieldId::year)].push_back({shown, shown, ideas});
        }
    }
}

std::vector<const Completions::Entry *> Completions::words(const std::string &start,
                                                           std::size_t limit) const {
    std::vector<const Entry *> found;
    auto word = std::lower_bound(
        words_.begin(), words_.end(), start,
        [](const Entry &entry, const std::string &text) { return entry.folded < text; });
    for (; !start.empty() && word != words_.end() && begins(word->folded, start); ++word) {
        found.push_back(&*word);
    }
    cut(found, limit);
    return found;
}

/// Values that begin with what was typed, then those with a later word that does.
std::vector<const Completions::Entry *> Completions::values(FieldId field, const std::string &start,
                                                            std::size_t limit) const {
    std::vector<const Entry *> first, later;
    for (const Entry &entry : values_[static_cast<std::size_t>(field)]) {
        if (begins(entry.folded, start)) {
            first.push_back(&entry);
        } else if (entry.folded.find(" " + start) != std::string::npos) {
            later.push_back(&entry);
        }
    }
    cut(first, limit);
    cut(later, limit - first.size());
    first.insert(first.end(), later.begin(), later.end());
    return first;
}

std::vector<Completion> Completions::of(std::string_view query, std::size_t limit) const {
    std::vector<Completion> result;
    if (query.size() > query::max_text_bytes || query.empty() || limit == 0) {
        return result;
    }
    const Piece piece = last_piece(query);
    const std::string start = text::fold_value(piece.text);
    const std::string before(query.substr(0, piece.offset));
    if (piece.field && schema::row(*piece.field).kind != FieldKind::text) {
        for (const Entry *entry : values(*piece.field, start, limit)) {
            result.push_back({before + typed_value(entry->shown), entry->shown,
                              Completion::Kind::value, entry->ideas});
        }
        return result;
    }
    std::vector<std::string_view> names;
    for (const schema::FieldRow &row : schema::field_table()) {
        if (!piece.field && !start.empty() && begins(row.name, start) && names.size() < limit) {
            names.push_back(row.name);
        }
    }
    for (const Entry *entry : words(start, limit - names.size())) {
        result.push_back(
            {before + entry->folded, entry->folded, Completion::Kind::word, entry->ideas});
    }
    for (const std::string_view name : names) {
        const std::string typed = std::string(name) + ":";
        result.push_back({before + typed, typed, Completion::Kind::field, 0});
    }
    return result;
}

std::shared_ptr<const Completions> CompletionCache::of(const index::Generation &generation,
                                                       const Xapian::Database &database) {
    const std::lock_guard guard(mutex_);
    const std::shared_ptr<const index::Generation> now = generation.shared_from_this();
    if (!completions_ || generation_.lock() != now) {
        completions_ = std::make_shared<Completions>(generation, database);
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
