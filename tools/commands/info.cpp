// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>

#include "command_context.hpp"
#include "output/json_output.hpp"

namespace ideary::tools {

namespace {

std::string size_text(std::uint64_t bytes) {
    constexpr double step = 1024;
    const auto size = static_cast<double>(bytes);
    return size < step * step ? fmt::format("{:.1f} KiB", size / step)
                              : fmt::format("{:.1f} MiB", size / step / step);
}

std::string info_text(const Info &info) {
    const std::pair<std::string_view, std::string> rows[] = {
        {"index", info.path},
        {"ideas", std::to_string(info.ideas)},
        {"sources", std::to_string(info.sources)},
        {"terms", std::to_string(info.terms)},
        {"size", size_text(info.bytes)},
        {"format", std::to_string(info.format)},
        {"generation", std::to_string(info.generation)},
        {"features", fmt::format("{}", fmt::join(info.features, ", "))},
        {"analyzer", info.analyzer},
    };
    std::string out;
    for (const auto &[name, value] : rows) {
        out += fmt::format("{:<11} {}\n", name, terminal_safe(value));
    }
    return out;
}

} // namespace

int run_info(const Arguments &, CommandContext &context) {
    const Info info = context.open_index().info();
    context.out.write(context.format == Format::json ? info_json(info) + "\n" : info_text(info));
    return 0;
}

} // namespace ideary::tools
