// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One function a table or small file: see Target::problem.
#pragma once

#include <string>

namespace fuzz {

std::string sidecar(const std::string &bytes);
std::string topics(const std::string &bytes);
std::string synonyms(const std::string &bytes);
std::string manifest(const std::string &bytes);
std::string current(const std::string &bytes);
std::string sources(const std::string &bytes);
std::string remembered(const std::string &bytes);

/// A MANIFEST or CURRENT with what this program writes of format, features and analyzer where `@`
/// stands for it, and a CRC that fits: what stands behind these checks is reached as well, and a
/// corpus does not grow stale with the format.
std::string made_to_fit(std::string bytes);

} // namespace fuzz
