// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Lucene++: one segment, stems and exact forms in two fields as in ideary; authors and years are
// untokenized terms. A collector counts facets in arrays in memory.
#include "engines/engine.hpp"

#include <LuceneHeaders.h>

#include "corpus/terms.hpp"

namespace ideary::bench {
namespace {

using namespace Lucene;

class LuceneWriter : public PeerWriter {
  public:
    explicit LuceneWriter(const std::string &path)
        : writer_(newLucene<IndexWriter>(
              FSDirectory::open(StringUtils::toUnicode(path)), newLucene<WhitespaceAnalyzer>(),
              true, static_cast<int32_t>(IndexWriter::MaxFieldLengthUNLIMITED))) {
        writer_->setRAMBufferSizeMB(128);
    }

    void add(const bench::Document &document) override {
        std::string stems, forms;
        for (const std::string &word : words_of(document.text)) {
            forms += word + " ";
            stems += stem_of(word) + " ";
        }
        const DocumentPtr made = newLucene<Lucene::Document>();
        text(made, L"stems", stems);
        text(made, L"forms", forms);
        for (const std::string &author : document.authors) {
            value(made, L"author", author);
        }
        if (!document.year.empty()) {
            value(made, L"year", document.year);
        }
        writer_->addDocument(made);
    }

    void finish() override {
        writer_->optimize();
        writer_->close();
    }

  private:
    static void text(const DocumentPtr &document, const String &name, const std::string &words) {
        document->add(newLucene<Lucene::Field>(name, StringUtils::toUnicode(words),
                                               Lucene::Field::STORE_NO,
                                               Lucene::Field::INDEX_ANALYZED));
    }

    static void value(const DocumentPtr &document, const String &name, const std::string &text) {
        document->add(newLucene<Lucene::Field>(name, StringUtils::toUnicode(text),
                                               Lucene::Field::STORE_NO,
                                               Lucene::Field::INDEX_NOT_ANALYZED_NO_NORMS));
    }

    IndexWriterPtr writer_;
};

/// Collects the ten best and counts facets over all matches.
class Counting : public Collector {
  public:
    Counting(const FacetColumns *columns, std::vector<std::uint32_t> *counts)
        : best_(TopScoreDocCollector::create(10, true)), columns_(columns), counts_(counts) {}

    void setScorer(const ScorerPtr &scorer) override { best_->setScorer(scorer); }
    void collect(int32_t doc) override {
        best_->collect(doc);
        columns_->count(static_cast<std::uint32_t>(base_ + doc), *counts_);
    }
    void setNextReader(const IndexReaderPtr &reader, int32_t base) override {
        base_ = base;
        best_->setNextReader(reader, base);
    }
    bool acceptsDocsOutOfOrder() override { return false; }
    std::uint64_t total() const { return static_cast<std::uint64_t>(best_->getTotalHits()); }

  private:
    TopScoreDocCollectorPtr best_;
    const FacetColumns *columns_;
    std::vector<std::uint32_t> *counts_;
    int32_t base_ = 0;
};

class LuceneEngine : public Engine {
  public:
    LuceneEngine(const std::string &path, const FacetColumns &columns)
        : searcher_(
              newLucene<IndexSearcher>(FSDirectory::open(StringUtils::toUnicode(path)), true)),
          columns_(columns), counts_(columns.values()) {}

    std::vector<std::uint32_t> top10(const BenchQuery &query) override {
        const TopDocsPtr top = searcher_->search(in_lucene(query), 10);
        std::vector<std::uint32_t> found;
        for (const ScoreDocPtr &hit : top->scoreDocs) {
            found.push_back(static_cast<std::uint32_t>(hit->doc));
        }
        return found;
    }

    std::uint64_t facets(const BenchQuery &query) override {
        const auto collector = newLucene<Counting>(&columns_, &counts_);
        searcher_->search(in_lucene(query), collector);
        columns_.best(counts_);
        return collector->total();
    }

  private:
    static QueryPtr term(const String &field, const std::string &text) {
        return newLucene<TermQuery>(newLucene<Term>(field, StringUtils::toUnicode(text)));
    }

    static BooleanQueryPtr stems(const BenchQuery &query, BooleanClause::Occur how) {
        const BooleanQueryPtr all = newLucene<BooleanQuery>();
        for (const std::string &word : query.words) {
            all->add(term(L"stems", stem_of(word)), how);
        }
        return all;
    }

    static QueryPtr with_filters(const BenchQuery &query) {
        const BooleanQueryPtr all = newLucene<BooleanQuery>();
        if (query.words.size() == 1) {
            all->add(term(L"stems", stem_of(query.words[0])), BooleanClause::MUST);
        } else {
            all->add(stems(query, BooleanClause::SHOULD), BooleanClause::MUST);
        }
        if (!query.author.empty()) {
            all->add(term(L"author", query.author), BooleanClause::MUST);
        }
        const String from = StringUtils::toUnicode(std::to_string(query.from));
        const String to = StringUtils::toUnicode(std::to_string(query.to));
        all->add(newLucene<TermRangeQuery>(L"year", from, to, true, true), BooleanClause::MUST);
        return all;
    }

    static QueryPtr phrase(const BenchQuery &query) {
        const PhraseQueryPtr result = newLucene<PhraseQuery>();
        for (const std::string &word : query.words) {
            result->add(newLucene<Term>(L"forms", StringUtils::toUnicode(word)));
        }
        return result;
    }

    static QueryPtr in_lucene(const BenchQuery &query) {
        switch (query.kind) {
        case QueryClass::word:
        case QueryClass::rare:
            return term(L"stems", stem_of(query.words.at(0)));
        case QueryClass::any:
        case QueryClass::any5:
            break;
        case QueryClass::all:
            return stems(query, BooleanClause::MUST);
        case QueryClass::phrase:
            return phrase(query);
        case QueryClass::filter:
        case QueryClass::years:
            return with_filters(query);
        case QueryClass::prefix:
            return newLucene<PrefixQuery>(
                newLucene<Term>(L"forms", StringUtils::toUnicode(query.words.at(0))));
        }
        return stems(query, BooleanClause::SHOULD);
    }

    IndexSearcherPtr searcher_;
    const FacetColumns &columns_;
    std::vector<std::uint32_t> counts_;
};

} // namespace

PeerRow lucene_peer() {
    return {"lucene++", [] { return std::string("3.0.8"); },
            [](const std::string &path) { return std::make_unique<LuceneWriter>(path); },
            [](const std::string &path, const FacetColumns &columns) {
                return std::make_unique<LuceneEngine>(path, columns);
            }};
}

} // namespace ideary::bench
