// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <optional>

#include <yaml.h>

#include "source/data/value.hpp"

namespace ideary::source {
namespace {

/// What is wrong, and its 1-based line.
struct Problem {
    std::string text;
    std::size_t line = 0;
};

/// The events of a text, one after the other. libyaml looks at most a kilobyte ahead of the event
/// that it returns, so that brackets nobody closes do not fill the memory.
class Events {
  public:
    explicit Events(const std::string &text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char *>(text.data()),
                                     text.size());
    }
    Events(const Events &) = delete;
    Events &operator=(const Events &) = delete;
    ~Events() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    /// The next event, good until the one after it; nullptr where the text is no YAML.
    const yaml_event_t *next() {
        yaml_event_delete(&event_);
        return yaml_parser_parse(&parser_, &event_) != 0 ? &event_ : nullptr;
    }
    Problem problem() const {
        const bool known = parser_.problem != nullptr;
        return {known ? parser_.problem : "cannot be read", parser_.problem_mark.line + 1};
    }

  private:
    yaml_parser_t parser_{};
    yaml_event_t event_{};
};

/// Builds values from events, so that an alias is seen and never expanded.
class Builder {
  public:
    Builder(Parsed &parsed, std::size_t limit) : parsed_(parsed), limit_(limit) {}

    /// Takes an event in; a problem where it may not stand here.
    std::optional<Problem> take(const yaml_event_t &event) {
        line_ = event.start_mark.line + 1;
        switch (event.type) {
        case YAML_ALIAS_EVENT:
            parsed_.aliases = true;
            return put(Value::Kind::null, {});
        case YAML_SCALAR_EVENT:
            return scalar(event);
        case YAML_SEQUENCE_START_EVENT:
            return open(Value::Kind::list);
        case YAML_MAPPING_START_EVENT:
            return open(Value::Kind::map);
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            close();
            return std::nullopt;
        default:
            return std::nullopt;
        }
    }

  private:
    struct Level {
        Value value;
        bool has_key = false;
        std::string key; ///< waiting for its value
    };

    std::optional<Problem> scalar(const yaml_event_t &event) {
        const auto &said = event.data.scalar;
        const std::string text(reinterpret_cast<const char *>(said.value), said.length);
        const bool plain = said.style == YAML_PLAIN_SCALAR_STYLE;
        if (plain && (text.empty() || text == "~" || text == "null")) {
            return put(Value::Kind::null, {});
        }
        const bool boolean = plain && (text == "true" || text == "false");
        return put(boolean ? Value::Kind::boolean : Value::Kind::text, text);
    }
    std::optional<Problem> put(Value::Kind kind, const std::string &text) {
        if (expects_key()) {
            levels_.back().key = text;
            levels_.back().has_key = true;
            return std::nullopt;
        }
        Value value;
        value.kind = kind;
        value.line = static_cast<int>(line_);
        value.text = text;
        keep(std::move(value));
        return ++values_ > limit_ ? std::optional(Problem{"it holds too many values", line_})
                                  : std::nullopt;
    }
    std::optional<Problem> open(Value::Kind kind) {
        if (levels_.size() >= max_value_depth) {
            return Problem{"nested too deep", line_};
        }
        if (expects_key()) {
            return Problem{"a key is not a plain text", line_};
        }
        Level level;
        level.value.kind = kind;
        level.value.line = static_cast<int>(line_);
        levels_.push_back(std::move(level));
        return ++values_ > limit_ ? std::optional(Problem{"it holds too many values", line_})
                                  : std::nullopt;
    }
    void close() {
        Value value = std::move(levels_.back().value);
        levels_.pop_back();
        keep(std::move(value));
    }
    void keep(Value value) {
        if (levels_.empty()) {
            parsed_.value = std::move(value);
            return;
        }
        Level &level = levels_.back();
        if (level.value.kind == Value::Kind::map) {
            value.key = std::move(level.key);
            level.has_key = false;
        }
        level.value.items.push_back(std::move(value));
    }
    bool expects_key() const {
        return !levels_.empty() && levels_.back().value.kind == Value::Kind::map &&
               !levels_.back().has_key;
    }

    Parsed &parsed_;
    std::vector<Level> levels_;
    std::size_t line_ = 0, values_ = 0, limit_;
};

/// YAML knows no control characters, no tab after a dash, and ends lines at signs that nobody
/// sees: here all of them are whitespace.
std::string without_controls(std::string_view text) {
    std::string clean(text);
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const auto byte = static_cast<unsigned char>(clean[i]);
        const std::string_view rest = std::string_view(clean).substr(i);
        if ((byte < 0x20 && byte != '\n' && byte != '\r') || byte == 0x7F) {
            clean[i] = ' ';
        } else if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) {
            clean[i] = clean[i + 1] = ' ';
        } else if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
            clean.replace(i, 3, 3, ' ');
        }
    }
    return clean;
}

/// Reads up to the end of the first document.
std::optional<Problem> read(const std::string &text, Parsed &parsed) {
    Events events(text);
    Builder builder(parsed, max_values(text.size()));
    while (const yaml_event_t *event = events.next()) {
        if (event->type == YAML_DOCUMENT_END_EVENT || event->type == YAML_STREAM_END_EVENT) {
            return std::nullopt;
        }
        if (auto problem = builder.take(*event)) {
            return problem;
        }
    }
    return events.problem();
}

} // namespace

const Value *Value::find(std::string_view wanted) const {
    for (const Value &item : items) {
        const bool holds = item.kind != Kind::null && !(item.text.empty() && item.items.empty());
        if (item.key == wanted && holds) {
            return &item;
        }
    }
    return nullptr;
}

Parsed parse_yaml(std::string_view text) {
    Parsed parsed;
    if (const auto problem = read(without_controls(text), parsed)) {
        parsed.value = {};
        parsed.problem = problem->text;
        parsed.line = static_cast<int>(problem->line);
    }
    return parsed;
}

} // namespace ideary::source
