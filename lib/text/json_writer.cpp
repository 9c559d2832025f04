// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/json_writer.hpp"

#include <cmath>
#include <fmt/format.h>

#include "text/icu.hpp"

namespace ideary::text {

namespace {

/// C1 controls, line separators and bidirectional controls.
bool is_control(char32_t code) {
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

/// Appends the code point at i, escaped where needed, and moves i past it.
void append_special(std::string &out, std::string_view text, std::size_t &i) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
        append_ascii(out, text[i++]);
        return;
    }
    const std::size_t start = i;
    const char32_t code = next_code_point(text, i);
    if (is_control(code)) {
        out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code));
    } else if (code == 0xFFFD) {
        out += "\xEF\xBF\xBD"; // also stands for invalid bytes
    } else {
        out.append(text.substr(start, i - start));
    }
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
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = at;
        while (at < text.size() && is_plain(text[at])) {
            ++at;
        }
        out_.append(text.substr(start, at - start));
        if (at < text.size()) {
            append_special(out_, text, at);
        }
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

} // namespace ideary::text
