// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include "ideary/index.hpp"

namespace ideary::ingesting {

/// What is not as the index remembers it: sources that are gone, changed or cannot be read.
std::vector<Finding> check_sources(const std::string &index_path);

} // namespace ideary::ingesting
