// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <filesystem>
#include <fmt/format.h>
#include <ideary/json.hpp>

#include "command_context.hpp"
#include "output/numbers.hpp"

namespace ideary::tools {

namespace {

/// The bytes of all files in the folder of the index, which also keeps what came from standard
/// input and what a writer prepares.
std::uint64_t folder_size(const std::string &path) {
    std::uint64_t bytes = 0;
    std::error_code error;
    for (auto entry = std::filesystem::recursive_directory_iterator(path, error);
         !error && entry != std::filesystem::recursive_directory_iterator();
         entry.increment(error)) {
        std::error_code vanished;
        const std::uint64_t size =
            entry->is_regular_file(vanished) ? entry->file_size(vanished) : 0;
        bytes += vanished ? 0 : size;
    }
    return bytes;
}

std::string size_text(std::uint64_t bytes) {
    constexpr double step = 1024;
    const auto size = static_cast<double>(bytes);
    if (size >= step * step * step) {
        return fmt::format("{:.1f} GiB", size / step / step / step);
    }
    return size < step * step ? fmt::format("{:.1f} KiB", size / step)
                              : fmt::format("{:.1f} MiB", size / step / step);
}

/// "421 wishes, 17 notes"
std::string kinds_text(const Index &index) {
    std::string text;
    for (const FacetValue &kind : index.facet("kind", Query::parse("")).values) {
        text += (text.empty() ? "" : ", ") + amount(kind.count, kind.value);
    }
    return text;
}

/// "2007–2026"
std::string years_text(const Index &index) {
    SearchOptions all_values;
    all_values.facet_limit = 0;
    std::string first, last;
    for (const FacetValue &year : index.facet("year", Query::parse(""), all_values).values) {
        first = first.empty() || year.value < first ? year.value : first;
        last = year.value > last ? year.value : last;
    }
    return first == last ? first : first + "–" + last;
}

std::string info_text(const Index &index, const Info &info, const std::string &path) {
    const std::pair<std::string_view, std::string> rows[] = {
        {"index", info.path},
        {"ideas", grouped(info.ideas)},
        {"kinds", kinds_text(index)},
        {"years", years_text(index)},
        {"sources", grouped(info.sources)},
        {"words", grouped(info.terms)},
        {"size", fmt::format("{}, of which search reads {}", size_text(folder_size(path)),
                             size_text(info.bytes))},
        {"format", std::to_string(info.format)},
        {"generation", grouped(info.generation)},
    };
    std::string out;
    for (const auto &[name, value] : rows) {
        out += value.empty() ? "" : fmt::format("{:<11} {}\n", name, terminal_safe(value));
    }
    return out;
}

} // namespace

int run_info(const Arguments &, CommandContext &context) {
    const Index index = context.open_index();
    const Info info = index.info();
    context.out.write(context.format == Format::json
                          ? to_json(info) + "\n"
                          : info_text(index, info, context.index_path()));
    return 0;
}

} // namespace ideary::tools
