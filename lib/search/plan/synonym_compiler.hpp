// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/plan/word_compiler.hpp"

namespace ideary::search {

/// Compiles word groups: what was typed, and its synonyms with less weight.
class SynonymCompiler {
  public:
    SynonymCompiler(const QueryAnalyzer &analyzer, WordCompiler &words, PhraseCompiler &phrases,
                    std::vector<Remark> &remarks)
        : analyzer_(analyzer), words_(words), phrases_(phrases), remarks_(remarks) {}

    ScoredQuery group(const WordGroup &group, Role role);

  private:
    struct TypedStatistics;
    TypedStatistics statistics_of(const WordGroup &group) const;
    ScoredQuery typed(const WordGroup &group, const Field &field, Role role);
    ScoredQuery compound(const WordGroup &group, const Field &field, Role role);
    double equivalent_boost(const Synonym &synonym, const TypedStatistics &typed) const;
    bool within_synonym_limit(const WordGroup &group);
    std::vector<ScoredQuery> synonyms(const WordGroup &group, const Field &field);
    ScoredQuery synonym(const Synonym &synonym, const Field &field);
    ScoredQuery synonym_word(const std::string &form, const Field &field);
    ScoredQuery synonym_phrase(const std::vector<std::string> &forms, const Field &field);

    const QueryAnalyzer &analyzer_;
    WordCompiler &words_;
    PhraseCompiler &phrases_;
    std::vector<Remark> &remarks_;
    std::size_t synonym_count_ = 0;
};

} // namespace ideary::search
