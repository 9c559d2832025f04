// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Paths of sources as people read them.
#pragma once

#include <string>
#include <string_view>

#include <ideary/idea.hpp>

namespace ideary::tools {

/// The path relative to the current directory if it is below it, unless that is `/`; else the path
/// as the index has it.
std::string source_path(const Place &place);
/// `path:line`, as editors take it; the path alone where the line is unknown.
std::string path_and_line(const Place &place);

} // namespace ideary::tools
