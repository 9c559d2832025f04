// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include "ideary/index.hpp"

namespace ideary::index {

/// Everything that `check` verifies about the index itself (its sources are ingest's business).
std::vector<Finding> check_index(const std::string &path);

} // namespace ideary::index
