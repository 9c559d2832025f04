// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One function per kind of text processing: see Target::problem.
#pragma once

#include <string>

namespace fuzz {

std::string decode(const std::string &bytes);
std::string tokens(const std::string &bytes);
std::string normal(const std::string &bytes);
std::string query(const std::string &bytes);

} // namespace fuzz
