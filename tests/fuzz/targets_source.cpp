// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <cstring>
#include <set>

#include "fuzz/checks.hpp"
#include "fuzz/targets_source.hpp"
#include "ideary/split.hpp"
#include "ideas/ideas.hpp"
#include "source/config/topics.hpp"
#include "source/data/reader.hpp"
#include "source/records/record.hpp"
#include "source/records/record_stream.hpp"
#include "source/unpack.hpp"
#include "text/decode.hpp"

namespace fuzz {
namespace {

using namespace ideary;

/// Returns the bytes in parts of varying size, like a pipe.
source::Reader reader_of(const std::string &bytes) {
    return [&bytes, at = std::size_t{0}, part = std::size_t{1}](char *buffer,
                                                                std::size_t size) mutable {
        part = part * 3 % 4093 + 1;
        const std::size_t count = std::min({size, part, bytes.size() - at});
        std::memcpy(buffer, bytes.data() + at, count);
        at += count;
        return count;
    };
}

/// A small topic table: parsing the built-in table takes longer than limit inputs.
SplitOptions quick_options() {
    SplitOptions options;
    options.topics =
        "- topic: Testing\n  aliases: [test, queues]\n- topic: Databases\n  aliases: [orm]\n";
    return options;
}

std::string document(const std::string &bytes, const char *name) {
    SplitOptions options = quick_options();
    options.overrides.hidden = bytes.size() % 2 == 0;
    if (std::string why = bad_split(split(bytes, name, options)); !why.empty()) {
        return why;
    }
    return text::is_utf8(outline(bytes, name, options)) ? "" : "an outline is not UTF-8";
}

std::string bad_record(const source::Record &record) {
    if (record.exported) {
        return {}; // checked as an idea
    }
    std::string why = bad_text(record.title + record.event + record.url);
    for (const std::string &each : record.authors) {
        why = why.empty() ? bad_text(each) : why;
    }
    for (const std::string &each : record.topics) {
        why = why.empty() ? bad_text(each) : why;
    }
    return why.empty() ? bad_text(record.text, true) : why;
}

} // namespace

std::string markdown(const std::string &bytes) {
    return document(bytes, "list.md");
}
std::string plain_text(const std::string &bytes) {
    return document(bytes, "list.txt");
}
std::string rst(const std::string &bytes) {
    return document(bytes, "list.rst");
}
std::string html(const std::string &bytes) {
    return document(bytes, "list.html");
}

std::string json_data(const std::string &bytes) {
    return document(bytes, "export.json");
}
std::string xml_data(const std::string &bytes) {
    return document(bytes, "export.xml");
}
std::string csv_data(const std::string &bytes) {
    return document(bytes, "export.csv");
}
std::string icalendar(const std::string &bytes) {
    return document(bytes, "export.ics");
}
std::string yaml_data(const std::string &bytes) {
    return document(bytes, "export.yaml");
}
std::string bibtex(const std::string &bytes) {
    return document(bytes, "export.bib");
}

std::string records(const std::string &bytes) {
    source::RecordStream stream(reader_of(bytes), "talks.jsonl", {});
    const Source source = ideas::stream_source("talks.jsonl", {});
    const ideas::Topics topics(source::read_topics(quick_options().topics, "topics.yaml"));
    ideas::Ids ids("talks");
    std::set<std::string> given;
    while (const auto record = stream.next()) {
        const Idea idea = ideas::from_record(*record, source, topics, {});
        std::string why = bad_record(*record);
        why = why.empty() ? bad_idea(idea) : why;
        if (!why.empty()) {
            return why;
        }
        if (!record->exported && !given.insert(ids.next(record->id, idea)).second) {
            return "two records have the same id";
        }
        if (given.size() > bytes.size()) {
            return "more records than bytes";
        }
    }
    const std::string why = bad_remarks(stream.take_remarks());
    return why.empty() ? bad_split(split(bytes, "talks.jsonl", quick_options())) : why;
}

std::string gzip(const std::string &bytes) {
    source::Unpacker unpacker(reader_of(bytes));
    const std::size_t limit = 200 * bytes.size() + (std::size_t{2} << 20);
    std::string buffer(1 << 16, '\0');
    std::size_t total = 0;
    while (const std::size_t count = unpacker.read(buffer.data(), buffer.size())) {
        total += count;
        if (total > limit) {
            return "unpacked to more than 200 times its size";
        }
    }
    return {};
}

} // namespace fuzz
