// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One function per table or small file: see Target::problem.
#pragma once

#include <string>

namespace fuzz {

std::string sidecar(const std::string &bytes);
std::string topics(const std::string &bytes);
std::string synonyms(const std::string &bytes);
std::string manifest(const std::string &bytes);
std::string current(const std::string &bytes);
std::string sources(const std::string &bytes);
std::string remembered(const std::string &bytes);

/// Replaces `@` in a MANIFEST or CURRENT by the current format, features and analyzer, and appends
/// the CRC, so that the code after these checks is reached and the corpus outlives the format.
std::string with_current_format(std::string bytes);

} // namespace fuzz
