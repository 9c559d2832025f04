// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The user's editor.
#pragma once

#include <string>

namespace ideary::tools {

/// Replaces the process by $VISUAL, or else $EDITOR, at the line of the file. Throws Error (usage,
/// missing_input) when neither is set or the file cannot be read.
[[noreturn]] void open_in_editor(const std::string &path, int line);

} // namespace ideary::tools
