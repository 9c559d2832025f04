// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"
#include "source/data/value.hpp"

namespace ideary::source {

/// What a sidecar says of files of its folder.
struct Sidecar {
    std::vector<std::pair<std::string, SourceOverrides>> files; ///< by file name
    std::vector<Remark> remarks; ///< paths that lead elsewhere, entries that are not understood
};

Sidecar read_sidecar(std::string_view bytes, std::string_view path);

/// Reads `{"31": "no", "40 Old clocks": "yes", "52": {"kind": "talk", "title": "…"}}`: what a
/// person said of lines. Returns what is wrong with it, or nothing.
std::string take_corrections(const Value &value, std::vector<IdeaCorrection> &corrections);
/// The same as JSON text; empty for none.
std::string print_corrections(const std::vector<IdeaCorrection> &corrections);

} // namespace ideary::source
