// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data_document.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "source/data/bibtex.hpp"
#include "source/data/csv.hpp"
#include "source/data/icalendar.hpp"
#include "source/data/toml.hpp"
#include "source/data/value.hpp"
#include "source/data/xml.hpp"
#include "source/data_sniff.hpp"
#include "source/formats.hpp"
#include "source/members/members.hpp"
#include "source/members/plain_text.hpp"
#include "source/metadata/values.hpp"
#include "source/records/read_records.hpp"

namespace ideary::source {
namespace {

void remark(Document &document, int line, std::string text) {
    Remark one;
    one.line = line;
    one.text = std::move(text);
    document.remarks.push_back(std::move(one));
}

std::string shown_name(std::string_view format) {
    static constexpr std::array names =
        std::to_array<std::pair<std::string_view, std::string_view>>(
            {{"json", "JSON"},
             {"xml", "XML"},
             {"yaml", "YAML"},
             {"csv", "a table (CSV)"},
             {"toml", "TOML"},
             {"icalendar", "a calendar"},
             {"bibtex", "BibTeX"},
             {"markdown", "one entry of a programme"}});
    for (const auto &[name, shown] : names) {
        if (name == format) {
            return std::string(shown);
        }
    }
    return std::string(format);
}

/// The rows of the member table that a tree is read by.
std::string_view rows_for(std::string_view format, const Value &root) {
    if (format == "csv") {
        return "table";
    }
    if (format == "icalendar" || format == "bibtex") {
        return format;
    }
    if (root.key == "rss" || root.key == "feed" || root.key == "RDF") {
        return "feed";
    }
    if (root.key == "collection") {
        return "acl";
    }
    const Value *object = &root;
    for (int depth = 0; depth < 5 && object != nullptr; ++depth) {
        const auto has = [&](std::string_view name) {
            const auto end =
                object->items.begin() +
                static_cast<std::ptrdiff_t>(std::min<std::size_t>(object->items.size(), 64));
            return std::any_of(object->items.begin(), end, [&](const Value &item) {
                return normalized_name(item.key) == name;
            });
        };
        if (has("number") &&
            (has("htmlurl") || has("reactiongroups") || has("labels") || has("assignees"))) {
            return "issues";
        }
        const Value *next = object->kind == Value::Kind::map ? object->find("items") : nullptr;
        next = next == nullptr && object->kind == Value::Kind::list && !object->items.empty()
                   ? &object->items.front()
                   : next;
        object = next;
    }
    return {};
}

Parsed parse(std::string_view text, std::string_view format) {
    if (format == "json") {
        return parse_json(skip_comments(text));
    }
    if (format == "xml") {
        return parse_xml(text);
    }
    if (format == "yaml") {
        return parse_yaml(text);
    }
    if (format == "icalendar") {
        return parse_icalendar(text);
    }
    if (format == "bibtex") {
        return parse_bibtex(text);
    }
    Parsed parsed;
    if (format == "csv") {
        parsed.value = table_records(parse_csv(text));
    }
    return parsed;
}

/// The front matter of a file about one talk; empty where it is a document of its own: a blog has
/// authors and tags, a talk has speakers or the layout of a session.
Value talk_of(const FrontMatter &front) {
    static constexpr std::array talk_keys = std::to_array<std::string_view>(
        {"speakers", "speaker", "presenters", "presenter", "presenter_slugs", "speaker_slugs",
         "speaker_slug", "speaker_id", "speaker_ids", "talk_slot", "session_type", "talk_type",
         "speakerslug", "speakerid"});
    static constexpr std::array layouts = std::to_array<std::string_view>(
        {"talk", "session", "session-details", "presentation", "talks", "sessions", "schedule"});
    Value talk;
    talk.kind = Value::Kind::map;
    bool is_talk = false;
    for (const FrontEntry &entry : front.entries) {
        const bool layout =
            (entry.key == "layout" || entry.key == "type") && !entry.values.empty() &&
            std::find(layouts.begin(), layouts.end(), entry.values.front()) != layouts.end();
        is_talk |=
            layout || std::find(talk_keys.begin(), talk_keys.end(), entry.key) != talk_keys.end();
        Value &value = talk.items.emplace_back();
        value.key = entry.key;
        value.line = entry.line;
        value.kind = entry.is_list ? Value::Kind::list : Value::Kind::text;
        for (const std::string &text : entry.values) {
            Value item;
            item.kind = Value::Kind::text;
            item.text = text;
            value.text = entry.is_list ? std::string() : text;
            value.items.insert(value.items.end(), entry.is_list ? 1 : 0, item);
        }
    }
    return is_talk && front.find("title") != nullptr ? std::move(talk) : Value();
}

void take_records(RecordSet set, std::string_view format, const Parsed &parsed,
                  Document &document) {
    document.is_data = true;
    document.format = format;
    if (set.is_cut) {
        remark(document, 0, "this file has more than 40000 records; the rest is left out");
    }
    if (!set.records.empty()) {
        document.records = std::move(set.records);
        if (!set.event.empty()) {
            document.metadata.title = {set.event, "text", 0};
        }
        if (!parsed.problem.empty()) {
            remark(document, parsed.line,
                   "this " + shown_name(format) + " is not well formed (" +
                       collapse_whitespace(parsed.problem) + "); it is read as far as possible");
        }
        return;
    }
    std::string why = "this is " + shown_name(format);
    if (!parsed.problem.empty()) {
        why += " with a fault (" + collapse_whitespace(parsed.problem) + ")";
    } else if (set.left_out > 0) {
        why += ", breaks and service sessions only";
    } else {
        why += " of no known shape" + (set.seen.empty() ? "" : " (" + set.seen + ")");
    }
    remark(document, parsed.line, why + "; no idea is read from it");
}

} // namespace

bool read_data(std::string_view text, std::string_view format, std::string_view name,
               Document &document) {
    const bool guessed = format == "csv?";
    format = guessed ? "csv" : format;
    const bool by_name = is_data_format(format_by_name(name));
    const Parsed parsed = parse(text, format);
    const bool broken_json = format == "json" && !parsed.problem.empty();
    if (broken_json && !by_name && format_by_name(name) != "text") {
        return false; // JSON front matter above prose
    }
    RecordSet set = read_records(parsed.value, rows_for(format, parsed.value));
    if (guessed && (set.records.size() < 2 || parsed.value.items.size() < 2)) {
        return false;
    }
    take_records(std::move(set), format, parsed, document);
    return true;
}

bool read_talk_file(const FrontMatter &front, const std::vector<std::string> &lines,
                    Document &document) {
    Value talk = talk_of(front);
    if (talk.items.empty()) {
        return false;
    }
    const bool has_text = std::any_of(talk.items.begin(), talk.items.end(), [](const Value &item) {
        return item.key == "abstract" || item.key == "description";
    });
    std::string text;
    for (std::size_t i = 0; i < lines.size() && !has_text; ++i) {
        text += lines[i] + "\n";
    }
    if (!skip_spaces(text).empty()) {
        Value body;
        body.kind = Value::Kind::text;
        body.key = "abstract";
        body.text = std::move(text);
        talk.items.push_back(std::move(body));
    }
    const Parsed parsed{std::move(talk), {}, 0, false};
    RecordSet set = read_records(parsed.value, {});
    for (Record &record : set.records) {
        record.kind = record.kind.value_or(Kind::talk);
        record.line = 1;
    }
    document.metadata = {};
    take_records(std::move(set), "markdown", parsed, document);
    return true;
}

} // namespace ideary::source
