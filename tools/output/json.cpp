// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/json.hpp"

#include <cmath>
#include <fmt/format.h>

namespace ideary::tools {

namespace {

struct Decoded {
    char32_t code = 0;
    std::size_t length = 0; ///< 0: invalid UTF-8
};

/// Decodes the first code point of text, whose first byte is at least 0x80.
Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) {
        return {};
    }
    char32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return {};
        }
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    constexpr char32_t min_code[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < min_code[length] || code > 0x10FFFF || surrogate ? Decoded{}
                                                                   : Decoded{code, length};
}

/// C1 controls, line separators and bidirectional controls.
bool is_hazard(char32_t code) {
    return (code >= 0x80 && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x061C;
}

void append_ascii(std::string &out, char c) {
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\r':
        out += "\\r";
        return;
    default:
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F
                   ? fmt::format("\\u{:04x}", static_cast<unsigned>(c))
                   : std::string(1, c);
    }
}

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
}

} // namespace

void JsonWriter::separate() {
    if (comma_) {
        out_ += ',';
    }
    comma_ = true;
}

JsonWriter &JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket) {
    out_ += bracket;
    comma_ = true;
    return *this;
}

JsonWriter &JsonWriter::key(std::string_view name) {
    string(name);
    out_ += ':';
    comma_ = false;
    return *this;
}

JsonWriter &JsonWriter::string(std::string_view text) {
    separate();
    out_ += '"';
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && is_plain(text[plain])) {
            ++plain;
        }
        out_.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) {
            break;
        }
        if (static_cast<unsigned char>(text[0]) < 0x80) {
            append_ascii(out_, text[0]);
            text.remove_prefix(1);
            continue;
        }
        const Decoded found = decode(text);
        if (found.length == 0) {
            out_ += "\xEF\xBF\xBD";
        } else if (is_hazard(found.code)) {
            out_ += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(found.code));
        } else {
            out_.append(text.substr(0, found.length));
        }
        text.remove_prefix(found.length == 0 ? 1 : found.length);
    }
    out_ += '"';
    return *this;
}

JsonWriter &JsonWriter::number(double value) {
    return std::isfinite(value) ? raw(fmt::format("{}", value)) : null();
}

JsonWriter &JsonWriter::boolean(bool value) {
    return raw(value ? "true" : "false");
}

JsonWriter &JsonWriter::null() {
    return raw("null");
}

JsonWriter &JsonWriter::member_or_null(std::string_view name, std::string_view text) {
    key(name);
    return text.empty() ? null() : string(text);
}

JsonWriter &JsonWriter::member_or_null(std::string_view name, std::optional<std::int64_t> value) {
    key(name);
    return value ? integer(*value) : null();
}

JsonWriter &JsonWriter::member(std::string_view name, const std::vector<std::string> &texts) {
    key(name).open('[');
    for (const std::string &text : texts) {
        string(text);
    }
    return close(']');
}

JsonWriter &JsonWriter::raw(std::string_view json) {
    separate();
    out_.append(json);
    return *this;
}

} // namespace ideary::tools
