// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "corpus/vocabulary.hpp"

#include <algorithm>
#include <sstream>

#include "corpus/terms.hpp"

namespace ideary::bench {
namespace {

bool is_plain(const std::string &term) {
    return term.size() >= 4 && term.size() <= 20 &&
           std::all_of(term.begin(), term.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

Vocabulary::Vocabulary(const Xapian::Database &database) : database_(database) {
    collect_names();
    collect_words();
    collect_years();
}

std::size_t Vocabulary::rank(const std::string &form) const {
    const auto at = ranks_.find(form);
    return at == ranks_.end() ? words_.size() : at->second;
}

void Vocabulary::collect_names() {
    for (auto term = database_.allterms_begin(author_prefix);
         term != database_.allterms_end(author_prefix); ++term) {
        std::istringstream name((*term).substr(author_prefix.size()));
        for (std::string word; name >> word;) {
            names_.insert(word);
        }
    }
}

void Vocabulary::collect_words() {
    std::map<std::string, Best> best;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        const std::string start(1, letter);
        for (auto term = database_.allterms_begin(start); term != database_.allterms_end(start);
             ++term) {
            if (is_plain(*term)) {
                consider(*term, term.get_termfreq(), best);
            }
        }
    }
    for (auto &[stem, found] : best) {
        words_.push_back(std::move(found.word));
    }
    std::sort(words_.begin(), words_.end(), [](const Word &a, const Word &b) {
        return a.ideas != b.ideas ? a.ideas > b.ideas : a.form < b.form;
    });
    for (std::size_t i = 0; i < words_.size(); ++i) {
        ranks_[words_[i].form] = i;
    }
}

/// Stop words have no stem in the index.
void Vocabulary::consider(const std::string &form, Xapian::doccount ideas,
                          std::map<std::string, Best> &best) const {
    const std::string stem = stem_term(form);
    const Xapian::doccount of_stem = database_.get_termfreq(stem);
    if (of_stem < ideas || of_stem == 0 || names_.count(form) > 0) {
        return;
    }
    Best &slot = best[stem];
    if (ideas > slot.ideas) {
        slot = {{form, of_stem}, ideas};
    }
}

void Vocabulary::collect_years() {
    for (auto term = database_.allterms_begin(year_prefix);
         term != database_.allterms_end(year_prefix); ++term) {
        years_.push_back(std::stoi((*term).substr(year_prefix.size())));
    }
    std::sort(years_.begin(), years_.end());
}

} // namespace ideary::bench
