// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/database_metadata.hpp"

#include <charconv>

#include <fmt/format.h>
#include <xxhash.h>

#include "ideary/error.hpp"
#include "index/analysis/terms.hpp"
#include "index/storage/coding.hpp"
#include "schema/fields.hpp"

namespace ideary::index {
namespace {

constexpr const char *format_key = "format";
constexpr const char *analyzer_key = "analyzer";

} // namespace

void require_our_database(const Xapian::Database &database, const std::string &folder) {
    const std::string format = database.get_metadata(format_key);
    if (format.empty()) {
        throw Error(ErrorKind::io, folder + " is damaged: it does not tell its format");
    }
    if (format != std::to_string(schema::format_number)) {
        throw Error(ErrorKind::incompatible, folder + " is of index format " + format +
                                                 ", this program knows format " +
                                                 std::to_string(schema::format_number));
    }
    if (database.get_metadata(analyzer_key) != fingerprint()) {
        throw Error(ErrorKind::incompatible, folder + " was made with another analyzer (" +
                                                 database.get_metadata(analyzer_key) +
                                                 "; this program has " + fingerprint() + ")");
    }
}

bool is_of_our_format(const Xapian::Database &database) {
    return database.get_metadata(format_key) == std::to_string(schema::format_number);
}

std::uint64_t generation_in(const Xapian::Database &database, const std::string &folder) {
    const std::string text = database.get_metadata(generation_key);
    std::uint64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (!text.empty() && (error != std::errc() || at != end)) {
        throw Error(ErrorKind::io, folder + " is damaged: it does not tell its generation");
    }
    return number;
}

std::string source_file_name(const std::string &key) {
    const XXH128_hash_t hash = XXH3_128bits(key.data(), key.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::map<std::string, std::string> read_source_entries(const Xapian::Database &database) {
    std::map<std::string, std::string> sources;
    const auto end = database.metadata_keys_end(source_keys);
    for (auto at = database.metadata_keys_begin(source_keys); at != end; ++at) {
        const std::string packed = database.get_metadata(*at);
        Decoder in(packed);
        std::string key(in.text());
        std::string line(in.text());
        if (!in.ok()) {
            throw Error(ErrorKind::io, "the list of sources in the index is damaged");
        }
        sources.emplace(std::move(key), std::move(line));
    }
    return sources;
}

std::string read_synonyms(const Xapian::Database &database) {
    return database.get_metadata(synonyms_key);
}

void mark_as_ours(Xapian::WritableDatabase &database) {
    database.set_metadata(format_key, std::to_string(schema::format_number));
    database.set_metadata(analyzer_key, fingerprint());
}

} // namespace ideary::index
