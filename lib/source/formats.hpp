// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The table of formats, and the kind of a file by its content first and its name second.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

/// One row of the format table.
struct Format {
    std::string_view name;
    std::vector<std::string_view> suffixes; ///< with the dot, lower case
    std::string_view help;
};
const std::vector<Format> &formats();

/// Whether a directory walk reads a file of this name: some row has its suffix, `.gz` apart.
bool has_known_suffix(std::string_view file_name);
/// File name in lower case without folders and `.gz`.
std::string plain_name(std::string_view path);
/// Name of the row of the format table for a file name; `text` where none has its suffix.
std::string_view format_by_name(std::string_view path);
/// Why bytes cannot be text ("a PNG image", "mostly NUL bytes"); empty when they may be.
std::string not_text(std::string_view bytes);
/// Whether a source is a stream of records, by its first bytes (after unpacking) and its name.
bool is_record_stream(std::string_view first_bytes, std::string_view name);
/// Whether a source is one JSON list of objects: a document up to max_json_list_size, else a
/// stream.
bool is_json_list(std::string_view first_bytes);
inline constexpr std::size_t max_json_list_size = std::size_t{16} << 20; ///< bytes

} // namespace ideary::source
