// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/metadata/dates.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "source/metadata/date_words.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t first_lines = 15; ///< non-empty ones in which a date of publishing stands
constexpr std::size_t longest_date = 200;

template <class Table> bool holds(const Table &table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Counting words of Chinese, Japanese and Korean dates, each replaced by a space.
std::string without_counters(std::string_view line, bool &found) {
    static constexpr std::array counters = std::to_array<std::string_view>(
        {"年", "月", "日", "년", "월", "일", "曜", "星期", "周", "火", "水", "木", "金",
         "土", "一", "二", "三", "四", "五", "六", "요",   "화", "수", "목", "금", "토"});
    found = line.find("年") != std::string_view::npos || line.find("년") != std::string_view::npos;
    if (!found) {
        return std::string(line);
    }
    std::string out;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t taken = 0;
        for (const std::string_view counter : counters) {
            if (line.substr(i, counter.size()) == counter) {
                taken = counter.size();
                break;
            }
        }
        out += taken != 0 ? ' ' : line[i];
        i += taken != 0 ? taken : 1;
    }
    return out;
}

/// Reads a date from the front of a folded text, word by word.
class DateReader {
  public:
    explicit DateReader(std::string_view folded) : text_(folded) {}

    void read() {
        while (skip_signs() && take()) {
        }
    }
    bool at_end() const { return at_ == text_.size(); }
    /// A year, and besides it a month's name or two more numbers.
    std::optional<int> year(bool counters) const {
        const bool enough = months_ > 0 || numbers_ >= 2 || (counters && numbers_ >= 1);
        return enough ? year_ : std::nullopt;
    }

  private:
    bool skip_signs() {
        while (at_ < text_.size() && !is_digit(text_[at_]) && !is_letter(text_[at_])) {
            static constexpr std::string_view allowed = " ,.-/:()*_+|'~";
            if (allowed.find(text_[at_]) == std::string_view::npos) {
                return false;
            }
            ++at_;
        }
        return at_ < text_.size();
    }
    bool take() {
        const bool digits = is_digit(text_[at_]);
        std::size_t end = at_;
        while (end < text_.size() && (digits ? is_digit(text_[end]) : is_letter(text_[end]))) {
            ++end;
        }
        const std::string_view word = text_.substr(at_, end - at_);
        if (!(digits ? take_number(word) : take_word(word))) {
            return false;
        }
        at_ = end;
        return true;
    }
    bool take_number(std::string_view digits) {
        if (digits.size() == 4 && !year_) {
            year_ = checked_year(std::stoi(std::string(digits)));
            return year_.has_value();
        }
        ++numbers_;
        return digits.size() <= 2 || (year_ && digits.size() <= 9);
    }
    bool take_word(std::string_view word) {
        const bool month = holds(month_names, word);
        months_ += month ? 1 : 0;
        return month || holds(other_words, word);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::optional<int> year_;
    int months_ = 0, numbers_ = 0;
};

/// Removes tags like <time>, and emphasis and whitespace at both ends.
std::string bare(std::string_view line) {
    std::string out;
    bool tag = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool opens =
            line[i] == '<' && i + 1 < line.size() &&
            (line[i + 1] == '/' || std::isalpha(static_cast<unsigned char>(line[i + 1])));
        tag = (tag || opens) && !(tag && line[i] == '>');
        if (!tag && !(line[i] == '>' && i > 0)) {
            out += line[i];
        }
    }
    const std::size_t from = out.find_first_not_of(" \t*_");
    const std::size_t to = out.find_last_not_of(" \t*_.");
    return from == std::string::npos ? std::string() : out.substr(from, to - from + 1);
}

bool is_item_or_heading(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string_view::npos) {
        return true;
    }
    static constexpr std::string_view marks = "-+*#>|=";
    const bool mark = marks.find(line[at]) != std::string_view::npos;
    return mark && (line[at] == '#' || at + 1 == line.size() || line[at + 1] == ' ');
}

struct Read {
    std::optional<int> year;
    bool whole = false;
};

Read read_date(std::string_view text) {
    bool counters = false;
    const std::string folded = text::fold_value(without_counters(text, counters));
    DateReader reader(folded);
    reader.read();
    return {reader.year(counters), reader.at_end()};
}

} // namespace

std::optional<int> checked_year(long long number) {
    if (number < first_year || number > last_year) {
        return std::nullopt;
    }
    return static_cast<int>(number);
}

std::optional<int> year_in(std::string_view value) {
    for (std::size_t i = 0; i < value.size();) {
        std::size_t end = i;
        while (end < value.size() && is_digit(value[end])) {
            ++end;
        }
        const std::size_t digits = end - i;
        if (digits == 4 || digits == 8) { // 20240301 too
            if (const auto year = checked_year(std::stoi(std::string(value.substr(i, 4))))) {
                return year;
            }
        }
        i = std::max(end, i + 1);
    }
    return std::nullopt;
}

std::optional<int> date_line(std::string_view line) {
    if (line.size() > longest_date || is_item_or_heading(line)) {
        return std::nullopt;
    }
    const Read read = read_date(bare(line));
    return read.whole ? read.year : std::nullopt;
}

std::optional<int> labelled_date(std::string_view line) {
    if (line.size() > longest_date || is_item_or_heading(line)) {
        return std::nullopt;
    }
    const std::string plain = bare(line);
    const std::string folded = text::fold_value(plain);
    for (const std::string_view label : labels) {
        if (folded.substr(0, label.size()) != label) {
            continue;
        }
        const std::size_t colon = plain.find(':');
        if (colon != std::string::npos && colon < 48) {
            if (const auto year = read_date(bare(plain.substr(colon + 1))).year) {
                return year;
            }
        }
        if (const auto year = read_date(folded.substr(label.size())).year) {
            return year;
        }
        const std::size_t on = folded.find(" on "); // Posted by Jane on March 3, 2024
        return on == std::string::npos ? std::nullopt : read_date(folded.substr(on)).year;
    }
    return std::nullopt;
}

std::optional<DateFound> find_date(const std::vector<std::string> &lines) {
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < lines.size() && candidates.size() < first_lines; ++i) {
        if (lines[i].find_first_not_of(" \t\r") != std::string::npos) {
            candidates.push_back(i);
        }
    }
    for (std::size_t i = lines.size(); i-- > 0 && !candidates.empty() && i > candidates.back();) {
        if (lines[i].find_first_not_of(" \t\r") != std::string::npos) {
            candidates.push_back(i);
            break;
        }
    }
    for (const auto reader : {labelled_date, date_line}) {
        for (const std::size_t i : candidates) {
            if (const auto year = reader(lines[i])) {
                return DateFound{*year, static_cast<int>(i) + 1};
            }
        }
    }
    return std::nullopt;
}

} // namespace ideary::source
