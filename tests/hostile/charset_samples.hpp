// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Sentences about talks in many languages, each with the legacy encodings used for the language.
#pragma once

#include <string>
#include <vector>

namespace ideary::hostile {

struct Sample {
    const char *language;
    std::vector<const char *> encodings; ///< as iconv names them
    std::vector<const char *> texts;
};

const std::vector<Sample> &charset_samples();

} // namespace ideary::hostile
