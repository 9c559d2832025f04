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
/// The highest generation number in the folder, including generations of other formats and
/// unfinished ones: numbers are never reused.
std::uint64_t highest_generation(const std::string &folder);
/// Removes what an interrupted writer left beside staging.
void remove_unfinished(const std::string &folder);
/// Removes unfinished generations only: they may be as large as everything else.
void remove_unfinished_generations(const std::string &folder);
/// Replaces staging by staging.new.
void swap_in(const std::string &folder);

/// Removes archived input of unpublished runs.
void drop_new_inputs(const std::string &folder);
/// Gives an archived input a second name, which no run removes. Returns the new path; empty if
/// there is no such file.
std::string set_aside(const std::string &archived_input);
/// Whether a name in `sources/` was made by set_aside.
bool is_set_aside(const std::string &name);
/// Makes new archived inputs durable. Once staging is committed, an interrupted publish will be
/// finished and needs them.
void sync_new_inputs(const std::string &folder);

} // namespace ideary::index
