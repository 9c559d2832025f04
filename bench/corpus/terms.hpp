// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The terms of a generation that the baseline asks for: see lib/index/README.md.
#pragma once

#include <string>

namespace ideary::bench {

inline const std::string year_prefix = "Y";
inline const std::string author_prefix = "A";
inline const std::string topic_prefix = "XT:";
inline const std::string id_prefix = "Q";

/// Term of the merged list for all forms of an English word.
std::string stem_term(const std::string &form);
/// Its stem alone.
std::string stem_of(const std::string &form);

/// What two writings of one id have in common: the id of an idea, and what stands behind the prefix
/// in the term of an id, where long ones are cut and end in a hash.
std::string key_of_id(const std::string &id);
std::string key_of_id_term(const std::string &term);

} // namespace ideary::bench
