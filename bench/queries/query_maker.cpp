// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "queries/query_maker.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "corpus/random.hpp"
#include "corpus/terms.hpp"
#include "corpus/vocabulary.hpp"

namespace ideary::bench {
namespace {

/// Number of most frequent words from which the classes draw.
constexpr std::size_t common_words = 150;
constexpr std::size_t frequent_words = 1500;
constexpr int tries_per_query = 200;

class Maker {
  public:
    Maker(const Xapian::Database &database, const QuerySpec &spec)
        : database_(database), wish_(spec), random_(spec.seed), vocabulary_(database) {}

    std::vector<BenchQuery> all() {
        using Draw = std::optional<BenchQuery> (Maker::*)();
        const std::pair<QueryClass, Draw> draws[] = {
            {QueryClass::word, &Maker::word},     {QueryClass::rare, &Maker::rare},
            {QueryClass::any, &Maker::any},       {QueryClass::all, &Maker::together},
            {QueryClass::any5, &Maker::any5},     {QueryClass::phrase, &Maker::phrase},
            {QueryClass::filter, &Maker::filter}, {QueryClass::years, &Maker::years},
            {QueryClass::prefix, &Maker::prefix},
        };
        for (const auto &[kind, draw] : draws) {
            std::set<std::string> seen;
            std::size_t tries = wish_.per_class * tries_per_query;
            if (wish_.only && *wish_.only != kind) {
                continue;
            }
            while (seen.size() < wish_.per_class && tries-- > 0) {
                std::optional<BenchQuery> query = (this->*draw)();
                if (query) {
                    query->kind = kind;
                }
                if (query && seen.insert(to_line(*query)).second) {
                    queries_.push_back(std::move(*query));
                }
            }
        }
        return std::move(queries_);
    }

  private:
    const Word *frequent() {
        const std::size_t limit = std::min(frequent_words, vocabulary_.words().size());
        return limit == 0 ? nullptr : &vocabulary_.words()[random_.below(limit)];
    }

    bool is_frequent(const std::string &form) const {
        return vocabulary_.rank(form) < frequent_words;
    }

    std::optional<BenchQuery> word() {
        const std::size_t limit = std::min(common_words, vocabulary_.words().size());
        if (limit == 0) {
            return std::nullopt;
        }
        const Word &drawn = vocabulary_.words()[random_.below(limit)];
        if (drawn.ideas > database_.get_doccount() / 3) {
            return std::nullopt; // not distinctive in this corpus
        }
        return BenchQuery{.words = {drawn.form}, .author = {}};
    }

    std::optional<BenchQuery> rare() {
        if (vocabulary_.words().empty()) {
            return std::nullopt;
        }
        const Word &drawn = vocabulary_.words()[random_.below(vocabulary_.words().size())];
        const Xapian::doccount most = std::max(10U, database_.get_doccount() / 2000);
        if (drawn.ideas < 3 || drawn.ideas > most) {
            return std::nullopt;
        }
        return BenchQuery{.words = {drawn.form}, .author = {}};
    }

    std::optional<BenchQuery> different(std::size_t count) {
        std::set<std::string> forms;
        for (int tries = 0; tries < tries_per_query && forms.size() < count; ++tries) {
            if (const Word *drawn = frequent()) {
                forms.insert(drawn->form);
            }
        }
        if (forms.size() < count) {
            return std::nullopt;
        }
        return BenchQuery{.words = {forms.begin(), forms.end()}, .author = {}};
    }

    std::optional<BenchQuery> any() { return different(random_.between(2, 3)); }
    std::optional<BenchQuery> any5() { return different(5); }

    /// A random document: the drawn id or the next existing one.
    Xapian::docid document() {
        const Xapian::docid drawn = 1 + random_.below(database_.get_lastdocid());
        auto at = database_.postlist_begin("");
        at.skip_to(drawn);
        return at == database_.postlist_end("") ? 0 : *at;
    }

    std::vector<std::string> frequent_words_of(Xapian::docid document) const {
        std::vector<std::string> forms;
        auto term = database_.termlist_begin(document);
        for (term.skip_to("a"); term != database_.termlist_end(document); ++term) {
            if (is_frequent(*term)) {
                forms.push_back(*term);
            }
        }
        return forms;
    }

    std::optional<BenchQuery> together() {
        const Xapian::docid drawn = document();
        auto forms = drawn != 0 ? frequent_words_of(drawn) : std::vector<std::string>{};
        const std::size_t count = random_.between(2, 3);
        if (forms.size() < count) {
            return std::nullopt;
        }
        BenchQuery query;
        for (std::size_t i = 0; i < count; ++i) {
            const auto at = forms.begin() + random_.below(forms.size());
            query.words.push_back(*at);
            forms.erase(at);
        }
        return query;
    }

    std::optional<BenchQuery> phrase() {
        const Xapian::docid drawn = document();
        if (drawn == 0) {
            return std::nullopt;
        }
        std::map<Xapian::termpos, std::string> places;
        for (const std::string &form : frequent_words_of(drawn)) {
            for (auto at = database_.positionlist_begin(drawn, form);
                 at != database_.positionlist_end(drawn, form); ++at) {
                places[*at] = form;
            }
        }
        std::vector<std::pair<std::string, std::string>> pairs;
        for (const auto &[place, form] : places) {
            const auto next = places.find(place + 1);
            if (next != places.end() && next->second != form) {
                pairs.emplace_back(form, next->second);
            }
        }
        if (pairs.empty()) {
            return std::nullopt;
        }
        const auto &pair = pairs[random_.below(pairs.size())];
        return BenchQuery{.words = {pair.first, pair.second}, .author = {}};
    }

    std::optional<BenchQuery> filter() {
        const Xapian::docid drawn = document();
        if (drawn == 0) {
            return std::nullopt;
        }
        const auto forms = frequent_words_of(drawn);
        const auto author = value_of(drawn, author_prefix);
        const auto year = value_of(drawn, year_prefix);
        if (forms.empty() || author.empty() || year.empty() || !is_simple_name(author)) {
            return std::nullopt;
        }
        BenchQuery query{.words = {forms[random_.below(forms.size())]}, .author = author};
        query.from = query.to = std::stoi(year);
        return query;
    }

    static bool is_simple_name(const std::string &name) {
        return std::all_of(name.begin(), name.end(),
                           [](char c) { return c == ' ' || (c >= 'a' && c <= 'z'); });
    }

    std::string value_of(Xapian::docid document, const std::string &prefix) const {
        auto term = database_.termlist_begin(document);
        term.skip_to(prefix);
        if (term == database_.termlist_end(document) ||
            (*term).compare(0, prefix.size(), prefix) != 0) {
            return {};
        }
        return (*term).substr(prefix.size());
    }

    std::optional<BenchQuery> years() {
        auto query = different(2);
        if (!query || vocabulary_.years().empty()) {
            return std::nullopt;
        }
        const std::vector<int> &years = vocabulary_.years();
        const std::size_t first = random_.below(years.size());
        const std::size_t last = std::min(first + random_.between(2, 5), years.size() - 1);
        query->from = years[first];
        query->to = years[last];
        return query;
    }

    std::optional<BenchQuery> prefix() {
        const Word *drawn = frequent();
        if (drawn == nullptr) {
            return std::nullopt;
        }
        for (std::size_t length = 3; length < drawn->form.size(); ++length) {
            const std::string start = drawn->form.substr(0, length);
            const std::size_t expansions = expansions_of(start);
            if (expansions >= 2 && expansions <= wish_.max_expansions) {
                return BenchQuery{.words = {start}, .author = {}};
            }
        }
        return std::nullopt;
    }

    std::size_t expansions_of(const std::string &start) const {
        std::size_t count = 0;
        for (auto term = database_.allterms_begin(start);
             term != database_.allterms_end(start) && count <= wish_.max_expansions; ++term) {
            ++count;
        }
        return count;
    }

    const Xapian::Database &database_;
    QuerySpec wish_;
    Random random_;
    Vocabulary vocabulary_;
    std::vector<BenchQuery> queries_;
};

} // namespace

std::vector<BenchQuery> make_queries(const Xapian::Database &database, const QuerySpec &spec) {
    return Maker(database, spec).all();
}

} // namespace ideary::bench
