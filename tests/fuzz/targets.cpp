// SPDX-License-Identifier: GPL-2.0-or-later
#include "fuzz/targets.hpp"

#include <algorithm>
#include <array>

#include "fuzz/targets_source.hpp"
#include "fuzz/targets_tables.hpp"
#include "fuzz/targets_text.hpp"

namespace fuzz {
namespace {

constexpr std::array all = std::to_array<Target>({
    {"markdown", markdown},
    {"text", plain_text},
    {"rst", rst},
    {"html", html},
    {"records", records},
    {"gzip", gzip},
    {"sidecar", sidecar},
    {"topics", topics},
    {"synonyms", synonyms},
    {"decode", decode},
    {"tokens", tokens},
    {"normal", normal},
    {"query", query},
    {"manifest", manifest},
    {"current", current},
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
