// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>

#include <nlohmann/json.hpp>

#include "source/data/value.hpp"
#include "text/decode.hpp"

namespace ideary::source {
namespace {

using nlohmann::json;

/// Builds values from events; ends the parse when nesting goes too deep.
class Builder : public nlohmann::json_sax<json> {
  public:
    Builder(Parsed &parsed, std::size_t limit) : parsed_(parsed), limit_(limit) {}

    bool null() override { return put(Value::Kind::null, {}); }
    bool boolean(bool yes) override { return put(Value::Kind::boolean, yes ? "true" : "false"); }
    bool number_integer(number_integer_t number) override {
        return put(Value::Kind::number, std::to_string(number));
    }
    bool number_unsigned(number_unsigned_t number) override {
        return put(Value::Kind::number, std::to_string(number));
    }
    bool number_float(number_float_t, const string_t &written) override {
        return put(Value::Kind::number, written);
    }
    bool string(string_t &text) override { return put(Value::Kind::text, std::move(text)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(Value::Kind::map); }
    bool key(string_t &name) override {
        key_ = std::move(name);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Value::Kind::list); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string &,
                     const nlohmann::detail::exception &) override {
        parsed_.problem = "not JSON from byte " + std::to_string(position) + " on";
        position_ = position;
        return false;
    }

    std::size_t position() const { return position_; } ///< of the fault, 1-based

  private:
    bool put(Value::Kind kind, std::string text) {
        Value &value = place();
        value.kind = kind;
        value.text = std::move(text);
        return is_within_limit();
    }
    bool open(Value::Kind kind) {
        if (path_.size() >= max_value_depth) {
            parsed_.problem = "nested deeper than 64 levels";
            return false;
        }
        Value &value = place();
        value.kind = kind;
        path_.push_back(&value);
        return is_within_limit();
    }
    bool is_within_limit() {
        if (--limit_ == 0) {
            parsed_.problem = "it holds too many values";
        }
        return limit_ != 0;
    }
    bool close() {
        path_.pop_back();
        return true;
    }
    /// Where the next value goes. A parent's items do not move while a child is open, since only
    /// the innermost open list grows.
    Value &place() {
        if (path_.empty()) {
            return parsed_.value;
        }
        Value &parent = *path_.back();
        Value &value = parent.items.emplace_back();
        if (parent.kind == Value::Kind::map) {
            value.key = std::move(key_);
        }
        return value;
    }

    Parsed &parsed_;
    std::string key_;
    std::vector<Value *> path_;
    std::size_t position_ = 0;
    std::size_t limit_; ///< values that may still be added
};

Parsed parse(std::string_view text) {
    Parsed parsed;
    Builder builder(parsed, max_values(text.size()));
    if (!json::sax_parse(text.begin(), text.end(), &builder)) {
        parsed.value = {};
        const std::string_view read = text.substr(0, builder.position());
        parsed.line = static_cast<int>(std::count(read.begin(), read.end(), '\n')) + 1;
        if (parsed.problem.empty()) {
            parsed.problem = "not JSON";
        }
    }
    return parsed;
}

bool is_hex(char c) {
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

/// Code unit of a `\uXXXX` escape at that place, or -1.
int escaped_unit(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') {
        return -1;
    }
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        if (!is_hex(text[i])) {
            return -1;
        }
    }
    return std::stoi(std::string(text.substr(at + 2, 4)), nullptr, 16);
}

/// Replaces what common writers put into JSON but its grammar forbids: halves of surrogate pairs
/// become U+FFFD, NaN and Infinity become null.
std::string repair(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    bool quoted = false;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t taken = 1;
        std::string_view out = text.substr(i, 1);
        if (quoted && text[i] == '\\') {
            const int unit = escaped_unit(text, i);
            const int next = escaped_unit(text, i + 6 <= text.size() ? i + 6 : text.size());
            const bool pair = unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000;
            const bool half = !pair && unit >= 0xD800 && unit < 0xE000;
            taken = pair ? 12 : unit >= 0 ? 6 : std::min<std::size_t>(2, text.size() - i);
            out = half ? std::string_view("\\ufffd") : text.substr(i, taken);
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
                if (text.substr(i, word.size()) == word) {
                    taken = word.size();
                    out = "null";
                    break;
                }
            }
        }
        repaired += out;
        i += taken;
    }
    return repaired;
}

} // namespace

Parsed parse_json(std::string_view text) {
    Parsed parsed = parse(text);
    if (parsed.problem.empty()) {
        return parsed;
    }
    const std::string valid = text::is_utf8(text) ? std::string(text) : text::decode(text).utf8;
    Parsed second = parse(repair(valid));
    return second.problem.empty() ? second : parsed;
}

} // namespace ideary::source
