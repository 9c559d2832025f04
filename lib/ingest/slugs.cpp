// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/slugs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "ideas/ideas.hpp"
#include "text/normal.hpp"

namespace ideary::ingesting {
namespace {

using Groups = std::map<std::string, std::vector<SlugClaim *>>;

std::string slug_of(const SlugClaim &claim) {
    return claim.slug();
}

/// The name without a folder: who took a folder in front still disputes it.
std::string first_name(const SlugClaim &claim) {
    return claim.name[0];
}

Groups grouped(const std::vector<SlugClaim *> &claims, std::string (*by)(const SlugClaim &)) {
    Groups groups;
    for (SlugClaim *claim : claims) {
        if (!claim->refused) {
            groups[by(*claim)].push_back(claim);
        }
    }
    return groups;
}

bool can_rise(const SlugClaim &claim) {
    return claim.level == 0 && !claim.fixed && claim.name[1] != claim.name[0];
}

/// Of those who share a slug with one that must keep it, refuses the newcomers.
void yield_to_fixed(const std::vector<SlugClaim *> &group) {
    const auto fixed = std::find_if(group.begin(), group.end(), [](const SlugClaim *claim) {
        return claim->fixed && claim->level == 0;
    });
    for (SlugClaim *claim : group) {
        if (fixed != group.end() && !claim->indexed) {
            claim->refused = true;
            claim->against = (*fixed)->path;
        }
    }
}

/// Raises those who share what `by` gives. Whether there were any.
bool raise_sharers(const std::vector<SlugClaim *> &claims, std::string (*by)(const SlugClaim &)) {
    bool raised = false;
    for (auto &[name, group] : grouped(claims, by)) {
        for (SlugClaim *claim : group) {
            if (group.size() > 1 && can_rise(*claim)) {
                claim->level = 1;
                raised = true;
            }
        }
    }
    return raised;
}

/// Whether some level was raised: then other slugs may have met.
bool raise(const std::vector<SlugClaim *> &claims) {
    for (auto &[slug, group] : grouped(claims, slug_of)) {
        if (group.size() > 1) {
            yield_to_fixed(group);
        }
    }
    return raise_sharers(claims, slug_of) || raise_sharers(claims, first_name);
}

/// Of those who still share a slug one stays. An indexed one that loses is fixed instead: what the
/// index holds is not refused. Whether anything changed.
bool refuse_equals(const std::vector<SlugClaim *> &claims) {
    bool changed = false;
    for (auto &[slug, group] : grouped(claims, slug_of)) {
        std::sort(group.begin(), group.end(), [](const SlugClaim *left, const SlugClaim *right) {
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

std::size_t count_refused(const std::vector<SlugClaim *> &claims) {
    return static_cast<std::size_t>(std::count_if(
        claims.begin(), claims.end(), [](const SlugClaim *claim) { return claim->refused; }));
}

} // namespace

SlugClaim claim(const std::string &path, const std::string &file, const std::string &given) {
    SlugClaim claim;
    claim.path = path;
    claim.name[0] = ideas::source_slug(path, given);
    const std::filesystem::path whole(file.empty() ? path : file);
    const std::string parent = whole.parent_path().filename().string();
    if (file.empty() || parent.empty() || parent == "/") {
        claim.name[1] = claim.name[0];
    } else if (given.empty()) {
        claim.name[1] = ideas::source_slug_with_parent(file);
    } else {
        const std::string folder = text::slug(parent);
        claim.name[1] = folder.empty() ? claim.name[0] : folder + "-" + claim.name[0];
    }
    return claim;
}

void settle(const std::vector<SlugClaim *> &claims) {
    for (SlugClaim *claim : claims) {
        claim->start = claim->level;
    }
    std::size_t refused = 0;
    do {
        refused = count_refused(claims);
        for (SlugClaim *claim : claims) {
            claim->level = claim->start; // who is refused moves nobody
        }
        while (raise(claims)) {
        }
    } while (refuse_equals(claims) || count_refused(claims) != refused);
}

} // namespace ideary::ingesting
