// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Every reader of bytes that may be hostile, and what has to hold of it for any bytes: for the
// fuzzer, for the mutator of the hostile tests, and for the replay of what they found.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fuzz {

struct Target {
    std::string_view name; ///< also of its folder below corpus/
    /// What does not hold of these bytes; empty: all is well. Throws when a reader lets an
    /// exception out that it must not.
    std::string (*problem)(const std::string &bytes);
    int passes = 1; ///< how often problem() reads the bytes; the time limit is multiplied by it
};

std::span<const Target> targets();
const Target *find_target(std::string_view name);

} // namespace fuzz
