// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/resolve_slugs.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace ideary::ingesting {
namespace {

/// An indexed source that this run does not read.
struct Other {
    const std::string *key;
    const SourceEntry *entry;
    SlugCandidate candidate;
};

std::vector<Other> other_sources(const std::vector<PendingSource> &pending,
                                 const std::map<std::string, SourceEntry> &known,
                                 const std::vector<std::string> &dropped) {
    std::set<std::string_view> taken(dropped.begin(), dropped.end());
    for (const PendingSource &one : pending) {
        // What failed keeps what the index has of it, its name included.
        if (one.state != PendingSource::State::failed && !one.old_key.empty()) {
            taken.insert(one.old_key);
        }
    }
    std::vector<Other> others;
    for (const auto &[key, entry] : known) {
        if (taken.count(key) != 0 || (entry.exported && !entry.is_named)) {
            continue;
        }
        Other other{
            &key, &entry,
            candidate(entry.path, entry.is_stdin ? std::string() : entry.file, entry.given_slug)};
        other.candidate.level = entry.level;
        other.candidate.indexed = true;
        other.candidate.fixed = entry.is_named; // its ids are in its archive
        others.push_back(std::move(other));
    }
    return others;
}

bool can_be_read(const SourceEntry &entry) {
    return !entry.is_stdin && scan(input_of(entry), {}).problem.empty();
}

/// Resolves all slugs. Other sources that would have to change but cannot be read are fixed, and it
/// is tried again.
void resolve_all(std::vector<PendingSource> &pending, std::vector<Other> &others) {
    std::vector<int> before;
    while (true) {
        std::vector<SlugCandidate *> candidates;
        for (PendingSource &one : pending) {
            if (one.state != PendingSource::State::failed && !one.exported) {
                one.candidate.refused = false;
                candidates.push_back(&one.candidate);
            }
        }
        for (Other &other : others) {
            other.candidate.level = other.entry->level;
            other.candidate.refused = false;
            candidates.push_back(&other.candidate);
        }
        before.resize(candidates.size());
        std::transform(candidates.begin(), candidates.end(), before.begin(),
                       [](const SlugCandidate *candidate) { return candidate->level; });
        resolve_conflicts(candidates);
        bool again = false;
        for (Other &other : others) {
            const bool moved = other.candidate.level != other.entry->level;
            if (moved && !can_be_read(*other.entry)) {
                other.candidate.fixed = again = true;
            }
        }
        if (!again) {
            return;
        }
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            candidates[i]->level = before[i];
        }
    }
}

} // namespace

void resolve_slugs(std::vector<PendingSource> &pending,
                   const std::map<std::string, SourceEntry> &known,
                   const std::vector<std::string> &dropped, SourceReader &reader) {
    std::vector<Other> others = other_sources(pending, known, dropped);
    resolve_all(pending, others);
    for (PendingSource &one : pending) {
        if (one.state == PendingSource::State::failed || one.exported) {
            continue;
        }
        if (one.candidate.refused) {
            reader.fail(one, "its ideas would have the ids of " + one.candidate.against +
                                 ": both are named " + one.candidate.slug() +
                                 "; give one of them another name with `slug:` in its front "
                                 "matter or in sources.json");
        } else if (one.state == PendingSource::State::unchanged &&
                   one.candidate.level != known.at(one.old_key).level) {
            one.state = PendingSource::State::to_write;
        }
    }
    for (const Other &other : others) {
        if (other.candidate.level == other.entry->level || other.candidate.refused) {
            continue;
        }
        PendingSource again = reader.reread(*other.key, *other.entry);
        if (again.state == PendingSource::State::to_write) {
            again.candidate = other.candidate;
            pending.push_back(std::move(again));
        }
    }
}

} // namespace ideary::ingesting
