// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/writer_database.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <xxhash.h>

#include "index/analysis/terms.hpp"
#include "index/storage/coding.hpp"
#include "index/storage/files.hpp"
#include "index/writer/checksums.hpp"

namespace ideary::index {
namespace {

// Keys of the database's metadata.
constexpr const char *format_key = "format";
constexpr const char *analyzer_key = "analyzer";
constexpr const char *generation_key = "generation";
constexpr const char *synonyms_key = "words.synonyms";
constexpr const char *source_keys = "s"; ///< and the hash of the source's key

void check_made_by_us(const Xapian::Database &database, const std::string &folder) {
    const std::string format = database.get_metadata(format_key);
    if (format.empty()) {
        throw Error(ErrorKind::io, folder + " is damaged: it does not tell its format");
    }
    if (format != std::to_string(schema::format_number)) {
        throw Error(ErrorKind::incompatible, folder + " is of index format " + format +
                                                 ", this program knows format " +
                                                 std::to_string(schema::format_number));
    }
    if (database.get_metadata(analyzer_key) != fingerprint()) {
        throw Error(ErrorKind::incompatible, folder + " was made with another analyzer (" +
                                                 database.get_metadata(analyzer_key) +
                                                 "; this program has " + fingerprint() + ")");
    }
}

} // namespace

bool is_of_our_format(const Xapian::Database &database) {
    return database.get_metadata(format_key) == std::to_string(schema::format_number);
}

std::uint64_t generation_in(const Xapian::Database &database, const std::string &folder) {
    const std::string text = database.get_metadata(generation_key);
    std::uint64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (!text.empty() && (error != std::errc() || at != end)) {
        throw Error(ErrorKind::io, folder + " is damaged: it does not tell its generation");
    }
    return number;
}

std::string source_file_name(const std::string &key) {
    const XXH128_hash_t hash = XXH3_128bits(key.data(), key.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::map<std::string, std::string> read_remembered(const Xapian::Database &database) {
    std::map<std::string, std::string> sources;
    const auto end = database.metadata_keys_end(source_keys);
    for (auto at = database.metadata_keys_begin(source_keys); at != end; ++at) {
        const std::string packed = database.get_metadata(*at);
        Decoder in(packed);
        std::string key(in.text());
        std::string line(in.text());
        if (!in.ok()) {
            throw Error(ErrorKind::io, "the list of sources in the index is damaged");
        }
        sources.emplace(std::move(key), std::move(line));
    }
    return sources;
}

std::string read_synonyms(const Xapian::Database &database) {
    return database.get_metadata(synonyms_key);
}

void mark_as_ours(Xapian::WritableDatabase &database) {
    database.set_metadata(format_key, std::to_string(schema::format_number));
    database.set_metadata(analyzer_key, fingerprint());
}

Store::Store(std::string folder) : folder_(std::move(folder)) {
    translate_xapian(folder_, [this] {
        const bool fresh = !is_folder(folder_);
        // Ours is the lock that counts; a forked child may still hold the engine's.
        remove_all_of(folder_ + "/flintlock");
        database_ = std::make_unique<Xapian::WritableDatabase>(
            folder_, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
        if (fresh) {
            begin();
            mark_as_ours(*database_);
        } else {
            load();
        }
    });
}

Store::~Store() {
    if (!database_) {
        return;
    }
    try {
        if (changed_) {
            database_->cancel_transaction();
        }
        database_->close();
    } catch (const Xapian::Error &) {
        // What is on disk is the last commit; there is nothing left to save.
    }
}

void Store::load() {
    check_made_by_us(*database_, folder_);
    generation_ = generation_in(*database_, folder_);
    sources_ = read_remembered(*database_);
    if (database_->get_lastdocid() == database_->get_doccount()) {
        return;
    }
    Xapian::docid expected = 1;
    for (auto at = database_->postlist_begin(""); at != database_->postlist_end(""); ++at) {
        for (; expected < *at; ++expected) {
            free_.push_back(expected);
        }
        expected = *at + 1;
    }
    std::reverse(free_.begin(), free_.end());
}

void Store::begin() {
    if (!changed_) {
        break_seal(folder_);
        database_->begin_transaction();
        changed_ = true;
    }
}

void Store::require_open() const {
    if (failure_) {
        throw Error(*failure_);
    }
    if (!database_) {
        throw Error(ErrorKind::internal, "the writer of " + folder_ + " is at its end");
    }
}

template <class F> decltype(auto) Store::guarded(F &&f) {
    require_open();
    try {
        return translate_xapian(folder_, [&]() -> decltype(auto) {
            begin();
            return f();
        });
    } catch (const Error &error) {
        failure_ = error;
        database_.reset();
        throw;
    } catch (...) {
        failure_ = Error(ErrorKind::internal, "the writer of " + folder_ + " failed before");
        database_.reset();
        throw;
    }
}

Xapian::docid Store::number_of(const std::string &id) const {
    const std::string term = id_term(id);
    if (!database_->term_exists(term)) {
        return 0;
    }
    const auto at = database_->postlist_begin(term);
    return at == database_->postlist_end(term) ? 0 : *at;
}

Xapian::docid Store::next_number() {
    if (free_.empty()) {
        return database_->get_lastdocid() + 1;
    }
    const Xapian::docid number = free_.back();
    free_.pop_back();
    return number;
}

bool Store::add(const Idea &idea, const std::string &owner) {
    if (idea.id.empty()) {
        throw Error(ErrorKind::internal, "an idea without an id: " + idea.title);
    }
    return guarded([&] {
        const Idea limited = within_limits(idea);
        Xapian::Document document = maker_.make(limited, owner);
        document.set_data(pack_staged(limited, owner));
        const Xapian::docid old = number_of(limited.id);
        database_->replace_document(old != 0 ? old : next_number(), document);
        return old != 0;
    });
}

std::uint64_t Store::remove_ideas(const std::string &owner) {
    require_open();
    const std::string term = owner_term(owner);
    if (translate_xapian(folder_, [&] { return !database_->term_exists(term); })) {
        return 0;
    }
    return guarded([&] {
        std::vector<Xapian::docid> numbers;
        for (auto at = database_->postlist_begin(term); at != database_->postlist_end(term); ++at) {
            numbers.push_back(*at);
        }
        for (const Xapian::docid number : numbers) {
            database_->delete_document(number);
        }
        free_.insert(free_.end(), numbers.rbegin(), numbers.rend());
        return static_cast<std::uint64_t>(numbers.size());
    });
}

bool Store::has(const std::string &id) const {
    require_open();
    return translate_xapian(folder_, [&] { return number_of(id) != 0; });
}

std::uint64_t Store::ideas() const {
    require_open();
    return translate_xapian(folder_, [&] { return database_->get_doccount(); });
}

void Store::put_source(const std::string &key, const std::string &line) {
    std::string one_line = line;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    const auto known = sources_.find(key);
    if (known != sources_.end() && known->second == one_line) {
        return;
    }
    guarded([&] {
        Encoder packed;
        packed.text(key);
        packed.text(one_line);
        database_->set_metadata(source_keys + source_file_name(key), packed.take());
        sources_[key] = one_line;
    });
}

void Store::drop_source(const std::string &key) {
    if (sources_.count(key) == 0) {
        return;
    }
    guarded([&] {
        database_->set_metadata(source_keys + source_file_name(key), "");
        sources_.erase(key);
    });
}

std::string Store::synonyms() const {
    require_open();
    return translate_xapian(folder_, [this] { return read_synonyms(*database_); });
}

void Store::put_synonyms(const std::string &table) {
    if (table != synonyms()) {
        guarded([&] { database_->set_metadata(synonyms_key, table); });
    }
}

void Store::commit(std::uint64_t generation) {
    guarded([&] {
        database_->set_metadata(generation_key, std::to_string(generation));
        database_->commit_transaction();
        changed_ = false;
        database_->close();
    });
    database_.reset();
    // Xapian syncs its files, but not the folder that it renamed in.
    sync_all_of(folder_);
}

void Store::copy_from(const Generation &generation) {
    for (Xapian::docid doc = 1; doc <= generation.last_doc(); ++doc) {
        if (generation.exists(doc)) {
            add(generation.idea(doc, true), std::string(generation.owner(doc)));
        }
    }
    const Generation::Lease lease = generation.lease();
    for (const auto &[key, line] :
         translate_xapian(folder_, [&] { return read_remembered(*lease); })) {
        put_source(key, line);
    }
    put_synonyms(generation.synonyms(*lease));
}

} // namespace ideary::index
