// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Environment variables.
#pragma once

#include <cstdlib>
#include <string>

namespace ideary::tools {

/// The value of the variable; "" when it is not set.
inline std::string environment(const char *name) {
    const char *value = std::getenv(name);
    return value == nullptr ? "" : value;
}

} // namespace ideary::tools
