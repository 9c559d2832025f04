// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/facet_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>

#include "output/numbers.hpp"
#include "terminal/layout.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t bar_width = 6;
constexpr std::size_t gap = 3; ///< between facets
constexpr std::size_t min_block_width = 22;

/// A facet ready for layout.
struct Block {
    const FacetPage *page;
    std::size_t digits = 1; ///< of the largest count
    std::size_t width = 0;  ///< columns
};

std::string heading(const FacetPage &page) {
    const std::size_t printed = page.facet.values.size();
    return printed == page.values ? fmt::format("{} ({})", page.facet.field, grouped(printed))
                                  : fmt::format("{} ({} of {})", page.facet.field, grouped(printed),
                                                grouped(page.values));
}

std::string value_text(const FacetValue &value) {
    return value.selected ? value.value + " *" : value.value;
}

/// A bar in eighths of a column; at least one eighth.
std::string bar(std::uint64_t count, std::uint64_t largest) {
    constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const std::uint64_t parts =
        std::max<std::uint64_t>(1, count * bar_width * 8 / std::max<std::uint64_t>(1, largest));
    std::string text;
    for (std::uint64_t i = 0; i < parts / 8; ++i) {
        text += "█";
    }
    return text.append(eighths[parts % 8]);
}

Block make_block(const FacetPage &page) {
    Block block{&page};
    std::size_t widest = 0;
    for (const FacetValue &value : page.facet.values) {
        block.digits = std::max(block.digits, grouped(value.count).size());
        widest = std::max(widest, display_width(terminal_safe(value_text(value))));
    }
    block.width = std::max(block.digits + bar_width + 2 + widest, heading(page).size());
    return block;
}

std::uint64_t largest_count(const FacetPage &page) {
    std::uint64_t largest = 1;
    for (const FacetValue &value : page.facet.values) {
        largest = std::max(largest, value.count);
    }
    return largest;
}

/// The line of a block: 0 is the heading.
Cell block_line(const Block &block, std::size_t line, const Style &style) {
    if (line == 0) {
        return cell(heading(*block.page), block.width, style, Paint::heading);
    }
    const std::vector<FacetValue> &values = block.page->facet.values;
    if (line > values.size()) {
        return {};
    }
    const FacetValue &value = values[line - 1];
    const std::string blocks = bar(value.count, largest_count(*block.page));
    const Cell painted{style.paint(Paint::bar, blocks), display_width(blocks)};
    const std::size_t before = block.digits + bar_width + 2;
    const Cell name = cell(value_text(value), block.width - before, style,
                           value.selected ? std::optional(Paint::match) : std::nullopt);
    return {fmt::format("{:>{}} {} {}", grouped(value.count), block.digits,
                        padded(painted, bar_width), name.text),
            before + name.width};
}

std::size_t total_width(std::span<const Block> row) {
    std::size_t width = gap * (row.size() - 1);
    for (const Block &block : row) {
        width += block.width;
    }
    return width;
}

/// Takes columns from the widest blocks until the row fits.
void shrink(std::span<Block> row, std::size_t width) {
    while (total_width(row) > width) {
        Block &widest =
            *std::max_element(row.begin(), row.end(),
                              [](const Block &a, const Block &b) { return a.width < b.width; });
        if (widest.width <= min_block_width) {
            return;
        }
        --widest.width;
    }
}

/// The number of blocks from the start that fit side by side when shrunk.
std::size_t blocks_in_row(std::span<const Block> blocks, std::size_t width) {
    std::size_t taken = 0, count = 0;
    for (const Block &block : blocks) {
        taken += std::min(block.width, min_block_width) + (count == 0 ? 0 : gap);
        if (taken > width) {
            break;
        }
        ++count;
    }
    return std::max<std::size_t>(1, count);
}

std::string row_text(std::span<const Block> row, const Style &style) {
    std::size_t lines = 0;
    for (const Block &block : row) {
        lines = std::max(lines, block.page->facet.values.size() + 1);
    }
    std::string out;
    for (std::size_t line = 0; line < lines; ++line) {
        std::string text;
        std::size_t missing = 0; // spaces before the next cell
        for (const Block &block : row) {
            const Cell part = block_line(block, line, style);
            text += part.width == 0 ? "" : std::string(missing, ' ') + part.text;
            missing = part.width == 0 ? missing + block.width + gap
                                      : block.width - std::min(block.width, part.width) + gap;
        }
        out += text + "\n";
    }
    return out;
}

} // namespace

FacetPage facet_page(Facet facet, std::size_t offset, std::optional<std::size_t> limit) {
    FacetPage page{std::move(facet), 0};
    std::vector<FacetValue> &values = page.facet.values;
    page.values = values.size();
    const std::size_t from = std::min(offset, values.size());
    const std::size_t left = values.size() - from;
    const std::size_t size = std::min(limit.value_or(left), left);
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(from + size), values.end());
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(from));
    return page;
}

std::string facets_text(std::vector<FacetPage> facets, const Style &style) {
    std::vector<Block> blocks;
    for (FacetPage &page : facets) {
        if (page.facet.field == "year") {
            std::sort(page.facet.values.begin(), page.facet.values.end(),
                      [](const FacetValue &a, const FacetValue &b) { return a.value < b.value; });
        }
        blocks.push_back(make_block(page));
    }
    std::string out;
    std::span<Block> rest(blocks);
    while (!rest.empty()) {
        const std::span<Block> row = rest.first(blocks_in_row(rest, style.width));
        rest = rest.subspan(row.size());
        shrink(row, style.width);
        out += (out.empty() ? "" : "\n") + row_text(row, style);
    }
    return out;
}

} // namespace ideary::tools
