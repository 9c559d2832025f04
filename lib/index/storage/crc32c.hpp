// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ideary::index {

/// CRC32C (Castagnoli, reflected 0x82F63B78) of bytes, continued from the CRC of preceding bytes.
std::uint32_t crc32c(std::string_view bytes, std::uint32_t before = 0);
/// The same without the processor's instruction, for processors that lack it.
std::uint32_t crc32c_by_table(std::string_view bytes, std::uint32_t before = 0);
/// The CRC of a file, read in pieces. Throws io.
std::uint32_t crc32c_of_file(const std::string &path);

} // namespace ideary::index
