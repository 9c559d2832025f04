// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Reliability tests about damage and concurrency. They use the library; `damage` and
// `other_versions` also run the command if its path is given.
#pragma once

#include "../reliability_test.hpp"
#include "idea_generator.hpp"

namespace ideary::fault {

void concurrent_readers(ReliabilityTest &test);
void damage(ReliabilityTest &test);
void threads(ReliabilityTest &test);
void memory(ReliabilityTest &test);
void other_versions(ReliabilityTest &test);
void ingest_order(ReliabilityTest &test);

} // namespace ideary::fault
