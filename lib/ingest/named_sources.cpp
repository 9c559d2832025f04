// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/named_sources.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "ideary/error.hpp"
#include "ideas/ideas.hpp"
#include "index/reader/source_list.hpp"
#include "ingest/input.hpp"
#include "source/metadata/values.hpp"
#include "source/records/record_stream.hpp"
#include "text/json_writer.hpp"
#include "text/normalize.hpp"

namespace ideary::ingesting {
namespace {

/// What may be stored: NFC, no control characters, no e-mail addresses.
std::string storable(std::string_view text, bool keep_line_feeds = false) {
    return text::mask_addresses(text::normalize_nfc(text, keep_line_feeds));
}

std::vector<std::string> storable(const std::vector<std::string> &texts) {
    std::vector<std::string> all;
    for (const std::string &text : texts) {
        all.push_back(storable(text));
    }
    return all;
}

/// One line in the form of `export`.
std::string record_of(const Idea &idea) {
    text::JsonWriter json;
    json.open('{').key("ideary").integer(1);
    json.member("id", idea.id).member("kind", kind_name(idea.kind));
    json.member("title", storable(idea.title)).member("body", storable(idea.body, true));
    json.member("topics", storable(idea.topics)).member("section", storable(idea.section));
    json.member_or_null("year", idea.year ? std::optional<std::int64_t>(*idea.year) : std::nullopt);
    json.member("authors", storable(idea.authors)).member("curator", storable(idea.curator));
    json.member("event", storable(idea.event)).member("language", idea.language);
    json.key("links").open('[');
    for (const Link &link : idea.links) {
        json.open('{').member("text", storable(link.text));
        json.member("url", source::web_address(link.url)).close('}');
    }
    json.close(']').key("source").open('{').member("path", idea.source.path);
    json.member("title", storable(idea.source.title));
    json.member("url", source::web_address(idea.source.url));
    json.key("line").integer(idea.source.line > 0 ? idea.source.line : 0).close('}').close('}');
    return json.text() + "\n";
}

/// The idea as the source keeps it: with its whole id, and what the source says of all its ideas.
Idea completed(Idea idea, const std::string &slug, const SourceRef &source) {
    std::string own = std::move(idea.id);
    if (own.starts_with(slug + "/")) {
        own.erase(0, slug.size() + 1);
    }
    idea.id = ideas::Ids(slug).next(own, idea);
    idea.source.path = printable_path(source.name);
    const auto fill = [](std::string &text, const std::string &other) {
        text = text.empty() ? other : text;
    };
    fill(idea.source.title, source.title);
    fill(idea.source.url, source.url);
    fill(idea.event, source.event);
    fill(idea.language, source.language);
    idea.year = idea.year ? idea.year : source.year;
    return idea;
}

SourceOverrides overrides_of(const SourceRef &source) {
    SourceOverrides overrides;
    overrides.title = source.title;
    overrides.url = source.url;
    overrides.event = source.event;
    overrides.language = source.language;
    overrides.year = source.year;
    return overrides;
}

} // namespace

bool NamedSources::apply(const IdeaChange &change) {
    if (change.kind == IdeaChange::Kind::remove) {
        return remove(change.id);
    }
    if (change.source.name.empty()) {
        throw Error(ErrorKind::usage, "a source of ideas from memory has no name",
                    "Name it in SourceRef::name");
    }
    Content &target = content(change.source.name);
    target.overrides = overrides_of(change.source);
    if (change.kind == IdeaChange::Kind::replace_all) {
        target.ideas.clear();
        target.by_id.clear();
    }
    for (const Idea &idea : change.ideas) {
        put(target, completed(idea, target.slug, change.source));
    }
    return true;
}

void NamedSources::put(Content &content, Idea idea) {
    const auto [at, is_new] = content.by_id.try_emplace(idea.id, content.ideas.size());
    if (is_new) {
        content.ideas.push_back(std::move(idea));
    } else {
        content.ideas[at->second] = std::move(idea);
    }
}

bool NamedSources::remove(const std::string &id) {
    const std::string slug = id.substr(0, id.find('/'));
    for (const auto &[key, entry] : known_) {
        if (entry.is_named && entry.slug == slug) {
            (void)content(entry.path);
        }
    }
    for (auto &[name, content] : contents_) {
        const auto at = content.by_id.find(id);
        if (at == content.by_id.end()) {
            continue;
        }
        content.ideas.erase(content.ideas.begin() + static_cast<std::ptrdiff_t>(at->second));
        content.by_id.clear();
        for (std::size_t i = 0; i < content.ideas.size(); ++i) {
            content.by_id.emplace(content.ideas[i].id, i);
        }
        return true;
    }
    return false;
}

NamedSources::Content &NamedSources::content(const std::string &name) {
    const auto [at, is_new] = contents_.try_emplace(printable_path(name));
    Content &content = at->second;
    if (!is_new) {
        return content;
    }
    content.slug = ideas::source_slug(at->first, {});
    const std::string key = named_key(name);
    if (const auto entry = known_.find(key); entry != known_.end()) {
        load(key, entry->second, content);
    } else {
        require_own_slug(at->first, content.slug);
    }
    return content;
}

void NamedSources::require_own_slug(const std::string &name, const std::string &slug) const {
    const auto refuse = [&](const std::string &other) {
        throw Error(ErrorKind::bad_input,
                    "the ideas of " + name + " would have the ids of " + other +
                        ": both are named " + slug,
                    "Give the source another name");
    };
    for (const auto &[key, entry] : known_) {
        if (entry.slug == slug) {
            refuse(entry.path);
        }
    }
    for (const auto &[other, content] : contents_) {
        if (other != name && content.slug == slug) {
            refuse(other);
        }
    }
}

void NamedSources::load(const std::string &key, const SourceEntry &entry, Content &content) const {
    Input input = input_of(entry);
    input.file = index_path_ + "/" + index::archived_input(key);
    content.overrides = entry.overrides;
    source::RecordStream stream(open_reader(input, {}), entry.path, entry.overrides);
    while (const auto record = stream.next()) {
        if (record->exported) {
            put(content, *record->exported);
        }
    }
}

std::vector<NamedSources::Records> NamedSources::take() {
    std::vector<Records> all;
    for (auto &[name, content] : contents_) {
        Records records{name, {}, content.overrides};
        for (const Idea &idea : content.ideas) {
            records.bytes += record_of(idea);
        }
        all.push_back(std::move(records));
    }
    contents_.clear();
    return all;
}

} // namespace ideary::ingesting
