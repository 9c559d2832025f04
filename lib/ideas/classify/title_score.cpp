// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/classify/title_score.hpp"

#include <bit>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t buckets = std::size_t{1} << 15;
constexpr std::size_t scale_at = 12; ///< after the magic and the logarithm of the buckets
constexpr std::size_t bias_at = 16;
constexpr std::size_t weights_at = 20;

constexpr std::size_t longest_line = 160; ///< code points
constexpr std::size_t telling_line = 12;  ///< code points; names like `Parted` score at random
constexpr std::size_t shortest_run = 3;   ///< code points
constexpr std::size_t longest_run = 5;

/// The little-endian float at a byte of the weights.
double float_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return std::bit_cast<float>(number);
}

/// The folded line between U+0002 and U+0003, and where each of its code points begins; the last
/// offset is its end.
std::string framed(std::string_view line, std::vector<std::size_t> &starts) {
    const std::string folded = text::fold_value(start_of(line, max_title_bytes));
    std::string text = "\x02";
    starts = {0};
    for (std::size_t at = 0; at < folded.size() && starts.size() <= longest_line;) {
        const std::size_t size = letter_size(folded, at);
        starts.push_back(text.size());
        text.append(folded, at, size);
        at += size;
    }
    starts.push_back(text.size());
    text += '\x03';
    starts.push_back(text.size());
    return text;
}

} // namespace

double title_score(std::string_view line) {
    const std::string_view weights = title_weights();
    std::vector<std::size_t> starts;
    const std::string text = framed(line, starts);
    std::bitset<buckets> seen;
    int sum = 0;
    for (std::size_t first = 0; first + shortest_run < starts.size(); ++first) {
        std::uint32_t hash = 2166136261; // FNV-1a
        for (std::size_t run = 1; run <= longest_run && first + run < starts.size(); ++run) {
            for (std::size_t at = starts[first + run - 1]; at < starts[first + run]; ++at) {
                hash = (hash ^ static_cast<unsigned char>(text[at])) * 16777619;
            }
            const std::size_t bucket = (hash ^ hash >> 16) % buckets;
            if (run >= shortest_run && !seen[bucket]) {
                seen.set(bucket);
                sum += static_cast<signed char>(weights[weights_at + bucket]);
            }
        }
    }
    if (seen.none()) {
        return 0;
    }
    return float_at(weights, bias_at) +
           float_at(weights, scale_at) * sum / std::sqrt(static_cast<double>(seen.count()));
}

double score_in_list(std::string_view line) {
    return text::count_code_points(line) < telling_line ? 0 : title_score(line);
}

} // namespace ideary::ideas
