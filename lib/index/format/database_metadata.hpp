// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a Xapian database of ours says of itself: format, analyzer, generation, sources, synonyms.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <xapian.h>

namespace ideary::index {

// Keys of the metadata. Permanent: they are on disk.
inline constexpr const char *generation_key = "generation";
inline constexpr const char *synonyms_key = "words.synonyms";
inline constexpr const char *source_keys = "s"; ///< and the hash of the source's key

/// What a source is called in file names and metadata keys: letters and digits of its key's hash.
std::string source_file_name(const std::string &key);

/// The remembered sources in a database of ours (staging or a generation): key → line.
std::map<std::string, std::string> read_source_entries(const Xapian::Database &database);

/// Whether a database is of our format, whatever analyzer it was made with.
bool is_of_our_format(const Xapian::Database &database);

/// The generation that the content of a database is, or is to become; 0 before the first commit.
/// Throws io. folder is for the message.
std::uint64_t generation_in(const Xapian::Database &database, const std::string &folder);

/// The synonym table in a database of ours, as ingest wrote it; empty: none.
std::string read_synonyms(const Xapian::Database &database);

/// Stores format and analyzer in a new database.
void mark_as_ours(Xapian::WritableDatabase &database);

/// Throws io when the database names no format, incompatible when its format or analyzer is not
/// this program's. folder is for the message.
void require_our_database(const Xapian::Database &database, const std::string &folder);

} // namespace ideary::index
