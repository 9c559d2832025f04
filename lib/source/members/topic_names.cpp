// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/members/topic_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "source/members/people.hpp"
#include "source/members/record_values.hpp"

namespace ideary::source {
namespace {

constexpr int max_depth = 3;            ///< lists in lists, categories with their items
constexpr std::size_t max_topics = 100; ///< of one record

/// A key into a table of another file, no name: a UUID, a hash.
bool is_key_of_topic(std::string_view text) {
    return text.size() >= 16 && text.find(' ') == std::string_view::npos && is_key(text);
}

/// Topics in one text, separated by `;`, `|` or `,`, quotes removed.
std::vector<std::string> split_topics(std::string_view text) {
    std::string_view separator;
    for (const std::string_view one : {";", "|", ","}) {
        separator = separator.empty() && text.find(one) != std::string_view::npos ? one : separator;
    }
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end =
            separator.empty() ? text.size() : std::min(text.find(separator, at), text.size());
        const std::string_view part = text.substr(at, end - at);
        const std::size_t from = part.find_first_not_of(" '\"");
        if (from != std::string_view::npos) {
            parts.emplace_back(part.substr(from, part.find_last_not_of(" '\"") + 1 - from));
        }
        at = end + 1;
    }
    return parts;
}

class TopicReader {
  public:
    explicit TopicReader(const Joins *joins) : joins_(joins) {}

    void read(const Value &value, int depth) {
        if (value.is_scalar()) {
            read_text(value);
        } else if (value.kind == Value::Kind::list) {
            for (const Value &item : value.items) {
                if (depth < max_depth) {
                    read(item, depth + 1);
                }
            }
        } else {
            read_map(value, depth);
        }
    }
    std::vector<std::string> topics;

  private:
    void put(std::string topic) {
        static constexpr std::array no_topics = std::to_array<std::string_view>(
            {"talk", "talks", "Talk", "Talks", "session", "sessions", "Session", "presentation",
             "Presentation"});
        if (std::find(no_topics.begin(), no_topics.end(), topic) != no_topics.end()) {
            return;
        }
        if (!topic.empty() && topics.size() < max_topics && seen_.insert(topic).second) {
            topics.push_back(std::move(topic));
        }
    }
    std::string_view joined(std::string_view key) const {
        return joins_ == nullptr ? std::string_view() : joins_->topic(key);
    }
    void read_text(const Value &value) {
        std::string text = line_of(value);
        if (const std::string_view name = joined(text); !name.empty()) {
            put(std::string(name));
            return;
        }
        const bool is_number = text.find_first_not_of("0123456789") == std::string::npos;
        if (is_number || is_key_of_topic(text)) {
            return;
        }
        const bool list = text.starts_with('[') && text.ends_with(']');
        const bool whole = value.key.empty() || value.key.starts_with("track");
        if (whole && !list) {
            put(std::move(text));
            return;
        }
        text = list ? text.substr(1, text.size() - 2) : text;
        for (std::string &part : split_topics(text)) {
            put(std::move(part));
        }
    }
    /// An object: the items of a category, the name that the file has for its key, its own name.
    void read_map(const Value &map, int depth) {
        for (const char *inner : {"categoryItems", "items", "topic", "tag"}) {
            if (map.find(inner) == nullptr) {
                continue;
            }
            for (const Value &item : map.items) {
                if (item.key == inner && depth < max_depth) {
                    read(item, depth + 1);
                }
            }
            return;
        }
        const Value *slug = map.find("slug");
        const Value *id = slug != nullptr ? slug : map.find("id");
        const bool named = map.find("name") != nullptr || map.find("title") != nullptr;
        const std::string_view name =
            !named && id != nullptr && id->is_scalar() ? joined(id->text) : std::string_view();
        put(name.empty() ? line_of(map) : std::string(name));
    }

    const Joins *joins_;
    std::unordered_set<std::string> seen_;
};

} // namespace

std::vector<std::string> topics_of(const std::vector<Member> &members, const Joins *joins) {
    TopicReader reader(joins);
    for (const Value *value : find_members(members, Meaning::topics)) {
        reader.read(*value, 0);
    }
    return std::move(reader.topics);
}

} // namespace ideary::source
