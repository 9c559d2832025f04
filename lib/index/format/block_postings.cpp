// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/block_postings.hpp"

#include <algorithm>

#include "index/format/forward_index.hpp"
#include "index/storage/varint.hpp"
#include "schema/fields.hpp"

namespace ideary::index {
namespace {

/// A term is frequent if df ≥ max(64, N/256).
constexpr std::uint64_t frequent_divisor = 256;
constexpr std::uint64_t min_frequent_ideas = 64;

} // namespace

void BlockPostingsCursor::read_block(std::size_t block) {
    block_ = block;
    place_ = 0;
    size_ = 0;
    if (block < lasts_.size() && at_[block] <= at_[block + 1] && at_[block + 1] <= data_.size()) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(data_.data());
        const unsigned char *at = bytes + at_[block];
        const unsigned char *stop = bytes + at_[block + 1];
        Xapian::docid doc = block == 0 ? 0 : lasts_[block - 1];
        while (at < stop && size_ < frequent_block) {
            const std::uint32_t gap = *at < 0x80 ? *at++ : get_varint32(at, stop);
            if (gap == 0 || gap >= end - doc) {
                break;
            }
            doc += gap;
            docs_[size_] = doc;
            counts_[size_++] = at < stop && *at < 0x80 ? *at++ : get_varint32(at, stop);
        }
    }
    if (size_ == 0) {
        block_ = lasts_.size();
        docs_[0] = end;
        counts_[0] = 0;
    }
}

void BlockPostingsCursor::seek(Xapian::docid doc) {
    if (docs_[place_] >= doc) {
        return;
    }
    if (lasts_[block_] < doc) {
        const auto from = lasts_.begin() + static_cast<std::ptrdiff_t>(block_);
        read_block(
            static_cast<std::size_t>(std::lower_bound(from, lasts_.end(), doc) - lasts_.begin()));
    }
    while (docs_[place_] < doc) {
        step();
    }
}

BlockPostings::BlockPostings(const std::string &folder)
    : file_(folder + "/frequent"), terms_(file_.strings("terms")),
      first_blocks_(file_.section<std::uint64_t>("first.block", terms_.size() + 1)),
      lasts_(file_.all<std::uint32_t>("last")), data_(file_.bytes("postings")) {
    at_ = file_.section<std::uint64_t>("at", lasts_.size() + 1);
    if (first_blocks_.back() != lasts_.size()) {
        file_.damaged("its blocks do not end where they should");
    }
}

std::optional<BlockPostingsCursor> BlockPostings::find(std::string_view term) const {
    std::size_t low = 0;
    std::size_t high = terms_.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (terms_[middle] < term) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == terms_.size() || terms_[low] != term) {
        return std::nullopt;
    }
    const std::uint64_t first = first_blocks_[low];
    const std::uint64_t last = first_blocks_[low + 1];
    if (first > last || last > lasts_.size()) {
        return std::nullopt; // damage that a quick open does not see
    }
    return BlockPostingsCursor(lasts_.subspan(first, last - first),
                               at_.subspan(first, last - first + 1), data_);
}

void BlockPostingsBuilder::add_if_frequent(const Xapian::TermIterator &term) {
    const std::uint64_t ideas = term.get_termfreq();
    const std::uint64_t all = database_.get_doccount();
    if (ideas < min_frequent_ideas || ideas * frequent_divisor < all) {
        return;
    }
    // Words of fields are rarely searched; values are columns.
    if (!is_catch_all_stem(*term) && !is_catch_all_form(*term)) {
        return;
    }
    // Stop words have wdf 0 and are used in phrases only.
    if (database_.get_collection_freq(*term) > 0) {
        add(*term);
    }
}

void BlockPostingsBuilder::add(const std::string &term) {
    terms_.push_back(term);
    Xapian::docid before = 0;
    std::size_t in_block = 0;
    const auto end_block = [&] {
        if (in_block > 0) {
            lasts_.push_back(before);
            at_.push_back(data_.size());
            in_block = 0;
        }
    };
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
        put_varint32(data_, *at - before);
        put_varint32(data_, at.get_wdf());
        before = *at;
        if (++in_block == frequent_block) {
            end_block();
        }
    }
    end_block();
    first_blocks_.push_back(lasts_.size());
}

void BlockPostingsBuilder::finish() const {
    ColumnFileWriter out;
    out.strings("terms", {terms_.begin(), terms_.end()});
    out.section("first.block", first_blocks_);
    out.section("last", lasts_);
    out.section("at", at_);
    out.bytes("postings", data_);
    out.write(folder_ + "/frequent");
}

} // namespace ideary::index
