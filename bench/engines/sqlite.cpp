// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// SQLite FTS5: contentless table, Porter stemmer, prefix indexes, rowids only. Authors and years
// are special words of the text. Facets are counted in arrays in memory; a join with tables of
// values was slower.
#include "engines/engine.hpp"

#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

namespace ideary::bench {
namespace {

using Database = std::unique_ptr<sqlite3, int (*)(sqlite3 *)>;
using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)>;

[[noreturn]] void fail(sqlite3 *database) {
    throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(database));
}

Database open(const std::string &path, int flags) {
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    Database database(raw, sqlite3_close);
    if (code != SQLITE_OK) {
        fail(raw);
    }
    return database;
}

void execute(const Database &database, const std::string &text) {
    if (sqlite3_exec(database.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(database.get());
    }
}

Statement prepare(const Database &database, const std::string &text) {
    sqlite3_stmt *raw = nullptr;
    if (sqlite3_prepare_v3(database.get(), text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw,
                           nullptr) != SQLITE_OK) {
        fail(database.get());
    }
    return {raw, sqlite3_finalize};
}

std::uint64_t hash_of(const std::string &text) {
    std::uint64_t hash = 0xCBF29CE484222325U; // FNV-1a
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    }
    return hash;
}

std::string author_word(const std::string &folded) {
    return fmt::format("xauthor{:016x}9", hash_of(folded));
}

std::string year_word(const std::string &year) {
    return "xyear" + year;
}

class SqliteWriter : public PeerWriter {
  public:
    explicit SqliteWriter(const std::string &path)
        : database_(open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)),
          insert_(nullptr, sqlite3_finalize) {
        execute(database_, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                           "CREATE VIRTUAL TABLE ideas USING fts5(text, content='', "
                           "tokenize='porter unicode61', prefix='3 4'); BEGIN");
        insert_ = prepare(database_, "INSERT INTO ideas(rowid, text) VALUES(?, ?)");
    }

    void add(const Document &document) override {
        std::string text = document.text;
        for (const std::string &author : document.authors) {
            text += " " + author_word(author);
        }
        text += " " + year_word(document.year);
        sqlite3_bind_int64(insert_.get(), 1, document.number + 1);
        sqlite3_bind_text(insert_.get(), 2, text.data(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT);
        if (sqlite3_step(insert_.get()) != SQLITE_DONE) {
            fail(database_.get());
        }
        sqlite3_reset(insert_.get());
    }

    void finish() override {
        execute(database_, "INSERT INTO ideas(ideas) VALUES('optimize'); COMMIT");
    }

  private:
    Database database_;
    Statement insert_;
};

class Sqlite : public Engine {
  public:
    Sqlite(const std::string &path, const FacetColumns &columns)
        : database_(open(path, SQLITE_OPEN_READONLY)), best_(nullptr, sqlite3_finalize),
          all_(nullptr, sqlite3_finalize), columns_(columns), counts_(columns.values()) {
        execute(database_, "PRAGMA mmap_size=17179869184; PRAGMA cache_size=-400000");
        best_ = prepare(database_,
                        "SELECT rowid FROM ideas WHERE ideas MATCH ? ORDER BY rank LIMIT 10");
        all_ = prepare(database_, "SELECT rowid FROM ideas WHERE ideas MATCH ?");
    }

    std::vector<std::uint32_t> top10(const BenchQuery &query) override {
        std::vector<std::uint32_t> found;
        each(best_, query, [&](std::uint32_t number) { found.push_back(number); });
        return found;
    }

    std::uint64_t facets(const BenchQuery &query) override {
        top10(query);
        std::uint64_t total = 0;
        each(all_, query, [&](std::uint32_t number) {
            columns_.count(number, counts_);
            ++total;
        });
        columns_.best(counts_);
        return total;
    }

  private:
    template <class Visit>
    void each(const Statement &statement, const BenchQuery &query, const Visit &visit) {
        const std::string text = in_fts5(query);
        sqlite3_bind_text(statement.get(), 1, text.data(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT);
        int code = 0;
        while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
            visit(static_cast<std::uint32_t>(sqlite3_column_int64(statement.get(), 0) - 1));
        }
        if (code != SQLITE_DONE) {
            fail(database_.get());
        }
        sqlite3_reset(statement.get());
    }

    static std::string any_year(int from, int to) {
        std::vector<std::string> words;
        for (int year = from; year <= to; ++year) {
            words.push_back(year_word(std::to_string(year)));
        }
        return fmt::format("({})", fmt::join(words, " OR "));
    }

    static std::string in_fts5(const BenchQuery &query) {
        const auto joined = [&](const char *between) {
            return fmt::format("\"{}\"", fmt::join(query.words, between));
        };
        switch (query.kind) {
        case QueryClass::word:
        case QueryClass::rare:
        case QueryClass::any:
        case QueryClass::any5:
            break;
        case QueryClass::all:
            return joined("\" AND \"");
        case QueryClass::phrase:
            return joined(" ");
        case QueryClass::filter:
            return fmt::format("{} AND {} AND {}", author_word(query.author),
                               year_word(std::to_string(query.from)), joined("\" AND \""));
        case QueryClass::years:
            return fmt::format("{} AND ({})", any_year(query.from, query.to), joined("\" OR \""));
        case QueryClass::prefix:
            return joined("") + "*";
        }
        return joined("\" OR \"");
    }

    Database database_;
    Statement best_, all_;
    const FacetColumns &columns_;
    std::vector<std::uint32_t> counts_;
};

} // namespace

PeerRow sqlite_peer() {
    return {"sqlite", [] { return std::string(sqlite3_libversion()); },
            [](const std::string &path) { return std::make_unique<SqliteWriter>(path + ".db"); },
            [](const std::string &path, const FacetColumns &columns) {
                return std::make_unique<Sqlite>(path + ".db", columns);
            }};
}

} // namespace ideary::bench
