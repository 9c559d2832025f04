// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data/toml.hpp"

#include <algorithm>
#include <cctype>

namespace ideary::source {
namespace {

/// Reads `key = value` lines of a text; keeps the line it is on.
class TomlReader {
  public:
    explicit TomlReader(std::string_view text) : text_(text) {}

    Parsed read() {
        Parsed parsed;
        parsed.value.kind = Value::Kind::map;
        std::string table;
        for (skip_space(true); at_ < text_.size(); skip_space(true)) {
            if (text_[at_] == '[') {
                table = "table";
                skip_line();
            } else if (!read_pair(parsed.value, table.empty()) && parsed.problem.empty()) {
                parsed.problem = "this is not TOML";
                parsed.line = line_;
                return parsed;
            }
        }
        return parsed;
    }

  private:
    bool read_pair(Value &map, bool keep) {
        std::string key;
        if (text_[at_] == '"' || text_[at_] == '\'') {
            key = read_string();
        } else {
            while (at_ < text_.size() &&
                   (std::isalnum(static_cast<unsigned char>(text_[at_])) ||
                    std::string_view("_-.").find(text_[at_]) != std::string_view::npos)) {
                key += text_[at_++];
            }
        }
        skip_space(false);
        if (key.empty() || at_ >= text_.size() || text_[at_] != '=') {
            return false;
        }
        ++at_;
        skip_space(false);
        Value value = read_value(0);
        value.key = std::move(key);
        if (keep) {
            map.items.push_back(std::move(value));
        }
        skip_line();
        return true;
    }

    Value read_value(int depth) {
        Value value;
        value.line = line_;
        const char first = at_ < text_.size() ? text_[at_] : '\n';
        if (first == '"' || first == '\'') {
            value.kind = Value::Kind::text;
            value.text = read_string();
        } else if (first == '[' && depth < max_value_depth) {
            value.kind = Value::Kind::list;
            read_list(value, depth);
        } else if (first == '{' && depth < max_value_depth) {
            value.kind = Value::Kind::map;
            read_inline_table(value, depth);
        } else {
            value.kind = Value::Kind::text;
            while (at_ < text_.size() &&
                   std::string_view(",]}\n#").find(text_[at_]) == std::string_view::npos) {
                value.text += text_[at_++];
            }
            value.text.erase(value.text.find_last_not_of(" \t\r") + 1);
            const bool is_boolean = value.text == "true" || value.text == "false";
            value.kind = is_boolean ? Value::Kind::boolean : Value::Kind::text;
        }
        return value;
    }

    void read_list(Value &list, int depth) {
        ++at_;
        for (skip_space(true); at_ < text_.size() && text_[at_] != ']'; skip_space(true)) {
            const std::size_t before = at_;
            if (text_[at_] == ',') {
                ++at_;
                continue;
            }
            list.items.push_back(read_value(depth + 1));
            at_ = std::max(at_, before + 1); // something that is no value: go on after it
        }
        at_ = std::min(at_ + 1, text_.size());
    }

    void read_inline_table(Value &map, int depth) {
        ++at_;
        for (skip_space(true); at_ < text_.size() && text_[at_] != '}'; skip_space(true)) {
            const std::size_t equals = text_.find_first_of("=}\n", at_);
            if (equals == std::string_view::npos || text_[equals] != '=') {
                break;
            }
            std::string key(text_.substr(at_, equals - at_));
            key.erase(key.find_last_not_of(" \t\"'") + 1);
            key.erase(0, key.find_first_not_of(" \t\"',"));
            at_ = equals + 1;
            skip_space(false);
            Value value = read_value(depth + 1);
            value.key = std::move(key);
            map.items.push_back(std::move(value));
        }
        at_ = std::min(at_ + 1, text_.size());
    }

    std::string read_string() {
        const char quote = text_[at_];
        const std::string triple(3, quote);
        const bool is_long = text_.substr(at_, 3) == triple;
        at_ += is_long ? 3 : 1;
        std::string out;
        while (at_ < text_.size() && (is_long || text_[at_] != '\n')) {
            if (is_long ? text_.substr(at_, 3) == triple : text_[at_] == quote) {
                at_ += is_long ? 3 : 1;
                return out;
            }
            if (text_[at_] == '\\' && quote == '"') {
                read_escape(out);
                continue;
            }
            line_ += text_[at_] == '\n' ? 1 : 0;
            out += text_[at_++];
        }
        return out;
    }

    void read_escape(std::string &out) {
        const char sign = at_ + 1 < text_.size() ? text_[at_ + 1] : '\\';
        at_ = std::min(at_ + 2, text_.size());
        if (sign == 'u' || sign == 'U') {
            const std::string_view digits = text_.substr(at_, sign == 'u' ? 4 : 8);
            // JSON knows the short form: let it read the character.
            const bool is_short = digits.size() == 4;
            const Parsed parsed =
                is_short ? parse_json("\"\\u" + std::string(digits) + "\"") : Parsed{};
            out += is_short && parsed.problem.empty() ? parsed.value.text : "\xEF\xBF\xBD";
            at_ = std::min(at_ + digits.size(), text_.size());
        } else {
            out += sign == 'n' ? '\n' : sign == 't' ? '\t' : sign == 'r' ? '\r' : sign;
        }
    }

    /// whitespace and comments; with_lines: also line ends.
    void skip_space(bool with_lines) {
        while (at_ < text_.size()) {
            if (text_[at_] == '#' && with_lines) {
                skip_comment();
            } else if (text_[at_] == '\n' && with_lines) {
                ++line_;
                ++at_;
            } else if (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r') {
                ++at_;
            } else {
                return;
            }
        }
    }
    void skip_comment() {
        const std::size_t end = text_.find('\n', at_);
        at_ = end == std::string_view::npos ? text_.size() : end;
    }
    void skip_line() { skip_comment(); }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
};

} // namespace

Parsed parse_toml(std::string_view text) {
    return TomlReader(text).read();
}

} // namespace ideary::source
