// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Explains which rule took or refused each heading, item and row of a document.
#pragma once

#include <string>
#include <vector>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/extract/extract.hpp"
#include "ideas/topics/topics.hpp"

namespace ideary::ideas {

/// One line a decision: line number, `idea`, `topic`, `path` or `no idea`, text, rule.
std::string explain(const AnnotatedOutline &outline, const std::vector<Draft> &drafts);

/// One line a topic of the idea on a line: which alias it was found by, and where.
std::string explain_topics(int line, const std::vector<TopicReason> &reasons);

} // namespace ideary::ideas
