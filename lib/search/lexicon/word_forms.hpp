// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// English word forms that stemming does not conflate.
#pragma once

#include <string>
#include <vector>

namespace ideary::search {

/// British and American variants of a form (optimise, optimize); most are no words.
std::vector<std::string> other_spellings(const std::string &form);

/// Candidates for words with this stem: the stem with common endings.
std::vector<std::string> forms_of_stem(const std::string &stem);

} // namespace ideary::search
