// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>

#include "fuzz/checks.hpp"
#include "fuzz/targets_tables.hpp"
#include "ideary/error.hpp"
#include "ideas/ideas.hpp"
#include "index/analysis/terms.hpp"
#include "index/format/manifest.hpp"
#include "index/format/sources_file.hpp"
#include "index/storage/crc32c.hpp"
#include "ingest/source_entry.hpp"
#include "ingest/synonyms.hpp"
#include "schema/fields.hpp"
#include "source/config/sidecar.hpp"
#include "source/config/synonyms.hpp"
#include "source/config/topics.hpp"

namespace fuzz {
namespace {

using namespace ideary;

/// A reader may refuse its input, but only with these errors.
template <class Read> std::string may_refuse(Read read) {
    try {
        return read();
    } catch (const Error &error) {
        const bool fair = error.kind() == ErrorKind::incompatible || error.kind() == ErrorKind::io;
        const std::string message = error.what();
        if (!fair || message.empty() || message.find('\n') != std::string::npos) {
            return "refused with: " + message;
        }
        return {};
    }
}

void put(std::string &bytes, const std::string &key, const std::string &value) {
    const std::string mark = key + " @\n";
    if (const std::size_t at = bytes.find(mark); at != std::string::npos) {
        bytes.replace(at, mark.size(), key + " " + value + "\n");
    }
}

} // namespace

std::string with_current_format(std::string bytes) {
    put(bytes, "format", std::to_string(schema::format_number));
    put(bytes, "features", fmt::format("{}", fmt::join(schema::features(), " ")));
    put(bytes, "analyzer", index::fingerprint());
    return bytes + fmt::format("crc {:08x}\n", index::crc32c(bytes));
}

std::string sidecar(const std::string &bytes) {
    const source::Sidecar read = source::read_sidecar(bytes, "lists/sources.json");
    for (const auto &[file, overrides] : read.files) {
        if (file.find('/') != std::string::npos || file == ".." || file == "." || file.empty()) {
            return "a sidecar entry names " + file;
        }
        SplitOptions options;
        options.topics = "- topic: Testing\n  aliases: [test]\n";
        options.overrides = overrides;
        std::string why = bad_split(split("- A wish for more queues\n", file, options));
        why = why.empty() ? bad_split(split("{\"title\":\"x\"}\n", "x.jsonl", options)) : why;
        if (!why.empty()) {
            return why;
        }
    }
    return bad_remarks(read.remarks);
}

std::string topics(const std::string &bytes) {
    return may_refuse([&] {
        const ideas::Topics table(source::read_topics(bytes, "topics.yaml"));
        const std::vector<std::string> section{"Databases", "Testing"};
        table.file({.title = "Scaling the ORM with Python 3.13", .section = section});
        return std::string();
    });
}

std::string synonyms(const std::string &bytes) {
    return may_refuse([&] {
        for (const source::SynonymRow &row : source::read_synonyms(bytes, "synonyms.yaml")) {
            if (row.line < 1 || row.from.empty()) {
                return std::string("a group of synonyms has no line or no words");
            }
        }
        return ingesting::normal_synonyms(bytes, "synonyms.yaml").rfind("synonyms 1 own\n", 0) == 0
                   ? std::string()
                   : std::string("the normal form of a table has no header");
    });
}

std::string manifest(const std::string &bytes) {
    const std::string raw = may_refuse([&] {
        index::parse_manifest(bytes, "gen/MANIFEST");
        return std::string();
    });
    return !raw.empty() ? raw : may_refuse([&] {
        const index::Manifest read =
            index::parse_manifest(with_current_format(bytes), "gen/MANIFEST");
        const std::string text = index::to_text(read);
        return index::to_text(index::parse_manifest(text, "gen/MANIFEST")) == text
                   ? std::string()
                   : std::string("a manifest changes when written and read again");
    });
}

std::string current(const std::string &bytes) {
    const std::string raw = may_refuse([&] {
        index::parse_current(bytes, "CURRENT");
        return std::string();
    });
    return !raw.empty() ? raw : may_refuse([&] {
        const index::Current read = index::parse_current(with_current_format(bytes), "CURRENT");
        return index::parse_current(index::to_text(read), "CURRENT").generation == read.generation
                   ? std::string()
                   : std::string("CURRENT changes when written and read again");
    });
}

std::string sources(const std::string &bytes) {
    const auto read = index::parse_sources(bytes).sources;
    for (const auto &[key, line] : read) {
        if (line.find('\n') != std::string::npos) {
            return "a source entry is more than one line";
        }
    }
    return index::parse_sources(index::sources_text(read)).sources == read
               ? std::string()
               : std::string("sources.jsonl changes when written and read again");
}

std::string remembered(const std::string &bytes) {
    const auto read = ingesting::from_line(bytes);
    if (!read) {
        return {};
    }
    const std::string line = ingesting::to_line(*read);
    const auto again = ingesting::from_line(line);
    if (line.find('\n') != std::string::npos) {
        return "a remembered source is more than one line";
    }
    return again && ingesting::to_line(*again) == line ? std::string()
                                                       : "a remembered source changes: " + line;
}

} // namespace fuzz
