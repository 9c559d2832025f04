// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/writer_database.hpp"

#include <algorithm>

#include "index/analysis/terms.hpp"
#include "index/format/staging_checksums.hpp"
#include "index/storage/coding.hpp"
#include "index/storage/files.hpp"
#include "index/storage/xapian_errors.hpp"

namespace ideary::index {

WriterDatabase::WriterDatabase(std::string folder) : folder_(std::move(folder)) {
    translate_xapian(folder_, [this] {
        const bool fresh = !is_folder(folder_);
        if (fresh) {
            make_folder(folder_); // Xapian would make it without regard to the umask
        }
        // Our own lock counts; a forked child may still hold Xapian's.
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

WriterDatabase::~WriterDatabase() {
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

void WriterDatabase::load() {
    require_our_database(*database_, folder_);
    generation_ = generation_in(*database_, folder_);
    sources_ = read_source_entries(*database_);
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

void WriterDatabase::begin() {
    if (!changed_) {
        invalidate_checksums(folder_);
        database_->begin_transaction();
        changed_ = true;
    }
}

void WriterDatabase::require_open() const {
    if (failure_) {
        throw Error(*failure_);
    }
    if (!database_) {
        throw Error(ErrorKind::internal, "the writer of " + folder_ + " is at its end");
    }
}

template <class F> decltype(auto) WriterDatabase::guarded(F &&f) {
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

Xapian::docid WriterDatabase::number_of(const std::string &id) const {
    const std::string term = id_term(id);
    if (!database_->term_exists(term)) {
        return 0;
    }
    const auto at = database_->postlist_begin(term);
    return at == database_->postlist_end(term) ? 0 : *at;
}

Xapian::docid WriterDatabase::next_number() {
    if (free_.empty()) {
        return database_->get_lastdocid() + 1;
    }
    const Xapian::docid number = free_.back();
    free_.pop_back();
    return number;
}

bool WriterDatabase::add(const Idea &idea, const std::string &source_key) {
    if (idea.id.empty()) {
        throw Error(ErrorKind::internal, "an idea without an id: " + idea.title);
    }
    return guarded([&] {
        const Idea limited = within_limits(idea);
        Xapian::Document document = maker_.make(limited, source_key);
        document.set_data(pack_staged(limited, source_key));
        const Xapian::docid old = number_of(limited.id);
        database_->replace_document(old != 0 ? old : next_number(), document);
        return old != 0;
    });
}

std::uint64_t WriterDatabase::remove_ideas(const std::string &source_key) {
    require_open();
    const std::string term = source_key_term(source_key);
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

bool WriterDatabase::has(const std::string &id) const {
    require_open();
    return translate_xapian(folder_, [&] { return number_of(id) != 0; });
}

std::uint64_t WriterDatabase::ideas() const {
    require_open();
    return translate_xapian(folder_, [&] { return database_->get_doccount(); });
}

void WriterDatabase::put_source(const std::string &key, const std::string &line) {
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

void WriterDatabase::drop_source(const std::string &key) {
    if (sources_.count(key) == 0) {
        return;
    }
    guarded([&] {
        database_->set_metadata(source_keys + source_file_name(key), "");
        sources_.erase(key);
    });
}

std::string WriterDatabase::synonyms() const {
    require_open();
    return translate_xapian(folder_, [this] { return read_synonyms(*database_); });
}

void WriterDatabase::put_synonyms(const std::string &table) {
    if (table != synonyms()) {
        guarded([&] { database_->set_metadata(synonyms_key, table); });
    }
}

void WriterDatabase::commit(std::uint64_t generation) {
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

void WriterDatabase::copy_from(const Generation &generation) {
    for (Xapian::docid doc = 1; doc <= generation.last_doc(); ++doc) {
        if (generation.exists(doc)) {
            add(generation.idea(doc, true), std::string(generation.source_key(doc)));
        }
    }
    const Generation::Lease lease = generation.lease();
    for (const auto &[key, line] :
         translate_xapian(folder_, [&] { return read_source_entries(*lease); })) {
        put_source(key, line);
    }
    put_synonyms(generation.synonyms(*lease));
}

} // namespace ideary::index
