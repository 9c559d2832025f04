// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// From a committed staging database to a generation in use. Each step leaves the old index or the
// new one; done again from the beginning, it ends the same.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace ideary::index {

/// Called before each step. What it throws is dropped.
using StepCallback = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Steps of publish_staging, for progress.
inline constexpr std::uint64_t publish_steps = 9;

/// Whose content a publish puts in use: what a run says of its kept inputs depends on it.
enum class RunKind {
    ordinary,    ///< inputs that it did not write are what they were before
    interrupted, ///< so are those whose source is remembered as before
    rebuild,     ///< has read and compared them all
};

/// Makes `staging` of an index folder its generation `number` and removes what nobody needs any
/// more. Throws cannot_write, io.
void publish_staging(const std::string &folder, std::uint64_t number, const StepCallback &step,
                     RunKind kind = RunKind::ordinary);

/// Removes generations that no reader can be using: all but the one in use and the one before it,
/// and that too once it was replaced a minute ago; and what cut-off runs left behind.
void remove_leftovers(const std::string &folder);

} // namespace ideary::index
