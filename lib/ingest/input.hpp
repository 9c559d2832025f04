// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of one source: hashed, unpacked, and told apart into a document or a stream of records.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ideary/writer.hpp"
#include "ingest/walk.hpp"
#include "source/document.hpp"

namespace ideary::ingesting {

/// What one look through all bytes of a source tells.
struct Scan {
    std::string problem; ///< why it cannot be read; empty: it can
    std::string hash;    ///< XXH3, 128 bits, hex, of the bytes as they came (packed where packed)
    std::uint64_t bytes = 0;
    bool records = false;
    std::string text; ///< unpacked, of a document; cut one byte over its limit
};

using BytesCallback = std::function<void(std::uint64_t bytes)>;

/// Reads all of an input once. read_bytes is called with the size of each piece.
Scan scan(const Input &input, const BytesCallback &read_bytes);

/// The unpacked bytes of an input, piece by piece. Throws Error (io) when it can no longer be
/// opened or read.
source::Reader open_reader(const Input &input, const BytesCallback &read_bytes);

/// Hex of the 128-bit hash.
std::string hash_of(std::string_view bytes);

/// Standard input as it came in a file of its own.
struct Spool {
    std::string hash;
    std::uint64_t bytes = 0;
    bool packed_by_us = false; ///< gzip, unless it came as gzip
};

/// Copies standard input into a new file at path, packed. Throws cannot_write.
Spool spool(const InputCallback &standard_input, const std::string &path);

/// A file in the system's folder for temporary files, removed with this object.
class TemporaryFile {
  public:
    TemporaryFile();
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    const std::string &path() const { return path_; }

  private:
    std::string path_;
};

} // namespace ideary::ingesting
