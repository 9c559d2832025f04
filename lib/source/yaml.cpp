// SPDX-License-Identifier: GPL-2.0-or-later
#include "source/value.hpp"

#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace ideary::source {
namespace {

/// Builds values from events, so that an alias is seen and never expanded.
class Builder : public YAML::EventHandler {
  public:
    explicit Builder(Parsed &parsed) : parsed_(parsed) {}

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override {
        put(mark, Value::Kind::null, {});
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override {
        parsed_.aliases = true;
        put(mark, Value::Kind::null, {});
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                  const std::string &value) override {
        const bool quoted = tag == "!";
        if (!quoted && (value.empty() || value == "~" || value == "null")) {
            put(mark, Value::Kind::null, {});
        } else if (!quoted && (value == "true" || value == "false")) {
            put(mark, Value::Kind::boolean, value);
        } else {
            put(mark, Value::Kind::text, value);
        }
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(mark, Value::Kind::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(mark, Value::Kind::map);
    }
    void OnMapEnd() override { close(); }

  private:
    struct Level {
        Value value;
        bool has_key = false;
        std::string key; ///< waiting for its value
    };

    void put(const YAML::Mark &mark, Value::Kind kind, const std::string &text) {
        if (expects_key()) {
            levels_.back().key = text;
            levels_.back().has_key = true;
            return;
        }
        Value value;
        value.kind = kind;
        value.line = mark.line + 1;
        value.text = text;
        keep(std::move(value));
    }
    void open(const YAML::Mark &mark, Value::Kind kind) {
        if (levels_.size() >= max_value_depth) {
            throw YAML::ParserException(mark, "nested too deep");
        }
        if (expects_key()) {
            throw YAML::ParserException(mark, "a key is not a plain text");
        }
        Level level;
        level.value.kind = kind;
        level.value.line = mark.line + 1;
        levels_.push_back(std::move(level));
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
};

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
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        Builder builder(parsed);
        parser.HandleNextDocument(builder);
    } catch (const YAML::Exception &error) {
        parsed.value = {};
        parsed.problem = error.msg;
        parsed.line = error.mark.is_null() ? 0 : error.mark.line + 1;
    }
    return parsed;
}

} // namespace ideary::source
