// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Hits as text for people.
#pragma once

#include <string>
#include <vector>

#include <ideary/index.hpp>

#include "terminal/style.hpp"

namespace ideary::tools {

/// Two lines: title, kind, and years of this and folded ideas; people, event and topics, and the
/// place in the source. A third line has the snippet, if there is one.
std::string short_hit_text(const Hit &hit, const Style &style);
/// A hit in full: the whole title and snippet, the place, and the id.
std::string long_hit_text(const Hit &hit, const Style &style);

/// People, event and topics; "" when all are unknown.
std::string byline(const Idea &idea);

/// The parsed query and what is searched.
std::string explanation_text(const QueryExplanation &explanation, const Style &style);
/// The parts of a score, one term a line.
std::string contributions_text(const std::vector<Contribution> &list, const Style &style);

} // namespace ideary::tools
