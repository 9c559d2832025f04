// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>

namespace ideary::text {

enum class ByteOrder { none, little, big };

/// Whether bytes without a BOM are UTF-16, and in which order: by the NUL and control bytes that
/// no legacy text holds, and for Chinese, Japanese and Korean by how likely the characters are.
ByteOrder guess_utf16(std::string_view bytes);

} // namespace ideary::text
