// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Ideas in the order of their document numbers come in; `columns` and `records` go out.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "index/format/column_file.hpp"
#include "index/storage/coding.hpp"
#include "index/storage/files.hpp"
#include "schema/fields.hpp"

namespace ideary::index {

/// Fields that have a dictionary of values.
inline constexpr schema::FieldId tag_columns[] = {
    schema::FieldId::topic,  schema::FieldId::section, schema::FieldId::author,
    schema::FieldId::event,  schema::FieldId::kind,    schema::FieldId::language,
    schema::FieldId::source, schema::FieldId::url,
};
/// Whether a column has one row for each place (source, url) instead of one for each document.
constexpr bool is_by_source(schema::FieldId field) {
    return field == schema::FieldId::source || field == schema::FieldId::url;
}

/// Builds one tag column. Values that fold alike become one value, displayed in its most frequent
/// spelling (the first in byte order among equals), so the order of ideas does not matter.
class TagBuilder {
  public:
    /// The next row.
    void add(const std::vector<std::string_view> &values);
    void add_empty() { starts_.push_back(static_cast<std::uint32_t>(spellings_of_rows_.size())); }
    std::size_t rows() const { return starts_.size() - 1; }
    /// Assigns ordinals to all values. Nothing may be added afterwards.
    void settle();
    /// Whether the display forms of a row equal its original spellings.
    bool display_form_matches(std::size_t row) const;
    /// Ordinals of a row, each once, in the order of their first spelling. After settle.
    std::vector<std::uint32_t> shown_row(std::size_t row) const;
    std::vector<std::string> as_added(std::size_t row) const;
    void write(ColumnFileWriter &out, const std::string &name) const;
    /// The value of most rows, folded; empty when there is none. After settle.
    std::string_view most_frequent() const;

  private:
    struct Spelling {
        std::string_view text; ///< key of spelling_ids_
        std::uint32_t fold = 0;
        std::uint64_t count = 0;
    };
    static constexpr std::uint32_t no_fold = 0xFFFFFFFF;
    std::uint32_t spelling(std::string_view value);
    std::vector<std::uint32_t> ranks() const;
    void choose_shown();

    std::unordered_map<std::string, std::uint32_t> spelling_ids_;
    std::unordered_map<std::string, std::uint32_t> fold_ids_;
    std::vector<Spelling> spellings_;
    std::vector<std::string_view> folds_; ///< keys of fold_ids_
    std::vector<std::uint32_t> starts_{0}, spellings_of_rows_;
    std::vector<std::uint32_t> ordinal_of_fold_, fold_of_ordinal_, shown_; ///< shown: by fold
};

/// All columns and records of a generation.
class ColumnBuilder {
  public:
    /// Begins the file `records` in the folder.
    explicit ColumnBuilder(const std::string &folder);
    /// Documents come in rising order; numbers may be missing.
    void add(Xapian::docid doc, const StagedIdea &staged, std::uint32_t length);
    /// Writes `columns`, ends `records`.
    void finish();
    std::uint64_t ideas() const { return ideas_; }
    Xapian::docid last() const { return static_cast<Xapian::docid>(lengths_.size() - 1); }
    /// Two-letter code most ideas are in, "en" where none is known. After finish.
    std::string majority_language() const;

  private:
    void skip();
    std::uint32_t source_ordinal(const StagedIdea &staged);
    void write_original_spellings(ColumnFileWriter &out) const;
    void write_facet_records(ColumnFileWriter &out) const;
    std::vector<std::uint32_t> title_ranks();

    std::string folder_;
    FileWriter records_;
    std::uint64_t ideas_ = 0;
    std::map<schema::FieldId, TagBuilder> tags_;
    std::vector<std::uint64_t> record_starts_;
    std::vector<std::uint32_t> lengths_, sources_of_docs_, lines_;
    std::vector<std::uint16_t> years_;
    std::unordered_map<std::string, std::uint32_t> source_ids_;
    std::vector<std::string> source_texts_; ///< path, title, url, owner of each place
    std::vector<std::pair<std::string, Xapian::docid>> titles_;
};

} // namespace ideary::index
