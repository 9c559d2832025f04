// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data/csv.hpp"

#include <algorithm>
#include <array>

#include "source/data/value.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_cells = 1024; ///< of one row

/// The separator that is most frequent outside quotes in the first 20 lines.
char find_separator(std::string_view text) {
    static constexpr std::array separators = {',', ';', '\t', '|'};
    std::array<std::size_t, separators.size()> counts{};
    bool quoted = false;
    int lines = 0;
    for (std::size_t i = 0; i < text.size() && lines < 20; ++i) {
        quoted ^= text[i] == '"';
        lines += !quoted && text[i] == '\n' ? 1 : 0;
        for (std::size_t s = 0; s < separators.size(); ++s) {
            counts[s] += !quoted && text[i] == separators[s] ? 1 : 0;
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return separators[static_cast<std::size_t>(most - counts.begin())];
}

class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : text_(text), separator_(find_separator(text)) {}

    std::vector<TableRow> read() {
        std::vector<TableRow> rows;
        std::size_t cells = 0;
        const std::size_t limit = max_values(text_.size());
        while (at_ < text_.size() && cells < limit) {
            TableRow row = read_row();
            cells += row.cells.size();
            const auto filled = [](const std::string &cell) {
                return cell.find_first_not_of(" \t\r\n") != std::string::npos;
            };
            if (std::any_of(row.cells.begin(), row.cells.end(), filled)) {
                rows.push_back(std::move(row));
            }
        }
        return rows;
    }

  private:
    TableRow read_row() {
        TableRow row;
        row.line = line_;
        while (true) {
            std::string cell = read_cell();
            if (row.cells.size() < max_cells) {
                row.cells.push_back(std::move(cell));
            }
            if (at_ >= text_.size() || text_[at_] != separator_) {
                break;
            }
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\r') {
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\n') {
            ++at_;
            ++line_;
        }
        return row;
    }

    std::string read_cell() {
        std::string cell;
        const std::size_t start = text_.find_first_not_of(' ', at_);
        if (start != std::string_view::npos && text_[start] == '"') {
            at_ = start + 1;
            read_quoted(cell);
        }
        const std::array<char, 4> ends = {separator_, '\n', '\r', '\0'};
        const std::size_t end = std::min(text_.find_first_of(ends.data(), at_), text_.size());
        cell += text_.substr(at_, end - at_);
        at_ = end;
        return cell;
    }

    /// Up to the closing quote. A quote inside that no separator or line end follows is kept.
    void read_quoted(std::string &cell) {
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c != '"') {
                line_ += c == '\n' ? 1 : 0;
                cell += c;
                continue;
            }
            const char next = at_ < text_.size() ? text_[at_] : '\n';
            if (next == '"') {
                ++at_;
                cell += '"';
            } else if (next == separator_ || next == '\n' || next == '\r' || next == ' ') {
                return;
            } else {
                cell += '"';
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    char separator_;
};

} // namespace

std::vector<TableRow> parse_csv(std::string_view text) {
    return CsvReader(text).read();
}

} // namespace ideary::source
