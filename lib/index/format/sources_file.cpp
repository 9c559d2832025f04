// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/sources_file.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace ideary::index {
namespace {

constexpr std::string_view line_head = "{\"key\":";
constexpr std::string_view line_middle = ",\"source\":";
constexpr std::string_view escape = "\\u00"; ///< two hex digits follow

std::string json_string(const std::string &text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            out += '\\';
            out += letter;
        } else if (byte < 0x20) {
            out += escape;
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += letter;
        }
    }
    return out + '"';
}

/// Parses what json_string wrote, from the quote at `at`; moves `at` past the closing quote.
std::optional<std::string> parse_string(std::string_view text, std::size_t &at) {
    std::string out;
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(escape)) {
            const std::string_view digits = rest.substr(escape.size(), 2);
            unsigned char byte = 0;
            const char *const end = digits.data() + digits.size();
            if (digits.size() < 2 || std::from_chars(digits.data(), end, byte, 16).ptr != end) {
                return std::nullopt;
            }
            out += static_cast<char>(byte);
            at += escape.size() + 1;
        } else if (rest[0] != '\\') {
            out += rest[0];
        } else if (rest.size() > 1) {
            out += rest[1];
            ++at;
        }
    }
    return at++ < text.size() ? std::optional(out) : std::nullopt;
}

/// Key and source of a line; nothing when it is not ours.
std::optional<std::pair<std::string, std::string>> parse_line(std::string_view line) {
    std::size_t at = line_head.size();
    if (!line.starts_with(line_head) || !line.ends_with('}') || line[at] != '"') {
        return std::nullopt;
    }
    auto key = parse_string(line, at);
    if (!key || !line.substr(at).starts_with(line_middle)) {
        return std::nullopt;
    }
    at += line_middle.size();
    return std::pair(std::move(*key), std::string(line.substr(at, line.size() - 1 - at)));
}

} // namespace

std::string sources_text(const std::map<std::string, std::string> &sources) {
    std::string text;
    for (const auto &[key, line] : sources) {
        text += line_head;
        text += json_string(key);
        text += line_middle;
        text += line + "}\n";
    }
    return text;
}

SourceLines parse_sources(const std::string &text) {
    SourceLines lines;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        ++number;
        lines.cut_off = end == text.size();
        if (line.empty()) {
            continue;
        }
        const auto read = parse_line(line);
        if (!read) {
            lines.unreadable.push_back(number);
            continue;
        }
        lines.sources[read->first] = read->second;
        lines.numbers[read->first] = number;
    }
    return lines;
}

} // namespace ideary::index
