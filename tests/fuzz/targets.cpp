// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "fuzz/targets.hpp"

#include <algorithm>
#include <array>

#include "fuzz/targets_source.hpp"
#include "fuzz/targets_tables.hpp"
#include "fuzz/targets_text.hpp"

namespace fuzz {
namespace {

constexpr std::array all = std::to_array<Target>({
    {"markdown", markdown, 2},
    {"text", plain_text, 2},
    {"rst", rst, 2},
    {"html", html, 2},
    {"records", records, 3},
    {"json", json_data, 2},
    {"xml", xml_data, 2},
    {"csv", csv_data, 2},
    {"icalendar", icalendar, 2},
    {"yaml", yaml_data, 2},
    {"bibtex", bibtex, 2},
    {"gzip", gzip},
    {"sidecar", sidecar},
    {"topics", topics},
    {"synonyms", synonyms, 2},
    {"decode", decode, 3},
    {"tokens", tokens, 4},
    {"normal", normal, 9},
    {"query", query, 4},
    {"manifest", manifest, 2},
    {"current", current, 2},
    {"sources", sources, 2},
    {"remembered", remembered},
});

} // namespace

std::span<const Target> targets() {
    return all;
}

const Target *find_target(std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Target &each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace fuzz
