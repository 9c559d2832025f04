// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What the index remembers of a source: one line of JSON, readable by every later version.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ideary/split.hpp"
#include "ingest/walk.hpp"

namespace ideary::ingesting {

/// One ingested source.
struct SourceEntry {
    std::string path;              ///< as given, lexically normal; of standard input, its name
    std::string file;              ///< absolute, as bytes; empty for standard input
    bool is_stdin = false;         ///< kept whole in the index
    bool is_named = false;         ///< standard input: ideas from memory, named `path`
    std::string archive;           ///< where the index archives standard input, below its folder
    bool compressed_by_us = false; ///< it was packed by us: it did not come as gzip
    std::string hash;              ///< of its bytes as they came (XXH3, 128 bits, hex)
    std::string topics;            ///< hash of the topic table it was filed by
    bool own_topics = false;       ///< that table was given, not the built-in one
    int rules = 0;                 ///< version of the rules that split it
    SourceOverrides overrides;     ///< from outside: sidecar and options
    bool drop_persons = false;
    std::map<std::string, int> persons; ///< hash of a folded name → number, where names are dropped
    std::string slug;                   ///< as in the ids of its ideas
    std::string given_slug; ///< `slug:` of front matter, sidecar; empty: the file's name
    int level = 0;          ///< 1: its slug begins with the parent folder
    bool exported = false;  ///< it is a file that `export` wrote: its ideas bring their ids whole
    std::string title, url, format;
    std::uint64_t ideas = 0;    ///< that came with it
    std::uint64_t replaced = 0; ///< ids of other sources that its ideas took over
    std::uint64_t bytes = 0;
};

/// The key under which the index remembers a source: of a file its absolute path, of standard input
/// `-:` and its name, of a named source `name:` and its name.
std::string key_of(const Input &input);
std::string named_key(const std::string &name);

/// The same source to be read again. Of standard input, the file is not set.
Input input_of(const SourceEntry &source);

std::string to_line(const SourceEntry &source);
/// Parses such a line, also of a later version: missing members have their defaults. Returns
/// nothing if it is no object or has no path.
std::optional<SourceEntry> from_line(std::string_view line);

/// Parses the lines of a source list: key → entry. Lines that cannot be parsed are left out.
std::map<std::string, SourceEntry> parse_entries(const std::map<std::string, std::string> &lines);

/// A path as printable text: `%xx` for control characters and invalid UTF-8. In such a path, and in
/// one that holds `%xx` itself, `%` is escaped too, so that no two paths are printed alike.
std::string printable_path(std::string_view path);

/// Both overrides combined; members set in `over` win.
SourceOverrides merged(const SourceOverrides &under, const SourceOverrides &over);

} // namespace ideary::ingesting
