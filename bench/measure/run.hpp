// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"
#include "report/report.hpp"

namespace ideary::bench {

/// Builds what is missing and measures everything on one corpus. ideas: size of a synthetic corpus.
Report run(const Options &options, std::optional<std::uint64_t> ideas);

} // namespace ideary::bench
