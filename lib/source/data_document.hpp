// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Files in a data language: they hold records or nothing, and are never read as prose.
#pragma once

#include <string>
#include <string_view>

#include "source/document.hpp"

namespace ideary::source {

/// Reads the records of a text in a data format into a document. False where the text turns out to
/// be prose; else a text without records adds one remark.
bool read_data(std::string_view text, std::string_view format, std::string_view name,
               Document &document);
/// Makes the document one record where its front matter describes a talk; its text is `lines`.
/// False where it does not.
bool read_talk_file(const FrontMatter &front, const std::vector<std::string> &lines,
                    Document &document);

} // namespace ideary::source
