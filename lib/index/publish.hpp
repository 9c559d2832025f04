// SPDX-License-Identifier: GPL-2.0-or-later
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

/// Makes `staging` of an index folder its generation `number` and removes what nobody needs any
/// more. Throws cannot_write, io.
void publish_staging(const std::string &folder, std::uint64_t number, const StepCallback &step);

/// Removes generations that no reader can be using: all but the one in use and the one before it,
/// and that too once it was replaced a minute ago; and what cut-off runs left behind.
void remove_leftovers(const std::string &folder);

} // namespace ideary::index
