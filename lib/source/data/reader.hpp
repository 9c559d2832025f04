// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <functional>

namespace ideary::source {

/// Reads up to `size` bytes of a source into `buffer`. Returns the bytes read, 0 at the end.
using Reader = std::function<std::size_t(char *buffer, std::size_t size)>;

} // namespace ideary::source
