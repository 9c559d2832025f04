// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data/icalendar.hpp"

#include <algorithm>

namespace ideary::source {
namespace {

/// `NAME;PARAMETER=x:value` taken apart.
struct Property {
    std::string name, parameters, value;
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char &c : out) {
        c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

Property split_property(std::string_view line) {
    std::size_t colon = 0;
    for (bool quoted = false; colon < line.size() && (quoted || line[colon] != ':'); ++colon) {
        quoted ^= line[colon] == '"';
    }
    const std::size_t name = std::min(line.find_first_of(";:"), colon);
    Property property;
    property.name = lower(line.substr(0, name));
    property.parameters = line.substr(name, colon - name);
    property.value = colon < line.size() ? line.substr(colon + 1) : std::string_view();
    return property;
}

/// The name of a person (`;CN="Jane Doe"`), never the address.
std::string common_name(std::string_view parameters) {
    const std::size_t at = lower(parameters).find(";cn=");
    if (at == std::string::npos) {
        return {};
    }
    std::string_view name = parameters.substr(at + 4);
    const char end = name.starts_with('"') ? '"' : ';';
    name.remove_prefix(end == '"' ? 1 : 0);
    return std::string(name.substr(0, name.find(end)));
}

/// Undoes the escapes of a text value.
std::string unescape(std::string_view value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool escape = value[i] == '\\' && i + 1 < value.size();
        i += escape ? 1 : 0;
        text += escape && (value[i] == 'n' || value[i] == 'N') ? '\n' : value[i];
    }
    return text;
}

void add(Value &map, const std::string &name, std::string text, int line) {
    Value value;
    value.kind = Value::Kind::text;
    value.line = line;
    value.text = std::move(text);
    const auto old = std::find_if(map.items.begin(), map.items.end(),
                                  [&](const Value &item) { return item.key == name; });
    if (old == map.items.end()) {
        value.key = name;
        map.items.push_back(std::move(value));
        return;
    }
    if (old->kind != Value::Kind::list) {
        Value list;
        list.kind = Value::Kind::list;
        list.key = name;
        list.line = old->line;
        old->key.clear();
        list.items.push_back(std::move(*old));
        *old = std::move(list);
    }
    old->items.push_back(std::move(value));
}

void add_property(Value &map, const Property &property, int line) {
    const bool person = property.name == "attendee" || property.name == "organizer";
    std::string text =
        person ? unescape(common_name(property.parameters)) : unescape(property.value);
    if (map.items.size() < 64 && text.find_first_not_of(" \t\r\n") != std::string::npos) {
        add(map, property.name, std::move(text), line);
    }
}

} // namespace

std::string unfold_icalendar(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t end = bytes[i] == '\r' && i + 1 < bytes.size() ? i + 1 : i;
        const bool folded = bytes[end] == '\n' && end + 1 < bytes.size() &&
                            (bytes[end + 1] == ' ' || bytes[end + 1] == '\t');
        if (folded) {
            i = end + 1;
        } else {
            text += bytes[i];
        }
    }
    return text;
}

Parsed parse_icalendar(std::string_view text) {
    Parsed parsed;
    parsed.value.kind = Value::Kind::map;
    Value events;
    events.kind = Value::Kind::list;
    events.key = "events";
    int line = 0, inside = 0; // inside: components open, VCALENDAR apart
    std::size_t values = 0;
    bool in_event = false;
    for (std::size_t at = 0; at < text.size() && values < max_values(text.size());) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view raw = text.substr(at, end - at);
        raw = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
        at = end + 1;
        ++line;
        const Property property = split_property(raw);
        const std::string component = lower(property.value);
        if (property.name == "begin" && component == "vevent") {
            in_event = true;
            inside = 1;
            Value &event = events.items.emplace_back();
            event.kind = Value::Kind::map;
            event.line = line;
        } else if (property.name == "begin" && component != "vcalendar") {
            ++inside;
        } else if (property.name == "end") {
            in_event = in_event && component != "vevent";
            inside = in_event ? std::max(inside - 1, 1) : 0;
        } else if (in_event && inside == 1) {
            add_property(events.items.back(), property, line);
        } else if (inside == 0) {
            add_property(parsed.value, property, line);
        }
        ++values;
    }
    parsed.value.items.push_back(std::move(events));
    return parsed;
}

} // namespace ideary::source
