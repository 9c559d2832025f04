// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <set>

#include "ingest/run.hpp"

namespace ideary::ingesting {
namespace {

/// A source that the index remembers and this run does not read, as far as its name goes.
struct Other {
    const std::string *key;
    const SourceEntry *remembered;
    SlugClaim claim;
};

std::vector<Other> other_sources(const std::vector<PendingSource> &prepared,
                                 const std::map<std::string, SourceEntry> &known,
                                 const std::vector<std::string> &dropped) {
    std::set<std::string_view> taken(dropped.begin(), dropped.end());
    for (const PendingSource &one : prepared) {
        // What failed keeps what the index has of it, its name included.
        if (one.state != PendingSource::State::failed && !one.old_key.empty()) {
            taken.insert(one.old_key);
        }
    }
    std::vector<Other> others;
    for (const auto &[key, remembered] : known) {
        if (taken.count(key) != 0 || remembered.exported) {
            continue;
        }
        Other other{&key, &remembered,
                    claim(remembered.path, remembered.is_stdin ? std::string() : remembered.file,
                          remembered.given_slug)};
        other.claim.level = remembered.level;
        other.claim.indexed = true;
        others.push_back(std::move(other));
    }
    return others;
}

bool can_be_read(const SourceEntry &remembered) {
    return !remembered.is_stdin && scan(input_of(remembered), {}).problem.empty();
}

/// Settles all names; others that would have to change but cannot be read are fixed, and it is
/// tried again.
void settle_all(std::vector<PendingSource> &prepared, std::vector<Other> &others) {
    std::vector<int> before;
    while (true) {
        std::vector<SlugClaim *> claims;
        for (PendingSource &one : prepared) {
            if (one.state != PendingSource::State::failed && !one.exported) {
                one.claim.refused = false;
                claims.push_back(&one.claim);
            }
        }
        for (Other &other : others) {
            other.claim.level = other.remembered->level;
            other.claim.refused = false;
            claims.push_back(&other.claim);
        }
        before.resize(claims.size());
        std::transform(claims.begin(), claims.end(), before.begin(),
                       [](const SlugClaim *claim) { return claim->level; });
        settle(claims);
        bool again = false;
        for (Other &other : others) {
            const bool moved = other.claim.level != other.remembered->level;
            if (moved && !can_be_read(*other.remembered)) {
                other.claim.fixed = again = true;
            }
        }
        if (!again) {
            return;
        }
        for (std::size_t i = 0; i < claims.size(); ++i) {
            claims[i]->level = before[i];
        }
    }
}

} // namespace

std::map<std::string, SourceEntry> read_known(const std::map<std::string, std::string> &lines) {
    std::map<std::string, SourceEntry> known;
    for (const auto &[key, line] : lines) {
        if (auto remembered = from_line(line)) {
            known.emplace(key, std::move(*remembered));
        }
    }
    return known;
}

void settle_slugs(std::vector<PendingSource> &prepared,
                  const std::map<std::string, SourceEntry> &known,
                  const std::vector<std::string> &dropped, SourceReader &preparer) {
    std::vector<Other> others = other_sources(prepared, known, dropped);
    settle_all(prepared, others);
    for (PendingSource &one : prepared) {
        if (one.state == PendingSource::State::failed || one.exported) {
            continue;
        }
        if (one.claim.refused) {
            preparer.fail(one, "its ideas would have the ids of " + one.claim.against +
                                   ": both are named " + one.claim.slug() +
                                   "; give one of them another name with `slug:` in its front "
                                   "matter or in sources.json");
        } else if (one.state == PendingSource::State::unchanged &&
                   one.claim.level != known.at(one.old_key).level) {
            one.state = PendingSource::State::to_write;
        }
    }
    for (const Other &other : others) {
        if (other.claim.level == other.remembered->level || other.claim.refused) {
            continue;
        }
        PendingSource again = preparer.prepare_again(*other.key, *other.remembered);
        if (again.state == PendingSource::State::to_write) {
            again.claim = other.claim;
            prepared.push_back(std::move(again));
        }
    }
}

} // namespace ideary::ingesting
