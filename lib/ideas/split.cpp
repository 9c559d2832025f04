// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The public calls over one document.
#include "ideary/split.hpp"

#include "ideas/ideas.hpp"

namespace ideary {

SplitResult split(std::string_view bytes, std::string_view name, const SplitOptions &options) {
    const std::string_view table =
        options.topics.empty() ? default_topics() : std::string_view(options.topics);
    const ideas::Topics topics(source::read_topics(table, "topics"));
    SplitResult result =
        ideas::split(source::read(bytes, name, options.overrides), name, topics, options.overrides);
    ideas::Ids(result.source.slug).give(result.ideas);
    return result;
}

std::string explain(std::string_view bytes, std::string_view name, const SplitOptions &options) {
    const std::string_view table =
        options.topics.empty() ? default_topics() : std::string_view(options.topics);
    const ideas::Topics topics(source::read_topics(table, "topics"));
    std::string text;
    ideas::split(source::read(bytes, name, options.overrides), name, topics, options.overrides,
                 &text);
    return text;
}

std::string outline(std::string_view bytes, std::string_view name, const SplitOptions &options) {
    const source::Document document = source::read(bytes, name, options.overrides);
    std::string text = source::print(document.outline);
    if (options.overrides.hidden) {
        text += source::print(document.comments);
    }
    return text;
}

} // namespace ideary
