// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Corrections by hand: lines of which a person said that they are an idea, or none.
#pragma once

#include <vector>

#include "ideary/split.hpp"
#include "ideas/document/annotated_outline.hpp"
#include "ideas/extract/extract.hpp"

namespace ideary::ideas {

/// Applies corrections to drafts. A correction with a title applies to the nearest line with that
/// title; one without, to its line. Returns a remark for each that finds nothing to correct.
std::vector<Remark> apply_corrections(const std::vector<IdeaCorrection> &corrections,
                                      const AnnotatedOutline &outline,
                                      const std::vector<std::string> &authors,
                                      std::vector<Draft> &drafts);

} // namespace ideary::ideas
