// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Bytes to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace ideary::text {

struct Decoded {
    std::string utf8;     ///< valid UTF-8, no BOM, no NUL
    std::string encoding; ///< IANA name of what was read
    bool guessed = false; ///< by statistics or as the last resort: worth a remark
    bool damaged = false; ///< some bytes fitted nothing and became U+FFFD
};

/// The order: forced encoding, BOM, valid UTF-8, own UTF-16 test, ICU's detector among legacy sets
/// (from 64 bytes on), windows-1252. Never throws on bytes; an unknown forced name is an Error
/// (usage).
Decoded decode(std::string_view bytes, std::string_view forced_encoding = {});

/// Whether text is well-formed UTF-8.
bool is_utf8(std::string_view text);

} // namespace ideary::text
