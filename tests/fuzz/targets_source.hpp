// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One function per format: see Target::problem.
#pragma once

#include <string>

namespace fuzz {

std::string markdown(const std::string &bytes);
std::string plain_text(const std::string &bytes);
std::string rst(const std::string &bytes);
std::string html(const std::string &bytes);
std::string records(const std::string &bytes);
std::string json_data(const std::string &bytes);
std::string xml_data(const std::string &bytes);
std::string csv_data(const std::string &bytes);
std::string icalendar(const std::string &bytes);
std::string yaml_data(const std::string &bytes);
std::string bibtex(const std::string &bytes);
std::string gzip(const std::string &bytes);

} // namespace fuzz
