// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How much room a run needs on its disk, and whether it is there. All who ask ask here.
#pragma once

#include <cstdint>
#include <string>

namespace ideary::index {

/// What is left free beside what an index needs.
inline constexpr std::uint64_t headroom = 16UL << 20;

/// Bytes that are free for us where the path is, or is to be made.
std::uint64_t free_space(const std::string &path);
/// Throws cannot_write, naming the path, the need and what is free, when fewer bytes are free.
void need_space(const std::string &path, std::uint64_t bytes);

/// Room for a run: for ideas with so many bytes of text, as they stand in staging and in a
/// generation, beside a generation that is made anew (0 bytes: there is none). It is what ordinary
/// text needs at least: very short ideas need more each, and need_space says so later.
std::uint64_t room_for_run(std::uint64_t text, std::uint64_t generation);

/// What is known of a run when it is to be published.
struct Written {
    std::uint64_t staging = 0;    ///< bytes of it now
    std::uint64_t before = 0;     ///< and before the run
    std::uint64_t generation = 0; ///< bytes of the one in use; 0: nothing is known of before
    std::uint64_t text = 0;       ///< bytes of the ideas that were added
};
/// Room for the next generation while it is made. A staging that has much room of removed ideas in
/// it makes no larger generation than what is in use and what was added.
std::uint64_t room_to_publish(const Written &written);

} // namespace ideary::index
