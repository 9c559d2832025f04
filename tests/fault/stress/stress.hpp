// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The bars about damage and about many at once. They need no command, but B8 and B16 also ask it
// where they are given one.
#pragma once

#include "../bar.hpp"
#include "invented.hpp"

namespace ideary::fault {

void readers_and_a_writer(Bar &bar);
void damaged_indexes(Bar &bar);
void threads_and_one_index(Bar &bar);
void memory_over_time(Bar &bar);
void other_versions(Bar &bar);
void orders_of_ingest(Bar &bar);

} // namespace ideary::fault
