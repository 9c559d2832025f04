// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The index terms that the baseline searches: see lib/index/README.md.
#pragma once

#include <string>

namespace ideary::bench {

inline const std::string year_prefix = "Y";
inline const std::string author_prefix = "A";
inline const std::string topic_prefix = "XT:";
inline const std::string id_prefix = "Q";

/// The term of the catch-all field for all forms of an English word.
std::string stem_term(const std::string &form);
/// The stem without prefix.
std::string stem_of(const std::string &form);

/// A key that is the same for the id of an idea and for its index term, in which long ids are
/// truncated and end in a hash.
std::string key_of_id(const std::string &id);
std::string key_of_id_term(const std::string &term);

} // namespace ideary::bench
