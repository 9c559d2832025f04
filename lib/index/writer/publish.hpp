// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Publishes a committed staging database as a generation. Each step leaves the old index or the new
// one, and all steps can be repeated.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace ideary::index {

/// Called before each step. Exceptions are ignored.
using StepCallback = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Steps of publish_staging, for progress.
inline constexpr std::uint64_t publish_steps = 9;

/// Which run is published: it decides how archived inputs are verified.
enum class RunKind {
    ordinary,    ///< inputs that it did not write are unchanged
    interrupted, ///< so are those whose source entry is unchanged
    rebuild,     ///< it has read and compared them all
};

/// Publishes `staging` of an index folder as generation `number` and removes what is no longer
/// needed. Throws cannot_write, io.
void publish_staging(const std::string &folder, std::uint64_t number, const StepCallback &step,
                     RunKind kind = RunKind::ordinary);

/// Removes generations that no reader can be using: all but the current and the previous one, also
/// the previous one if it was replaced over a minute ago; and what interrupted runs left.
void remove_leftovers(const std::string &folder);

} // namespace ideary::index
