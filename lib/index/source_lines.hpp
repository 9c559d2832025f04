// SPDX-License-Identifier: GPL-2.0-or-later
// The text of sources.jsonl: the key of a source and what is remembered of it, one a line.
#pragma once

#include <map>
#include <string>

namespace ideary::index {

/// Text of sources.jsonl.
std::string sources_text(const std::map<std::string, std::string> &sources);
/// The way back. Takes any bytes; a line that is not ours is left out.
std::map<std::string, std::string> parse_sources(const std::string &text);

} // namespace ideary::index
