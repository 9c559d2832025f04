// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/slugs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "ideas/ideas.hpp"
#include "text/normalize.hpp"

namespace ideary::ingesting {
namespace {

using Groups = std::map<std::string, std::vector<SlugCandidate *>>;

std::string slug_of(const SlugCandidate &candidate) {
    return candidate.slug();
}

/// The slug without a folder: a source that took its folder in front still conflicts.
std::string first_name(const SlugCandidate &candidate) {
    return candidate.name[0];
}

Groups grouped(const std::vector<SlugCandidate *> &candidates,
               std::string (*by)(const SlugCandidate &)) {
    Groups groups;
    for (SlugCandidate *candidate : candidates) {
        if (!candidate->refused) {
            groups[by(*candidate)].push_back(candidate);
        }
    }
    return groups;
}

bool can_rise(const SlugCandidate &candidate) {
    return candidate.level == 0 && !candidate.fixed && candidate.name[1] != candidate.name[0];
}

/// Refuses new sources that share a slug with a fixed one.
void yield_to_fixed(const std::vector<SlugCandidate *> &group) {
    const auto fixed = std::find_if(group.begin(), group.end(), [](const SlugCandidate *candidate) {
        return candidate->fixed && candidate->level == 0;
    });
    for (SlugCandidate *candidate : group) {
        if (fixed != group.end() && !candidate->indexed) {
            candidate->refused = true;
            candidate->against = (*fixed)->path;
        }
    }
}

/// Adds the folder to sources that share what `by` returns. Returns whether there were any.
bool raise_sharers(const std::vector<SlugCandidate *> &candidates,
                   std::string (*by)(const SlugCandidate &)) {
    bool raised = false;
    for (auto &[name, group] : grouped(candidates, by)) {
        for (SlugCandidate *candidate : group) {
            if (group.size() > 1 && can_rise(*candidate)) {
                candidate->level = 1;
                raised = true;
            }
        }
    }
    return raised;
}

/// Returns whether a level was raised: then other slugs may conflict.
bool raise(const std::vector<SlugCandidate *> &candidates) {
    for (auto &[slug, group] : grouped(candidates, slug_of)) {
        if (group.size() > 1) {
            yield_to_fixed(group);
        }
    }
    return raise_sharers(candidates, slug_of) || raise_sharers(candidates, first_name);
}

/// Of sources that still share a slug one keeps it. An indexed loser is fixed instead: what the
/// index holds is not refused. Returns whether anything changed.
bool refuse_equals(const std::vector<SlugCandidate *> &candidates) {
    bool changed = false;
    for (auto &[slug, group] : grouped(candidates, slug_of)) {
        std::sort(group.begin(), group.end(),
                  [](const SlugCandidate *left, const SlugCandidate *right) {
                      return std::tuple(!left->indexed, left->level != left->start, left->path) <
                             std::tuple(!right->indexed, right->level != right->start, right->path);
                  });
        for (std::size_t i = 1; i < group.size(); ++i) {
            const bool stays = group[i]->indexed && !group[i]->fixed;
            (stays ? group[i]->fixed : group[i]->refused) = true;
            group[i]->against = group.front()->path;
            changed = true;
        }
    }
    return changed;
}

std::size_t count_refused(const std::vector<SlugCandidate *> &candidates) {
    return static_cast<std::size_t>(
        std::count_if(candidates.begin(), candidates.end(),
                      [](const SlugCandidate *candidate) { return candidate->refused; }));
}

} // namespace

SlugCandidate candidate(const std::string &path, const std::string &file,
                        const std::string &given) {
    SlugCandidate candidate;
    candidate.path = path;
    candidate.name[0] = ideas::source_slug(path, given);
    const std::filesystem::path whole(file.empty() ? path : file);
    const std::string parent = whole.parent_path().filename().string();
    if (file.empty() || parent.empty() || parent == "/") {
        candidate.name[1] = candidate.name[0];
    } else if (given.empty()) {
        candidate.name[1] = ideas::source_slug_with_parent(file);
    } else {
        const std::string folder = text::slug(parent);
        candidate.name[1] = folder.empty() ? candidate.name[0] : folder + "-" + candidate.name[0];
    }
    return candidate;
}

void resolve_conflicts(const std::vector<SlugCandidate *> &candidates) {
    for (SlugCandidate *candidate : candidates) {
        candidate->start = candidate->level;
    }
    std::size_t refused = 0;
    do {
        refused = count_refused(candidates);
        for (SlugCandidate *candidate : candidates) {
            candidate->level = candidate->start; // refused sources affect no other
        }
        while (raise(candidates)) {
        }
    } while (refuse_equals(candidates) || count_refused(candidates) != refused);
}

} // namespace ideary::ingesting
