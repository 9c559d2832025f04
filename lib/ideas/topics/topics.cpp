// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/topics/topics.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "ideas/phrases/words.hpp"
#include "ideas/topics/topic_aliases.hpp"
#include "ideas/topics/topic_headings.hpp"
#include "ideas/topics/topic_text.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t most_topics = 5;       ///< from the table, of one idea
constexpr std::size_t most_of_body = 2;      ///< topics that the text of an idea adds
constexpr std::size_t least_in_body = 2;     ///< mentions of such a topic
constexpr std::size_t longest_sample = 1200; ///< bytes of the text that are looked at

bool holds(std::span<const std::string> list, const std::string &value) {
    return std::ranges::find(list, value) != list.end();
}

} // namespace

struct Topics::Impl {
    std::vector<std::string> names;
    std::unordered_map<std::string, std::size_t> numbers; ///< of names
    std::vector<std::optional<std::size_t>> parents;      ///< of each name
    std::vector<bool> platforms;                          ///< of each name
    std::vector<std::size_t> ranks; ///< of each name: table order, the narrower first
    AliasTable aliases;

    std::size_t number_of(const std::string &name);
    void add(const source::TopicRow &row);
    void rank();
    std::vector<std::size_t> chain(std::size_t topic) const;
    bool are_related(std::size_t a, std::size_t b) const;
    TopicReason reason(const AliasHit &hit, TopicReason::Place place) const;
    void find_in_title(std::string_view title, std::vector<TopicReason> &found) const;
    void find_in_body(std::string_view body, std::span<const std::string> subject,
                      std::vector<TopicReason> &found) const;
    void find_in_section(const TopicText &text, std::vector<TopicReason> &found) const;
    std::vector<TopicReason> choose(std::vector<TopicReason> found) const;
};

std::size_t Topics::Impl::number_of(const std::string &name) {
    const auto [at, is_new] = numbers.try_emplace(name, names.size());
    if (is_new) {
        names.push_back(name);
        parents.emplace_back();
        platforms.push_back(false);
    }
    return at->second;
}

void Topics::Impl::add(const source::TopicRow &row) {
    const std::size_t topic = row.name.empty() ? no_topic : number_of(row.name);
    for (const std::string &alias : row.aliases) {
        aliases.add(topic, alias, AliasKind::sure);
    }
    for (const std::string &alias : row.hints) {
        aliases.add(topic, alias, AliasKind::hint);
    }
    for (const std::string &alias : row.names) {
        aliases.add(topic, alias, AliasKind::name);
    }
    if (topic != no_topic) {
        platforms[topic] = platforms[topic] || row.platform;
    }
}

/// Table order, but each topic after those that are narrower.
void Topics::Impl::rank() {
    std::vector<std::size_t> order(names.size());
    std::vector<std::size_t> depth(names.size());
    std::vector<std::size_t> root(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto up = chain(i);
        order[i] = i;
        depth[i] = up.size();
        root[i] = up.back();
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return root[a] != root[b] ? root[a] < root[b] : depth[a] > depth[b];
    });
    ranks.resize(names.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        ranks[order[i]] = i;
    }
}

/// A topic and those wider, the widest last.
std::vector<std::size_t> Topics::Impl::chain(std::size_t topic) const {
    std::vector<std::size_t> all{topic};
    for (auto wider = parents[topic]; wider && std::ranges::find(all, *wider) == all.end();
         wider = parents[*wider]) {
        all.push_back(*wider);
    }
    return all;
}

/// One is the other, or wider.
bool Topics::Impl::are_related(std::size_t a, std::size_t b) const {
    const auto above_a = chain(a), above_b = chain(b);
    return std::ranges::find(above_a, b) != above_a.end() ||
           std::ranges::find(above_b, a) != above_b.end();
}

TopicReason Topics::Impl::reason(const AliasHit &hit, TopicReason::Place place) const {
    const TopicAlias &alias = aliases[hit.alias];
    return {names[alias.topic], alias.text, place, {}, hit.begin, hit.end};
}

/// Hints count where nothing else but platforms is found.
void Topics::Impl::find_in_title(std::string_view title, std::vector<TopicReason> &found) const {
    const AliasHits hits = aliases.find(title);
    const bool told = std::ranges::any_of(hits.hits, [&](const AliasHit &hit) {
        const TopicAlias &alias = aliases[hit.alias];
        return alias.kind != AliasKind::hint && !platforms[alias.topic];
    });
    for (const AliasHit &hit : hits.hits) {
        if (!told || aliases[hit.alias].kind != AliasKind::hint) {
            found.push_back(reason(hit, TopicReason::Place::title));
        }
    }
}

/// The topics that a text mentions most, those mentioned first before others.
void Topics::Impl::find_in_body(std::string_view body, std::span<const std::string> subject,
                                std::vector<TopicReason> &found) const {
    struct Mentions {
        std::size_t count = 0;
        TopicReason first;
    };
    std::map<std::size_t, Mentions> topics;
    for (const AliasHit &hit : aliases.find(body).hits) {
        const TopicAlias &alias = aliases[hit.alias];
        if (alias.kind == AliasKind::hint || holds(subject, names[alias.topic])) {
            continue;
        }
        Mentions &mentions = topics[alias.topic];
        if (mentions.count++ == 0) {
            mentions.first = reason(hit, TopicReason::Place::body);
        }
    }
    std::vector<Mentions> most;
    for (auto &[topic, mentions] : topics) {
        if (mentions.count >= least_in_body) {
            most.push_back(std::move(mentions));
        }
    }
    std::ranges::stable_sort(most, [](const Mentions &a, const Mentions &b) {
        return a.count != b.count ? a.count > b.count : a.first.begin < b.first.begin;
    });
    for (std::size_t i = 0; i < std::min(most.size(), most_of_body); ++i) {
        found.push_back(std::move(most[i].first));
    }
}

/// Of several topics that a heading enumerates, only the first and those related to it count: the
/// ideas below are about one or the other.
void Topics::Impl::find_in_section(const TopicText &text, std::vector<TopicReason> &found) const {
    for (const std::string &heading : text.section) {
        const std::vector<AliasHit> hits = heading_topics(aliases, heading);
        const bool many = is_enumeration(heading);
        for (const AliasHit &hit : hits) {
            const std::size_t topic = aliases[hit.alias].topic;
            const bool counts = !many || are_related(topic, aliases[hits.front().alias].topic);
            if (counts && !holds(text.subject, names[topic])) {
                found.push_back(reason(hit, TopicReason::Place::section));
                found.back().heading = heading;
            }
        }
    }
}

/// Each topic once, the best first, followed by those wider; a topic for which there is no room
/// with those wider is left out.
std::vector<TopicReason> Topics::Impl::choose(std::vector<TopicReason> found) const {
    std::ranges::stable_sort(found, [&](const TopicReason &a, const TopicReason &b) {
        return a.place != b.place ? a.place < b.place
                                  : ranks[numbers.at(a.topic)] < ranks[numbers.at(b.topic)];
    });
    std::vector<TopicReason> chosen;
    std::vector<bool> taken(names.size());
    for (const TopicReason &reason : found) {
        std::vector<std::size_t> more = chain(numbers.at(reason.topic));
        std::erase_if(more, [&](std::size_t topic) { return taken[topic]; });
        if (chosen.size() + more.size() > most_topics && !chosen.empty()) {
            continue;
        }
        more.resize(std::min(more.size(), most_topics));
        for (const std::size_t topic : more) {
            taken[topic] = true;
            chosen.push_back(reason);
            chosen.back().topic = names[topic];
        }
    }
    return chosen;
}

Topics::Topics(const std::vector<source::TopicRow> &rows) : impl_(std::make_unique<Impl>()) {
    for (const source::TopicRow &row : rows) {
        impl_->add(row);
    }
    for (const source::TopicRow &row : rows) {
        if (!row.parent.empty()) {
            const std::size_t parent = impl_->number_of(row.parent);
            impl_->parents[impl_->number_of(row.name)] = parent;
        }
    }
    impl_->rank();
}

Topics::~Topics() = default;
Topics::Topics(Topics &&) noexcept = default;
Topics &Topics::operator=(Topics &&) noexcept = default;

std::vector<TopicReason> Topics::explain(const TopicText &text) const {
    const TitleParts parts = title_parts(text.title, text.people);
    std::vector<TopicReason> found;
    impl_->find_in_title(parts.subject, found);
    impl_->find_in_section(text, found);
    if (found.empty()) {
        std::string body(parts.rest);
        body += body.empty() ? "" : "\n\n";
        body += text.body;
        impl_->find_in_body(start_of(body, longest_sample), text.subject, found);
    }
    std::vector<TopicReason> chosen = impl_->choose(std::move(found));
    if (chosen.empty() && !text.heading.empty() && !is_generic_heading(text.heading, text.people) &&
        heading_topics(impl_->aliases, text.heading).empty()) { // else it is the list's subject
        TopicReason reason;
        reason.topic = text.heading;
        reason.place = TopicReason::Place::heading;
        reason.heading = text.heading;
        reason.end = text.heading.size();
        chosen.push_back(std::move(reason));
    }
    return chosen;
}

std::vector<std::string> Topics::file(const TopicText &text) const {
    std::vector<std::string> topics;
    for (TopicReason &reason : explain(text)) {
        topics.push_back(std::move(reason.topic));
    }
    return topics;
}

std::vector<std::string> Topics::subject_of(std::span<const std::string> texts) const {
    std::vector<std::string> topics;
    for (const std::string &text : texts) {
        for (const AliasHit &hit : impl_->aliases.find(text).hits) {
            for (const std::size_t topic : impl_->chain(impl_->aliases[hit.alias].topic)) {
                topics.push_back(impl_->names[topic]);
            }
        }
    }
    return topics;
}

} // namespace ideary::ideas
