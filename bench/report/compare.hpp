// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Compares two reports.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace ideary::bench {

/// A table of the ratios of both reports with the change: `=` within the noise of the class in
/// either run, else `faster` or `slower`. Compares ratios, not times, because the machines may
/// differ.
std::string comparison(const nlohmann::ordered_json &old_report,
                       const nlohmann::ordered_json &new_report);

} // namespace ideary::bench
