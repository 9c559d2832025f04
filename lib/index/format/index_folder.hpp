// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The folder of an index as its writer finds and leaves it, beside the databases in it.
#pragma once

#include <cstdint>
#include <string>

namespace ideary::index {

/// Makes the folder of an index. A folder full of other things is not made one by mistake: throws
/// cannot_write.
void prepare_folder(const std::string &path);
/// The highest number that any generation there has, also of another format or cut off: numbers
/// are never used twice.
std::uint64_t highest_generation(const std::string &folder);
/// Removes what a writer that was cut off left beside staging.
void remove_unfinished(const std::string &folder);
/// Of that the generations that were being made: they may be as large as all the rest.
void remove_unfinished_generations(const std::string &folder);
/// Puts staging.new in the place of staging.
void swap_in(const std::string &folder);

/// Removes standard input that a run kept and did not publish.
void drop_new_inputs(const std::string &folder);
/// Gives a kept input a second name, under which no run removes it. Gives that; nothing when no
/// file is there.
std::string set_aside(const std::string &archived_input);
/// Whether a name in the folder `sources` is one that set_aside gave.
bool is_set_aside(const std::string &name);
/// Makes it durable: once staging is committed, a publish that is cut off is finished, and then it
/// must be there.
void sync_new_inputs(const std::string &folder);

} // namespace ideary::index
