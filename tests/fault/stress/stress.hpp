// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The tests about damage and about many at once. They need no command, but `damage` and
// `other_versions` also run it where they are given one.
#pragma once

#include "../reliability_test.hpp"
#include "idea_generator.hpp"

namespace ideary::fault {

void readers_and_a_writer(ReliabilityTest &test);
void damaged_indexes(ReliabilityTest &test);
void threads_and_one_index(ReliabilityTest &test);
void memory_over_time(ReliabilityTest &test);
void other_versions(ReliabilityTest &test);
void orders_of_ingest(ReliabilityTest &test);

} // namespace ideary::fault
