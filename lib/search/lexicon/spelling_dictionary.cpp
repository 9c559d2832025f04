// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/lexicon/spelling_dictionary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "index/analysis/terms.hpp"

namespace ideary::search {
namespace {

// Constants of the correction cost; words are compared by edits, first letter and frequency.
constexpr std::size_t min_letters = 4;
constexpr std::size_t two_edits_from = 7;
constexpr double first_letter_cost = 0.5;
constexpr double log_frequency_discount = 0.12;

/// Decodes a folded form, which is valid UTF-8.
void decode_code_points(std::string_view form, std::u32string &code_points) {
    code_points.clear();
    for (const char c : form) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80 && !code_points.empty()) {
            code_points.back() = (code_points.back() << 6U) | (byte & 0x3FU);
        } else {
            const unsigned bits = byte < 0x80   ? 0x7FU
                                  : byte < 0xE0 ? 0x1FU
                                  : byte < 0xF0 ? 0x0FU
                                                : 7U;
            code_points.push_back(byte & bits);
        }
    }
}

std::u32string code_points_of(std::string_view form) {
    std::u32string code_points;
    decode_code_points(form, code_points);
    return code_points;
}

std::uint64_t letter_mask(std::u32string_view code_points) {
    std::uint64_t letters = 0;
    for (const char32_t point : code_points) {
        letters |= std::uint64_t{1} << (point % 61);
    }
    return letters;
}

/// Whether it consists of letters, as far as bytes tell: a to z, or any other script.
bool is_letters(std::string_view form) {
    return !form.empty() && std::all_of(form.begin(), form.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

} // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int max) {
    const std::size_t n = b.size();
    std::array<std::array<int, index::max_term_points + 1>, 3> rows{};
    if (a.size() > index::max_term_points || n > index::max_term_points) {
        return max + 1;
    }
    for (std::size_t j = 0; j <= n; ++j) {
        rows[0][j] = static_cast<int>(j);
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto &row = rows[i % 3];
        const auto &above = rows[(i + 2) % 3];
        const auto &two_above = rows[(i + 1) % 3];
        row[0] = static_cast<int>(i);
        int min_cost = row[0];
        for (std::size_t j = 1; j <= n; ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], two_above[j - 2] + 1);
            }
            min_cost = std::min(min_cost, row[j]);
        }
        if (min_cost > max) {
            return max + 1;
        }
    }
    return rows[a.size() % 3][n];
}

namespace {

/// Optimal string alignment distances of many words to one, 64 cells of a column at a time (Hyyrö,
/// "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
class EditDistancePattern {
  public:
    explicit EditDistancePattern(std::u32string_view code_points) : size_(code_points.size()) {
        for (std::size_t i = 0; i < std::min<std::size_t>(size_, 64); ++i) {
            const std::uint64_t bit = std::uint64_t{1} << i;
            if (code_points[i] < ascii_.size()) {
                ascii_[code_points[i]] |= bit;
                continue;
            }
            const auto known = std::find_if(others_.begin(), others_.end(), [&](const auto &o) {
                return o.first == code_points[i];
            });
            if (known != others_.end()) {
                known->second |= bit;
            } else {
                others_.emplace_back(code_points[i], bit);
            }
        }
    }

    int distance(std::u32string_view code_points) const {
        const std::uint64_t last = std::uint64_t{1} << (size_ - 1);
        std::uint64_t plus = ~std::uint64_t{0}, minus = 0, zero = 0, before = 0;
        int distance = static_cast<int>(size_);
        for (const char32_t point : code_points) {
            const std::uint64_t here = positions_of(point);
            const std::uint64_t swapped = ((~zero & here) << 1U) & before;
            zero = (((here & plus) + plus) ^ plus) | here | minus | swapped;
            std::uint64_t up = minus | ~(zero | plus);
            std::uint64_t down = zero & plus;
            distance += (up & last) != 0 ? 1 : 0;
            distance -= (down & last) != 0 ? 1 : 0;
            up = (up << 1U) | 1U;
            down <<= 1U;
            plus = down | ~(zero | up);
            minus = up & zero;
            before = here;
        }
        return distance;
    }

  private:
    std::uint64_t positions_of(char32_t point) const {
        if (point < ascii_.size()) {
            return ascii_[point];
        }
        for (const auto &[other, positions] : others_) {
            if (other == point) {
                return positions;
            }
        }
        return 0;
    }

    std::size_t size_;
    std::array<std::uint64_t, 128> ascii_{};
    std::vector<std::pair<char32_t, std::uint64_t>> others_;
};

} // namespace

SpellingDictionary::SpellingDictionary(const index::SnapshotStatistics &statistics) {
    std::u32string code_points;
    statistics.for_each_form([&](std::string_view form, std::uint32_t ideas) {
        if (!is_letters(form)) {
            return;
        }
        decode_code_points(form, code_points);
        if (by_length_.size() <= code_points.size()) {
            by_length_.resize(code_points.size() + 1);
        }
        Words &words = by_length_[code_points.size()];
        words.letters.push_back(letter_mask(code_points));
        words.frequencies.push_back(ideas);
        words.code_points += code_points;
        words.forms += form;
        words.ends.push_back(static_cast<std::uint32_t>(words.forms.size()));
    });
}

std::vector<FuzzyMatch> SpellingDictionary::within_distance(std::string_view form,
                                                            int max_distance) const {
    const std::u32string wanted = code_points_of(form);
    std::vector<FuzzyMatch> found;
    if (wanted.empty() || wanted.size() > index::max_term_points) {
        return found;
    }
    const EditDistancePattern pattern(wanted);
    const std::uint64_t letters = letter_mask(wanted);
    const auto max_length_difference = static_cast<std::size_t>(max_distance);
    const std::size_t first =
        wanted.size() > max_length_difference ? wanted.size() - max_length_difference : 1;
    const std::size_t last = std::min(wanted.size() + max_length_difference + 1, by_length_.size());
    for (std::size_t length = first; length < last; ++length) {
        const Words &words = by_length_[length];
        for (std::size_t i = 0; i < words.letters.size(); ++i) {
            // An edit changes at most two letters.
            if (std::popcount(words.letters[i] ^ letters) > 2 * max_distance) {
                continue;
            }
            const std::u32string_view code_points(words.code_points.data() + i * length, length);
            const int distance = pattern.distance(code_points);
            if (distance <= max_distance) {
                const std::size_t from = i == 0 ? 0 : words.ends[i - 1];
                found.push_back({words.forms.substr(from, words.ends[i] - from), distance,
                                 words.frequencies[i]});
            }
        }
    }
    return found;
}

std::optional<FuzzyMatch> SpellingDictionary::best_correction(std::string_view form) const {
    const std::size_t letters = code_points_of(form).size();
    if (letters < min_letters || !is_letters(form)) {
        return std::nullopt;
    }
    std::optional<FuzzyMatch> best;
    double min_cost = 0;
    for (FuzzyMatch &word : within_distance(form, letters >= two_edits_from ? 2 : 1)) {
        const bool same_first = code_points_of(word.form)[0] == code_points_of(form)[0];
        const double cost = word.distance + (same_first ? 0 : first_letter_cost) -
                            log_frequency_discount * std::log(std::max(1U, word.frequency));
        if (!best || cost < min_cost || (cost == min_cost && word.form < best->form)) {
            min_cost = cost;
            best = std::move(word);
        }
    }
    return best;
}

std::vector<FuzzyMatch> SpellingDictionary::within_one_edit(std::string_view form,
                                                            std::size_t max) const {
    std::vector<FuzzyMatch> words = within_distance(form, 1);
    std::sort(words.begin(), words.end(), [](const FuzzyMatch &a, const FuzzyMatch &b) {
        return a.frequency != b.frequency ? a.frequency > b.frequency : a.form < b.form;
    });
    words.resize(std::min(words.size(), max));
    return words;
}

} // namespace ideary::search
