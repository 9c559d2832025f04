// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The compiled form of the phrase tables: constant data, written by compile_phrases.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ideas/phrases/phrases.hpp"

namespace ideary::ideas {

enum PhraseFlags : std::uint8_t {
    phrase_at_start = 1,  ///< had a leading `^`
    phrase_at_end = 2,    ///< had a trailing `$`
    phrase_open_word = 4, ///< had a trailing `*`
};

struct PhraseEntry {
    std::uint32_t offset; ///< of its text in PhraseTable::text
    std::uint16_t size;   ///< bytes
    std::uint8_t flags;
    /// 1 + index of the greatest entry before this one whose text is a prefix of this one; 0: none.
    std::uint32_t prefix;
};

/// Entries of one table, sorted by text.
struct PhraseTable {
    std::span<const PhraseEntry> entries;
    std::string_view text;

    std::string_view text_of(const PhraseEntry &entry) const {
        return text.substr(entry.offset, entry.size);
    }
};

PhraseTable phrase_table(PhraseSet table);

} // namespace ideary::ideas
