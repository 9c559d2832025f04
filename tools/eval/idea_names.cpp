// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "eval/idea_names.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "output/numbers.hpp"

namespace ideary::tools {

namespace {

/// With fewer ids than this a page may also have related ideas.
constexpr std::size_t full_page = 100;
constexpr std::size_t max_named = 3;

std::string after_slash(const std::string &id) {
    const std::size_t slash = id.find('/');
    return slash == std::string::npos ? std::string() : id.substr(slash + 1);
}

std::string source_of(const std::string &id) {
    return id.substr(0, id.find('/'));
}

/// Ids have no spaces: ingest replaces those of a record's id by hyphens.
std::string without_spaces(std::string name) {
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

/// "2 queries SENTENCE: a, b".
template <typename Names>
void add_remark(const Names &names, std::string_view one, std::string_view sentence,
                std::vector<Remark> &remarks) {
    if (names.empty()) {
        return;
    }
    std::vector<std::string> some;
    std::copy_n(names.begin(), std::min(names.size(), max_named), std::back_inserter(some));
    Remark remark;
    remark.text = fmt::format("{} {}: {}{}", amount(names.size(), one), sentence,
                              fmt::join(some, ", "), names.size() > max_named ? " ..." : "");
    remarks.push_back(std::move(remark));
}

} // namespace

IdeaNames::IdeaNames(const Index &index, const std::set<std::string> &names) {
    std::map<std::string, std::string> wanted; // as it may occur in an id → as it is written
    for (const std::string &name : names) {
        wanted.emplace(without_spaces(name), name);
    }
    std::set<std::string> whole;
    index.each(Query::parse(""), {}, [&](const Idea &idea) {
        const auto exact = wanted.find(idea.id);
        if (exact != wanted.end()) {
            ids_[exact->second] = idea.id;
            whole.insert(exact->second);
            ambiguous_.erase(exact->second);
        }
        const auto by_record = wanted.find(after_slash(idea.id));
        if (by_record == wanted.end() || whole.count(by_record->second) > 0) {
            return;
        }
        const auto [entry, is_new] = ids_.emplace(by_record->second, idea.id);
        if (!is_new) {
            ambiguous_.emplace(by_record->second, entry->second + " or " + idea.id);
        }
    });
    for (const auto &[name, id] : ids_) {
        names_.emplace(id, name);
    }
    for (const std::string &name : names) {
        if (ids_.find(name) == ids_.end()) {
            unknown_.insert(name);
        } else if (whole.count(name) == 0) {
            short_sources_.insert(source_of(ids_[name]));
        }
    }
}

std::optional<std::string> IdeaNames::id_of(const std::string &name) const {
    if (ambiguous_.count(name) > 0) {
        return std::nullopt;
    }
    const auto found = ids_.find(name);
    return found == ids_.end() ? name : found->second;
}

std::string IdeaNames::name_of(const std::string &id) const {
    const auto named = names_.find(id);
    if (named != names_.end()) {
        return named->second;
    }
    return short_sources_.count(source_of(id)) > 0 ? after_slash(id) : id;
}

std::vector<EvalHit> eval_hits(const Index &index, const std::string &query,
                               const EvalSetting &setting) {
    const Query parsed = Query::parse(query, setting.all);
    SearchOptions options = setting.options;
    options.ids_only = true; // thirty times as fast as complete hits
    std::vector<Hit> hits = index.search(parsed, options).hits;
    if (hits.size() < full_page) {
        options.ids_only = false;
        options.snippet_length = 0;
        hits = index.search(parsed, options).hits;
    }
    std::vector<EvalHit> result;
    for (Hit &hit : hits) {
        result.push_back({std::move(hit.idea.id), hit.score});
    }
    return result;
}

EvalScore score(const std::vector<std::string> &ranking, const Grades &grades) {
    const std::set<std::string> ideas(ranking.begin(), ranking.end());
    const auto found = std::count_if(grades.begin(), grades.end(), [&](const auto &entry) {
        return entry.second >= 1 && ideas.count(entry.first) > 0;
    });
    return {measure(ranking, grades), static_cast<std::size_t>(found)};
}

std::vector<EvalCase> eval_cases(const std::vector<EvalQuery> &queries,
                                 const Judgements &judgements, const IdeaNames &names,
                                 std::vector<Remark> &remarks) {
    std::vector<EvalCase> cases;
    std::vector<std::string> without, unasked, ambiguous;
    std::set<std::string> asked;
    for (const EvalQuery &query : queries) {
        asked.insert(query.id);
        Grades grades;
        const auto judged = judgements.find(query.id);
        if (judged != judgements.end()) {
            for (const auto &[name, grade] : judged->second) {
                if (const std::optional<std::string> id = names.id_of(name)) {
                    int &kept = grades.try_emplace(*id, grade).first->second;
                    kept = std::max(kept, grade);
                }
            }
        }
        if (relevant(grades) == 0) {
            without.push_back(query.id);
        } else {
            cases.push_back({query, std::move(grades)});
        }
    }
    for (const auto &[query, grades] : judgements) {
        if (asked.count(query) == 0) {
            unasked.push_back(query);
        }
    }
    for (const auto &[name, ids] : names.ambiguous()) {
        ambiguous.push_back(fmt::format("{} ({})", name, ids));
    }
    add_remark(without, "query id", "without a relevant idea, left out", remarks);
    add_remark(unasked, "query id", "only in the judgements", remarks);
    add_remark(ambiguous, "name", "of several ideas, left out of the judgements", remarks);
    add_remark(names.unknown(), "name", "of no idea of the index, counted as never found", remarks);
    return cases;
}

} // namespace ideary::tools
