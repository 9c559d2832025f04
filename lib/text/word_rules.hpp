// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>

namespace ideary::text {

/// word.rules in ICU's binary form, as the build made it. Not aligned.
std::string_view word_rules();

} // namespace ideary::text
