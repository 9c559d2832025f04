// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <xapian.h>

#include "ideary/index.hpp"
#include "schema/fields.hpp"
#include "text/tokens.hpp"

namespace ideary {

Versions versions() {
    return {IDEARY_VERSION, Xapian::version_string(), text::icu_version(), schema::format_number};
}

} // namespace ideary
