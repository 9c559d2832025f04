// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/forward_index.hpp"

#include <algorithm>

#include <xxhash.h>

#include "ideary/error.hpp"

namespace ideary::index {
namespace {

/// The first slot to probe for a term. Permanent: it is part of the format on disk.
std::size_t first_slot(std::string_view term, std::size_t slots) {
    return static_cast<std::size_t>(
        ((XXH3_64bits(term.data(), term.size()) >> 32) * std::uint64_t(slots)) >> 32);
}

constexpr bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

struct Word {
    std::string term;
    std::uint32_t ideas = 0;
    std::uint32_t occurrences = 0;
};

/// Stems by falling document frequency. Collection frequencies are counted later, with the
/// documents.
std::vector<Word> stems_of(const Xapian::Database &database) {
    std::vector<Word> stems;
    const std::string prefix(schema::stem_prefix);
    for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix); ++at) {
        std::string term = *at;
        if (is_catch_all_stem(term)) {
            stems.push_back({std::move(term), at.get_termfreq(), 0});
        }
    }
    std::stable_sort(stems.begin(), stems.end(),
                     [](const Word &a, const Word &b) { return a.ideas > b.ideas; });
    return stems;
}

/// In the order of the index.
std::vector<Word> forms_of(const Xapian::Database &database) {
    const std::string after_capitals(1, 'Z' + 1);
    std::vector<Word> forms;
    for (auto at = database.allterms_begin(); at != database.allterms_end();) {
        std::string term = *at;
        if (is_catch_all_form(term)) {
            const std::uint32_t occurrences = database.get_collection_freq(term);
            forms.push_back({std::move(term), at.get_termfreq(), occurrences});
            ++at;
        } else {
            at.skip_to(after_capitals);
        }
    }
    return forms;
}

} // namespace

bool is_catch_all_stem(std::string_view term) {
    const std::size_t at = schema::stem_prefix.size();
    // A capital after the prefix marks a field of its own.
    return term.size() > at && term.substr(0, at) == schema::stem_prefix && !is_capital(term[at]);
}

bool is_catch_all_form(std::string_view term) {
    return !term.empty() && !is_capital(term.front());
}

ForwardIndex::ForwardIndex(const std::string &folder, std::uint64_t last_doc)
    : file_(folder + "/words"), terms_(file_.strings("terms")),
      ideas_(file_.section<std::uint32_t>("ideas", terms_.size())),
      occurrences_(file_.section<std::uint32_t>("occurrences", terms_.size())),
      max_wdf_(file_.all<std::uint32_t>("most")), slots_(file_.all<std::uint32_t>("slots")),
      starts_(file_.section<std::uint64_t>("starts", last_doc + 2)), lists_(file_.bytes("lists")) {
    if (max_wdf_.size() > terms_.size() || slots_.size() <= terms_.size() ||
        starts_.back() != lists_.size()) {
        file_.damaged("its parts do not fit each other");
    }
}

std::optional<std::uint32_t> ForwardIndex::find(std::string_view term) const {
    std::size_t slot = first_slot(term, slots_.size());
    for (std::size_t tries = 0; tries < slots_.size() && slots_[slot] != 0; ++tries) {
        const std::uint32_t number = slots_[slot] - 1;
        if (terms_[number] == term) {
            return number < size() ? std::optional(number) : std::nullopt;
        }
        slot = slot + 1 < slots_.size() ? slot + 1 : 0;
    }
    return std::nullopt;
}

TermVector ForwardIndex::of(Xapian::docid doc) const {
    const std::size_t next = doc + 1UL;
    if (next >= starts_.size() || starts_[doc] > starts_[next] || starts_[next] > lists_.size()) {
        return {{}, 0};
    }
    return {lists_.substr(starts_[doc], starts_[next] - starts_[doc]), stems()};
}

ForwardIndexBuilder::ForwardIndexBuilder(std::string folder, const Xapian::Database &database)
    : folder_(std::move(folder)) {
    const std::vector<Word> stems = stems_of(database);
    const std::vector<Word> forms = forms_of(database);
    const std::size_t words = stems.size() + forms.size();
    slots_.resize(words + words / 2 + 1);
    max_wdf_.resize(stems.size());
    for (const std::vector<Word> *list : {&stems, &forms}) {
        for (const Word &word : *list) {
            text_ += word.term;
            at_.push_back(text_.size());
            ideas_.push_back(word.ideas);
            occurrences_.push_back(word.occurrences);
            place(static_cast<std::uint32_t>(ideas_.size() - 1));
        }
    }
}

void ForwardIndexBuilder::place(std::uint32_t number) {
    std::size_t slot = first_slot(term(number), slots_.size());
    while (slots_[slot] != 0) {
        slot = slot + 1 < slots_.size() ? slot + 1 : 0;
    }
    slots_[slot] = number + 1;
}

std::uint32_t ForwardIndexBuilder::number_of(std::string_view wanted) const {
    std::size_t slot = first_slot(wanted, slots_.size());
    while (slots_[slot] != 0) {
        if (term(slots_[slot] - 1) == wanted) {
            return slots_[slot] - 1;
        }
        slot = slot + 1 < slots_.size() ? slot + 1 : 0;
    }
    throw Error(ErrorKind::io, "the compacted index in " + folder_ + " lacks a word");
}

void ForwardIndexBuilder::add(Xapian::docid doc, Xapian::TermIterator terms) {
    const std::string prefix(schema::stem_prefix);
    starts_.resize(doc + 1UL, lists_.size());
    row_.clear();
    for (terms.skip_to(prefix); terms != Xapian::TermIterator(); ++terms) {
        const std::string term = *terms;
        if (is_catch_all_stem(term)) {
            row_.emplace_back(number_of(term), terms.get_wdf());
        } else if (term.compare(0, prefix.size(), prefix) != 0) {
            break;
        }
    }
    std::sort(row_.begin(), row_.end());
    std::uint32_t first = 0;
    for (const auto &[number, count] : row_) {
        const bool usual = count == TermVector::usual_count;
        put_varint32(lists_, (number - first) << 1 | (usual ? 0U : 1U));
        if (!usual) {
            put_varint32(lists_, count);
        }
        max_wdf_[number] = std::max(max_wdf_[number], count);
        occurrences_[number] += count;
        first = number + 1;
    }
}

void ForwardIndexBuilder::finish() {
    starts_.resize(std::max<std::size_t>(starts_.size(), 1)); // there is no document 0
    starts_.push_back(lists_.size());
    ColumnFileWriter out;
    std::vector<std::string_view> terms;
    for (std::uint32_t number = 0; number < ideas_.size(); ++number) {
        terms.push_back(term(number));
    }
    out.strings("terms", terms);
    out.section("ideas", ideas_);
    out.section("occurrences", occurrences_);
    out.section("most", max_wdf_);
    out.section("slots", slots_);
    out.section("starts", starts_);
    out.bytes("lists", lists_);
    out.write(folder_ + "/words");
}

} // namespace ideary::index
