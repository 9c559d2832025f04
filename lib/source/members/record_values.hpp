// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Values of records as plain data: texts in whatever form they are written, years of dates, codes
// of languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/data/value.hpp"

namespace ideary::source {

/// The text of a value as written: a scalar, the text of an XML element, one language of several
/// (`{"en": …}`, the first where there is no English), `{"value": …}`, the name of an object, the
/// first of a list. Empty where there is none.
std::string_view raw_text(const Value &value);
/// The same as one line: HTML and entities decoded once, whitespace collapsed, addresses masked.
std::string line_of(const Value &value);
/// All texts of a list (or of the items below the entries of a list), each as one line, once.
std::vector<std::string> lines_of(const Value &value);
/// The year of a date in any usual form: ISO, in words, basic (`20240102T…`), seconds or
/// milliseconds since 1970, an object with a date or start. 1900 to 2100.
std::optional<int> year_of(const Value &value);
std::optional<int> year_of_text(std::string_view text);
/// Two-letter code of a language given by code or by name; the first of several; empty if none.
std::string language_of(std::string_view text);
/// Whether a value says yes: true, `yes`, `1`, an object.
bool is_true(const Value &value);

} // namespace ideary::source
