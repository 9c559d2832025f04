// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>

#include "source/data/value.hpp"

namespace ideary::source {

/// Reads an XML text in UTF-8 as a tree: an element is a map of its attributes and child elements,
/// by local name and in order, or a text where it has neither. Text beside them is the member
/// `#text`, with the text of inner elements. Faults are passed over where possible; entities that a
/// document declares are not expanded and nothing is loaded.
Parsed parse_xml(std::string_view text);

} // namespace ideary::source
