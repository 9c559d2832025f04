// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Every reader of untrusted bytes with its invariants: for the fuzzer, the mutator of the hostile
// tests, and the replay of their findings.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fuzz {

struct Target {
    std::string_view name; ///< also the name of its folder in corpus/
    /// Returns the invariant that these bytes violate, or an empty string. An exception is a bug in
    /// the reader.
    std::string (*problem)(const std::string &bytes);
    int passes = 1; ///< how often problem() reads the bytes; the time limit is multiplied by it
};

std::span<const Target> targets();
const Target *find_target(std::string_view name);

} // namespace fuzz
