// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How much disk space a run needs, and whether it is free. The only place that computes it.
#pragma once

#include <cstdint>
#include <string>

namespace ideary::index {

/// Always left free.
inline constexpr std::uint64_t headroom = 16UL << 20;

/// Free bytes at a path, which need not exist yet.
std::uint64_t free_space(const std::string &path);
/// Throws cannot_write, naming the path, the need and what is free, when fewer bytes are free.
void need_space(const std::string &path, std::uint64_t bytes);

/// Space for a run: 10 × text + 2 × generation + headroom, in bytes. generation is the size of the
/// current one, 0 if there is none. A lower bound for ordinary text: very short ideas need more,
/// which the check before the publish sees.
std::uint64_t room_for_run(std::uint64_t text, std::uint64_t generation);

/// Sizes that are known when a run is published.
struct Written {
    std::uint64_t staging = 0;    ///< bytes of it now
    std::uint64_t before = 0;     ///< and before the run
    std::uint64_t generation = 0; ///< bytes of the one in use; 0: nothing is known of before
    std::uint64_t text = 0;       ///< bytes of the ideas that were added
};
/// Space for the next generation: twice staging, or less if staging is mostly removed ideas: 2 ×
/// (generation + growth of staging) + 10 × text.
std::uint64_t room_to_publish(const Written &written);

} // namespace ideary::index
