// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Tests of permissions run as nobody where the tester is root, whom nothing is forbidden.
#pragma once

#include "reliability_test.hpp"

namespace ideary::fault {

/// For Command::in_child: from now on without the rights of root. True when that worked.
bool become_nobody();
/// Why nobody cannot run the tool in the folder of this test; empty when it can.
std::string why_no_nobody(const ReliabilityTest &test);
/// Makes nobody the owner of a folder and all in it, where the tester is root.
void give_to_nobody(const std::string &folder);
/// For Command::in_child: in a world of its own, where that folder is mounted read-only.
bool mount_read_only(const std::string &folder);

} // namespace ideary::fault
