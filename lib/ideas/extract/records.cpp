// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Records of a stream: one is one idea.
#include <unordered_set>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/extract/normalize.hpp"
#include "ideas/ideas.hpp"
#include "ideas/phrases/words.hpp"
#include "source/metadata/values.hpp"
#include "source/records/record.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

std::string code_of(const std::string &language) {
    const std::string code = text::language_code(language);
    return code.empty() ? language : code;
}

} // namespace

Source stream_source(std::string_view name, const SourceOverrides &overrides) {
    Source source;
    source.path = std::string(name);
    source.title = stored_line(overrides.title);
    source.url = source::web_address(overrides.url);
    if (!overrides.author.empty()) {
        source.authors = {stored_line(overrides.author)};
    }
    source.event = stored_line(overrides.event);
    source.language = code_of(overrides.language);
    source.slug = source_slug(name, overrides.slug);
    source.year = overrides.year;
    return source;
}

Idea from_record(const source::Record &record, const Source &source, const Topics &topics,
                 const SourceOverrides &overrides) {
    if (record.exported) {
        return *record.exported;
    }
    Idea idea;
    const bool untitled = trimmed(record.title).empty();
    idea.title = untitled ? std::string(first_sentence(record.text)) : record.title;
    idea.body = record.text;
    if (untitled) {
        idea.body = trimmed(record.text).substr(idea.title.size());
    }
    idea.authors = source.authors.empty() ? record.authors : source.authors;
    if (auto remark = normalize(idea); idea.title.empty()) {
        idea.title = stored_line(record.id);
    }
    idea.kind = record.speakers ? Kind::talk : Kind::wish;
    idea.kind = record.kind.value_or(idea.kind);
    idea.kind = overrides.kind.value_or(idea.kind);
    idea.year = source.year ? source.year : record.year;
    idea.event = stored_line(source.event.empty() ? record.event : source.event);
    idea.language = source.language.empty() ? code_of(record.language) : source.language;
    if (idea.language.empty()) {
        idea.language = text::guess_language(idea.title + "\n" + idea.body);
    }
    idea.topics = topics.file(
        {.title = idea.title, .body = idea.body, .section = record.topics, .people = idea.authors});
    add_given_topics(idea.topics, record.topics);
    const bool web = record.url.starts_with("http://") || record.url.starts_with("https://");
    idea.source.path = source.path;
    idea.source.title = source.title;
    idea.source.url = web ? record.url : source.url;
    idea.source.line = record.line;
    return idea;
}

SplitResult split_records(source::Document document, std::string_view name, const Topics &topics) {
    SplitResult result;
    const source::Metadata &metadata = document.metadata;
    SourceOverrides overrides;
    if (metadata.kind) {
        overrides.kind = metadata.kind.value;
    }
    Source source;
    source.path = std::string(name);
    source.title = stored_line(metadata.title.value);
    source.url = metadata.url.value;
    source.authors = people_once(metadata.authors.value);
    source.event = stored_line(metadata.event.value);
    source.language = code_of(metadata.language.value);
    source.slug = source_slug(name, metadata.slug.value);
    if (metadata.year) {
        source.year = metadata.year.value;
    }
    result.remarks = std::move(document.remarks);
    std::unordered_set<std::string> ids;
    std::size_t repeated = 0;
    for (const source::Record &record : document.records) {
        Idea idea = from_record(record, source, topics, overrides);
        idea.id = record.id;
        repeated += !record.id.empty() && !ids.insert(record.id).second ? 1 : 0;
        if (!idea.title.empty()) {
            result.ideas.push_back(std::move(idea));
        }
    }
    if (repeated > 0) {
        Remark remark;
        remark.path = std::string(name);
        remark.text =
            std::to_string(repeated) + " records have the id of another; they are numbered";
        result.remarks.push_back(std::move(remark));
    }
    result.source = std::move(source);
    return result;
}

} // namespace ideary::ideas
