// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The bytes of one source: hashed, decompressed, recognised as a document or as records.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/walk.hpp"
#include "source/data/reader.hpp"

namespace ideary::ingesting {

/// The result of one pass over the bytes of a source; a document in a file is read up to its limit.
struct Scan {
    std::string problem; ///< why it cannot be read; empty: it can
    std::string hash;    ///< XXH3, 128 bits, hex, of the bytes as they came (packed where packed)
    std::uint64_t bytes = 0;
    bool records = false;
    bool are_talks = false; ///< of records: most name speakers
    std::string text; ///< unpacked, of a document; cut one byte over its limit
};

using BytesCallback = std::function<void(std::uint64_t bytes)>;

/// Reads an input once. read_bytes is called with the size of each piece.
Scan scan(const Input &input, const BytesCallback &read_bytes);

/// The unpacked bytes of an input, piece by piece. Throws Error (io) when it can no longer be
/// opened or read.
source::Reader open_reader(const Input &input, const BytesCallback &read_bytes);

} // namespace ideary::ingesting
