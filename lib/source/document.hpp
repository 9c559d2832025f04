// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Bytes of one source come in; its outline or its records, its metadata and remarks go out.
// This module does not know what an idea is, nor where ideas are stored.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"
#include "source/metadata/metadata.hpp"
#include "source/model/outline.hpp"
#include "source/records/record.hpp"

namespace ideary::source {

struct Document {
    std::string format;   ///< name of the row of the format table
    std::string encoding; ///< IANA name
    Metadata metadata;
    Outline outline;
    Outline comments;            ///< content of HTML comments, through the same passes, same lines
    bool is_data = false;        ///< a data format: `records` and no outline
    std::vector<Record> records; ///< of a data format, in order
    std::vector<Remark> remarks;
    std::string unreadable; ///< why it cannot be read at all ("a PNG image"); empty: it was read
};

// Limits of what is read (after unpacking). What exceeds them adds a remark.
inline constexpr std::size_t max_document_size = std::size_t{64} << 20; ///< bytes
inline constexpr std::size_t max_lines = 40000; ///< of a document: each can be an idea

/// Reads a whole document (every format but streams of records). Never throws on what bytes hold.
Document read(std::string_view bytes, std::string_view name, const SourceOverrides &overrides);

} // namespace ideary::source
