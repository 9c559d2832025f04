// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Tests of permissions run as the user nobody if the tester is root, who may access everything.
#pragma once

#include "reliability_test.hpp"

namespace ideary::fault {

/// For Command::in_child: drops the privileges of root. Returns whether that worked.
bool become_nobody();
/// Why the user nobody cannot run the tool in the folder of this test; empty if it can.
std::string why_not_nobody(const ReliabilityTest &test);
/// If the tester is root, makes the user nobody the owner of a folder and of everything in it.
void give_to_nobody(const std::string &folder);
/// For Command::in_child: mounts the folder read-only in a new mount namespace.
bool mount_read_only(const std::string &folder);

} // namespace ideary::fault
