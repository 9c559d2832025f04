// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/record_stream.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_set>
#include <utility>

#include "ideary/text.hpp"
#include "source/data/reader.hpp"
#include "source/data/utf16_reader.hpp"
#include "source/data/value.hpp"
#include "source/members/plain_text.hpp"
#include "source/members/record_values.hpp"
#include "source/metadata/dates.hpp"
#include "source/metadata/values.hpp"
#include "source/records/own_export.hpp"
#include "source/records/record.hpp"
#include "source/records/record_mapper.hpp"
#include "source/records/record_splitter.hpp"
#include "text/decode.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_remarks = 100; ///< reported one by one of a stream

constexpr std::array known_members = std::to_array<std::string_view>(
    {"id", "title", "text", "description", "abstract", "body", "authors", "speakers", "author",
     "year", "date", "event", "language", "topics", "tags", "track", "url", "kind"});

const Value *first_of(const Value &record, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (const Value *value = record.find(key)) {
            return value;
        }
    }
    return nullptr;
}

/// A member as one line of text: a scalar, the name of an object, the first of a list.
std::string one_text(const Value *value) {
    for (int depth = 0; value != nullptr && depth < 3; ++depth) {
        if (value->is_scalar()) {
            return collapse_whitespace(value->text);
        }
        const Value *named = value->find("name");
        value = named != nullptr ? named : value->items.empty() ? nullptr : &value->items.front();
    }
    return {};
}

std::vector<std::string> texts(const Value *value) {
    std::vector<std::string> all;
    if (value == nullptr) {
        return all;
    }
    std::unordered_set<std::string> seen;
    const auto put = [&](std::string text) {
        if (!text.empty() && seen.insert(text).second) {
            all.push_back(std::move(text));
        }
    };
    if (value->kind == Value::Kind::list) {
        for (const Value &item : value->items) {
            put(one_text(&item));
        }
    } else {
        put(one_text(value));
    }
    return all;
}

std::vector<std::string> names(const Value *value) {
    if (value != nullptr && value->is_scalar()) {
        return people(value->text, value->key != "author");
    }
    std::vector<std::string> all;
    for (const std::string &text : texts(value)) {
        // A list says who is who; only a name followed by an address is taken apart.
        const bool address =
            text.find('@') != std::string::npos || text.find("…") != std::string::npos;
        const std::vector<std::string> found = address ? people(text, false) : std::vector{text};
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

std::optional<int> year_of(const Value *value) {
    return value != nullptr && value->is_scalar() ? year_in(value->text) : std::nullopt;
}

Record to_record(const Value &value) {
    Record record;
    record.id = one_text(value.find("id"));
    if (const Value *title = value.find("title"); title != nullptr) {
        record.title = line_of(*title);
    }
    if (const Value *text = first_of(value, {"text", "description", "abstract", "body"})) {
        record.text = text->kind == Value::Kind::text ? plain_body(text->text) : one_text(text);
    }
    record.event = one_text(value.find("event"));
    record.language = text::language_code(one_text(value.find("language")));
    const Value *url = value.find("url");
    record.url = url != nullptr && url->is_scalar() ? web_address(url->text) : std::string();
    const Value *people_member = first_of(value, {"authors", "speakers", "author"});
    record.authors = names(people_member);
    record.speakers =
        people_member != nullptr && people_member->key == "speakers" && !record.authors.empty();
    record.topics = texts(first_of(value, {"topics", "tags", "track"}));
    record.year = year_of(value.find("year"));
    if (!record.year) {
        record.year = year_of(value.find("date"));
    }
    record.kind = kind_from_name(one_text(value.find("kind")));
    return record;
}

} // namespace

struct RecordStream::Impl {
    Impl(Reader reader, std::string path, SourceOverrides given)
        : splitter(utf8_reader(std::move(reader))), name(std::move(path)),
          overrides(std::move(given)) {}

    void remark(int line, std::string text) {
        ++reported;
        if (reported > max_remarks) {
            return;
        }
        Remark one;
        one.path = name;
        one.line = line;
        one.text = reported == max_remarks
                       ? "more lines cannot be used; they are not reported one by one"
                       : std::move(text);
        remarks.push_back(std::move(one));
    }
    void notice_unknown(const Value &value, int line) {
        if (unknown_reported) {
            return;
        }
        std::string list;
        for (const Value &member : value.items) {
            const bool known = std::find(known_members.begin(), known_members.end(), member.key) !=
                               known_members.end();
            if (!known && list.size() < 200) {
                list += (list.empty() ? "" : ", ") + collapse_whitespace(member.key);
            }
        }
        if (!list.empty()) {
            unknown_reported = true;
            remark(line, "members that are not known are left out: " + list);
        }
    }
    std::optional<Record> read(const RawRecord &raw);

    MemberNames names;
    RecordMapper mapper{names};
    RecordSplitter splitter;
    std::string name;
    SourceOverrides overrides;
    std::vector<Remark> remarks;
    std::size_t reported = 0;
    bool unknown_reported = false;
};

/// Returns the record, or nothing and adds a remark.
std::optional<Record> RecordStream::Impl::read(const RawRecord &raw) {
    if (raw.too_long) {
        remark(raw.line, "this record is longer than 1 MiB; it is left out");
        return std::nullopt;
    }
    Parsed parsed;
    if (!overrides.encoding.empty()) {
        parsed = parse_json(text::decode(raw.text, overrides.encoding).utf8);
    } else {
        parsed = parse_json(raw.text);
    }
    if (!parsed.problem.empty() || parsed.value.kind != Value::Kind::map) {
        const std::string why = parsed.problem.empty() ? "it is no object" : parsed.problem;
        remark(raw.line, "this record cannot be read (" + why + "); it is left out");
        return std::nullopt;
    }
    Record record;
    if (is_own_export(parsed.value)) {
        record.exported = read_own_export(parsed.value);
        record.id = record.exported->id;
        if (record.id.empty() || display_width(record.exported->title) == 0) {
            remark(raw.line, "this exported idea has no id or no title; it is left out");
            return std::nullopt;
        }
    } else {
        notice_unknown(parsed.value, raw.line);
        record = to_record(parsed.value);
        if (record.title.empty() && record.text.empty()) {
            record = mapper.map(parsed.value);
        }
        if (display_width(record.title) == 0) { // joiners and the like alone
            record.title.clear();
        }
        if (record.title.empty() && display_width(record.text) == 0) {
            remark(raw.line, "this record has neither title nor text; it is left out");
            return std::nullopt;
        }
    }
    record.line = raw.line;
    return record;
}

RecordStream::RecordStream(Reader reader, std::string name, SourceOverrides overrides)
    : impl_(std::make_unique<Impl>(std::move(reader), std::move(name), std::move(overrides))) {}
RecordStream::~RecordStream() = default;

std::optional<Record> RecordStream::next() {
    while (const auto raw = impl_->splitter.next()) {
        if (auto record = impl_->read(*raw)) {
            return record;
        }
    }
    return std::nullopt;
}

std::vector<Remark> RecordStream::take_remarks() {
    return std::exchange(impl_->remarks, {});
}

} // namespace ideary::source
