// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Bytes of one source come in; its outline or its records, its metadata and remarks go out.
// This room must not know what an idea is, nor where ideas are kept.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"
#include "source/model/outline.hpp"

namespace ideary::source {

/// A value found in a source, and where: "front matter", "sidecar", "option", "text", "file name".
template <class T> struct Found {
    T value{};
    std::string where; ///< empty: not found
    int line = 0;
    explicit operator bool() const { return !where.empty(); }
};

/// What the document says of itself (front matter, header lines), after the overrides were laid on.
/// The title of a heading or first line, and years that stand only in text, are found by ideas/.
struct Metadata {
    Found<std::string> title, event, language, url, slug;
    Found<std::vector<std::string>> authors;
    Found<int> year; ///< stated outright (option, sidecar, `year:`)
    Found<int>
        date_year; ///< the year of a date: front matter, `Published …`, `Created: …`, a date line
    Found<Kind> kind;
};

/// One record of a stream (JSON Lines; later CSV).
struct Record {
    int line = 0;
    std::string id, title, text, event, language, url;
    std::vector<std::string> authors, topics;
    bool speakers = false; ///< authors came from "speakers": a talk
    std::optional<int> year;
    std::optional<Kind> kind;
    std::optional<Idea> exported; ///< a line that `export` wrote ("ideary": 1), whole
};

/// Bytes of a source, read piece by piece. Gives the bytes read, 0 at the end.
using Reader = std::function<std::size_t(char *buffer, std::size_t size)>;

struct Document {
    std::string format;   ///< name of the row of the format table
    std::string encoding; ///< IANA name
    Metadata metadata;
    Outline outline;
    Outline comments; ///< what stands in HTML comments, through the same passes, same lines
    std::vector<Remark> remarks;
    std::string unreadable; ///< why this cannot be read at all ("a PNG image"); empty: it was read
};

/// Limits of what is read (after unpacking). What goes over is a remark.
inline constexpr std::size_t document_limit = std::size_t{64} << 20; ///< bytes of a whole document
inline constexpr std::size_t line_limit = 40000; ///< lines of a document: each can be an idea
inline constexpr std::size_t record_limit = std::size_t{1} << 20; ///< bytes of one record

/// Reads a whole document (every format but streams of records). Never throws on what bytes hold.
Document read(std::string_view bytes, std::string_view name, const SourceOverrides &overrides);

/// Whether a source is a stream of records, by its first bytes (after unpacking) and its name.
bool is_records(std::string_view first_bytes, std::string_view name);

/// Reads records one at a time; bounded in memory (a record: 1 MiB, over it: a remark).
class RecordStream {
  public:
    RecordStream(Reader reader, std::string name, SourceOverrides overrides);
    ~RecordStream();
    /// The next record, or nothing at the end. What is wrong with a line is a remark.
    std::optional<Record> next();
    std::vector<Remark> take_remarks();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Unpacks gzip when the bytes are gzip, else passes them on. Over 200 times the packed size
/// (beyond the first 1 MiB) reading ends and bomb() is true.
class Unpacker {
  public:
    explicit Unpacker(Reader packed);
    ~Unpacker();
    std::size_t read(char *buffer, std::size_t size);
    bool bomb() const;
    bool damaged() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// One row of the format table.
struct Format {
    std::string_view name;
    std::vector<std::string_view> suffixes; ///< with the dot, lower case
    std::string_view help;
};
const std::vector<Format> &formats();
/// Whether a directory walk takes a file of this name (some row has its suffix, `.gz` apart).
bool known_suffix(std::string_view file_name);

/// What a sidecar says of files of its folder: file name → overrides. Paths that lead elsewhere and
/// entries that are not understood are remarks.
struct Sidecar {
    std::vector<std::pair<std::string, SourceOverrides>> files;
    std::vector<Remark> remarks;
};
Sidecar read_sidecar(std::string_view bytes, std::string_view path);

/// One canonical topic.
struct TopicRow {
    std::string name;
    std::string parent; ///< or empty
    std::vector<std::string> aliases;
};
/// Reads a topic table (YAML). Throws Error (incompatible: bad configuration) naming the line.
std::vector<TopicRow> read_topics(std::string_view yaml, std::string_view path);

} // namespace ideary::source
