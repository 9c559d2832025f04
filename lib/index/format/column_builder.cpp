// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/column_builder.hpp"

#include <algorithm>
#include <numeric>

#include "index/analysis/document_terms.hpp"
#include "index/format/packed_facets.hpp"
#include "text/normalize.hpp"

namespace ideary::index {

using schema::FieldId;

std::uint32_t TagBuilder::spelling(std::string_view value) {
    const auto [at, fresh] = spelling_ids_.try_emplace(
        std::string(value), static_cast<std::uint32_t>(spellings_.size()));
    if (!fresh) {
        return at->second;
    }
    Spelling spelling{at->first, no_fold, 0};
    if (std::string folded = text::fold_value(value); !folded.empty()) {
        const auto [fold, is_new] =
            fold_ids_.try_emplace(std::move(folded), static_cast<std::uint32_t>(folds_.size()));
        if (is_new) {
            folds_.push_back(fold->first);
        }
        spelling.fold = fold->second;
    }
    spellings_.push_back(spelling);
    return at->second;
}

void TagBuilder::add(const std::vector<std::string_view> &values) {
    for (const std::string_view value : values) {
        const std::uint32_t id = spelling(value);
        ++spellings_[id].count;
        spellings_of_rows_.push_back(id);
    }
    add_empty();
}

void TagBuilder::choose_shown() {
    shown_.assign(folds_.size(), no_fold);
    for (std::uint32_t id = 0; id < spellings_.size(); ++id) {
        const Spelling &spelling = spellings_[id];
        if (spelling.fold == no_fold) {
            continue;
        }
        std::uint32_t &best = shown_[spelling.fold];
        if (best == no_fold || spelling.count > spellings_[best].count ||
            (spelling.count == spellings_[best].count && spelling.text < spellings_[best].text)) {
            best = id;
        }
    }
}

void TagBuilder::settle() {
    choose_shown();
    fold_of_ordinal_.resize(folds_.size());
    std::iota(fold_of_ordinal_.begin(), fold_of_ordinal_.end(), 0U);
    std::sort(fold_of_ordinal_.begin(), fold_of_ordinal_.end(),
              [this](std::uint32_t a, std::uint32_t b) { return folds_[a] < folds_[b]; });
    ordinal_of_fold_.resize(folds_.size());
    for (std::uint32_t ordinal = 0; ordinal < fold_of_ordinal_.size(); ++ordinal) {
        ordinal_of_fold_[fold_of_ordinal_[ordinal]] = ordinal;
    }
}

std::vector<std::uint32_t> TagBuilder::shown_row(std::size_t row) const {
    std::vector<std::uint32_t> ordinals;
    for (std::uint32_t i = starts_[row]; i < starts_[row + 1]; ++i) {
        const std::uint32_t fold = spellings_[spellings_of_rows_[i]].fold;
        if (fold != no_fold &&
            std::find(ordinals.begin(), ordinals.end(), ordinal_of_fold_[fold]) == ordinals.end()) {
            ordinals.push_back(ordinal_of_fold_[fold]);
        }
    }
    return ordinals;
}

bool TagBuilder::display_form_matches(std::size_t row) const {
    for (std::uint32_t i = starts_[row]; i < starts_[row + 1]; ++i) {
        const std::uint32_t id = spellings_of_rows_[i];
        if (spellings_[id].fold == no_fold || shown_[spellings_[id].fold] != id) {
            return false;
        }
    }
    return shown_row(row).size() == starts_[row + 1] - starts_[row];
}

std::vector<std::string> TagBuilder::as_added(std::size_t row) const {
    std::vector<std::string> values;
    for (std::uint32_t i = starts_[row]; i < starts_[row + 1]; ++i) {
        values.emplace_back(spellings_[spellings_of_rows_[i]].text);
    }
    return values;
}

void TagBuilder::write(ColumnFileWriter &out, const std::string &name) const {
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> ordinals;
    starts.reserve(starts_.size());
    ordinals.reserve(spellings_of_rows_.size());
    for (std::size_t row = 0; row < rows(); ++row) {
        const auto shown = shown_row(row);
        ordinals.insert(ordinals.end(), shown.begin(), shown.end());
        starts.push_back(static_cast<std::uint32_t>(ordinals.size()));
    }
    std::vector<std::string_view> values;
    values.reserve(2 * folds_.size());
    for (const std::uint32_t fold : fold_of_ordinal_) {
        values.push_back(spellings_[shown_[fold]].text);
        values.push_back(folds_[fold]);
    }
    out.section(name + ".starts", starts);
    out.section(name + ".ordinals", ordinals);
    out.section(name + ".ranks", ranks());
    out.strings(name, values);
}

/// The place of each value when all are sorted by collation.
std::vector<std::uint32_t> TagBuilder::ranks() const {
    std::vector<std::pair<std::string, std::uint32_t>> keys;
    keys.reserve(fold_of_ordinal_.size());
    for (std::uint32_t ordinal = 0; ordinal < fold_of_ordinal_.size(); ++ordinal) {
        const std::string_view shown = spellings_[shown_[fold_of_ordinal_[ordinal]]].text;
        keys.emplace_back(text::collation_key(shown), ordinal);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> ranks(keys.size());
    for (std::uint32_t rank = 0; rank < keys.size(); ++rank) {
        ranks[keys[rank].second] = rank;
    }
    return ranks;
}

std::string_view TagBuilder::most_frequent() const {
    std::vector<std::uint64_t> counts(folds_.size());
    for (const Spelling &spelling : spellings_) {
        if (spelling.fold != no_fold) {
            counts[spelling.fold] += spelling.count;
        }
    }
    std::uint64_t best = 0;
    std::string_view result;
    for (const std::uint32_t fold : fold_of_ordinal_) {
        if (counts[fold] > best) {
            best = counts[fold];
            result = folds_[fold];
        }
    }
    return result;
}

ColumnBuilder::ColumnBuilder(const std::string &folder)
    : folder_(folder), records_(folder + "/records") {
    for (const FieldId field : tag_columns) {
        tags_[field];
    }
    skip(); // there is no document 0
}

void ColumnBuilder::skip() {
    record_starts_.push_back(records_.size());
    lengths_.push_back(0);
    sources_of_docs_.push_back(0);
    lines_.push_back(0);
    years_.push_back(0);
    for (auto &[field, tag] : tags_) {
        if (!is_by_source(field)) {
            tag.add_empty();
        }
    }
}

std::uint32_t ColumnBuilder::source_ordinal(const StagedIdea &staged) {
    const Place &source = staged.idea.source;
    const auto values = values_of(staged.idea, FieldId::source);
    Encoder key;
    for (const std::string_view text :
         {std::string_view(source.path), std::string_view(source.title),
          std::string_view(source.url), std::string_view(staged.source_key),
          values.empty() ? std::string_view() : values.back()}) {
        key.text(text);
    }
    const auto [at, fresh] =
        source_ids_.try_emplace(key.take(), static_cast<std::uint32_t>(source_texts_.size() / 4));
    if (fresh) {
        for (const std::string &text : {source.path, source.title, source.url, staged.source_key}) {
            source_texts_.push_back(text);
        }
        tags_[FieldId::source].add(values);
        tags_[FieldId::url].add(values_of(staged.idea, FieldId::url));
    }
    return at->second;
}

void ColumnBuilder::add(Xapian::docid doc, const StagedIdea &staged, std::uint32_t length) {
    while (lengths_.size() < doc) {
        skip();
    }
    const Idea &idea = staged.idea;
    record_starts_.push_back(records_.size());
    records_.write(pack_stored(idea));
    lengths_.push_back(length);
    sources_of_docs_.push_back(source_ordinal(staged));
    lines_.push_back(static_cast<std::uint32_t>(idea.source.line));
    years_.push_back(static_cast<std::uint16_t>(idea.year.value_or(0)));
    for (auto &[field, tag] : tags_) {
        if (!is_by_source(field)) {
            tag.add(values_of(idea, field));
        }
    }
    // A collation key holds no NUL, so the id decides between equal titles only.
    titles_.emplace_back(text::collation_key(idea.title) + '\0' + idea.id, doc);
    ++ideas_;
}

std::vector<std::uint32_t> ColumnBuilder::title_ranks() {
    std::sort(titles_.begin(), titles_.end());
    std::vector<std::uint32_t> ranks(lengths_.size());
    for (std::uint32_t rank = 0; rank < titles_.size(); ++rank) {
        ranks[titles_[rank].second] = rank;
    }
    return ranks;
}

/// Original spellings of documents whose values differ from the display form.
void ColumnBuilder::write_original_spellings(ColumnFileWriter &out) const {
    std::vector<std::uint32_t> docs;
    std::vector<std::string> texts;
    for (std::size_t doc = 0; doc < lengths_.size(); ++doc) {
        Encoder packed;
        for (const auto &[field, tag] : tags_) {
            if (!is_by_source(field) && !tag.display_form_matches(doc)) {
                packed.number(static_cast<std::uint64_t>(field) + 1);
                packed.texts(tag.as_added(doc));
            }
        }
        if (std::string text = packed.take(); !text.empty()) {
            docs.push_back(static_cast<std::uint32_t>(doc));
            texts.push_back(std::move(text));
        }
    }
    out.section("spelled.docs", docs);
    out.strings("spelled", {texts.begin(), texts.end()});
}

void ColumnBuilder::write_facet_records(ColumnFileWriter &out) const {
    PackedFacetsBuilder records;
    for (std::size_t doc = 0; doc < years_.size(); ++doc) {
        records.add(years_[doc], tags_.at(FieldId::topic).shown_row(doc),
                    tags_.at(FieldId::author).shown_row(doc));
    }
    records.write(out);
}

void ColumnBuilder::finish() {
    record_starts_.push_back(records_.size());
    records_.finish();
    ColumnFileWriter out;
    out.section("length", lengths_);
    out.section("year", years_);
    out.section("line", lines_);
    out.section("place", sources_of_docs_);
    out.section("title.rank", title_ranks());
    out.section("record", record_starts_);
    out.strings("places", {source_texts_.begin(), source_texts_.end()});
    for (auto &[field, tag] : tags_) {
        tag.settle();
        tag.write(out, std::string(schema::row(field).column));
    }
    write_original_spellings(out);
    write_facet_records(out);
    out.write(folder_ + "/columns");
}

std::string ColumnBuilder::majority_language() const {
    const std::string_view language = tags_.at(FieldId::language).most_frequent();
    return language.empty() ? "en" : std::string(language);
}

} // namespace ideary::index
