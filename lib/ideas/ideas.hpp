// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Splits the outline of a document, or a record, into ideas with author, year, event and topics.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"
#include "ideas/topics/topics.hpp"
#include "source/document.hpp"
#include "source/records/record.hpp"

namespace ideary::ideas {

/// Changes whenever the same document would give other ideas: part of what a source is indexed
/// with.
inline constexpr int rules_version = 9;

/// Everything of one document: its source and ideas in order (ids not set), and remarks.
/// explanation, if given, receives what the rules decided: one line a heading, item or row.
SplitResult split(source::Document document, std::string_view name, const Topics &topics,
                  const SourceOverrides &said, std::string *explanation = nullptr);

/// The same for a document in a data format. Ideas have the ids of their records.
SplitResult split_records(source::Document document, std::string_view name, const Topics &topics);

/// The source of a stream of records.
Source stream_source(std::string_view name, const SourceOverrides &overrides);
/// The idea of one record (id not set, unless the record brought one: see Ids::give).
Idea from_record(const source::Record &record, const Source &source, const Topics &topics,
                 const SourceOverrides &overrides);

/// The slug of a source: `slug:` if set, else its file name without suffix (and `.gz`), folded.
std::string source_slug(std::string_view path, std::string_view given_slug);
/// The same with its parent folder in front: what both take when two share the first.
std::string source_slug_with_parent(std::string_view path);

/// Assigns ids to the ideas of one source (contract §6). Ideas come in reading order.
class Ids {
  public:
    explicit Ids(std::string source_slug);
    /// Sets the ids of all ideas of a document. Equal slugs are prefixed with the nearest section;
    /// those still equal are numbered. An id that a record brought is kept after the source's slug.
    void give(std::vector<Idea> &ideas) const;
    /// The id of a record of a stream: `<slug>/<own id>`, or by title; numbered when taken.
    std::string next(const std::string &own_id, const Idea &idea);

  private:
    std::string slug_;
    std::unordered_map<std::string, int> taken_;
};

} // namespace ideary::ideas
