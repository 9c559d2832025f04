// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"

namespace ideary::source {

/// What a sidecar says of files of its folder.
struct Sidecar {
    std::vector<std::pair<std::string, SourceOverrides>> files; ///< by file name
    std::vector<Remark> remarks; ///< paths that lead elsewhere, entries that are not understood
};

Sidecar read_sidecar(std::string_view bytes, std::string_view path);

} // namespace ideary::source
