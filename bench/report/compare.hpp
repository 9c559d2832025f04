// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Two reports come in, what changed beyond the noise goes out.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace ideary::bench {

/// A table of the ratios of both, each with what became of it: `=` within the noise of the class in
/// either run, else `faster` or `slower`. Ratios are compared, not times: the machine may differ.
std::string comparison(const nlohmann::ordered_json &old_report,
                       const nlohmann::ordered_json &new_report);

} // namespace ideary::bench
