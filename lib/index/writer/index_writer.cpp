// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/index_writer.hpp"

#include "index/format/index_folder.hpp"
#include "index/reader/source_list.hpp"
#include "index/storage/files.hpp"
#include "index/writer/transaction.hpp"

namespace ideary::index {

struct IndexWriter::Impl : Transaction {
    using Transaction::Transaction;
};

IndexWriter::IndexWriter(const std::string &path, double lock_timeout_s, bool fresh) {
    const std::string folder = without_slash(path);
    if (!exists(folder + "/CURRENT")) {
        need_space(folder, headroom);
    }
    prepare_folder(folder);
    impl_ = std::make_unique<Impl>(folder, lock_timeout_s, fresh);
    impl_->open();
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::reserve(std::uint64_t text_bytes) {
    impl_->reserve(text_bytes);
}

const std::map<std::string, std::string> &IndexWriter::sources() const {
    return impl_->open_database().sources();
}

void IndexWriter::put_source(const std::string &key, const std::string &line) {
    impl_->open_database().put_source(key, line);
}

std::string IndexWriter::synonyms() const {
    return impl_->open_database().synonyms();
}

void IndexWriter::put_synonyms(const std::string &table) {
    impl_->open_database().put_synonyms(table);
}

std::uint64_t IndexWriter::remove_source(const std::string &key) {
    const std::uint64_t removed = remove_ideas(key);
    impl_->open_database().drop_source(key);
    return removed;
}

std::uint64_t IndexWriter::remove_ideas(const std::string &key) {
    if (impl_->segments && impl_->segments->ideas() == 0) {
        return 0;
    }
    impl_->flush_segments();
    return impl_->open_database().remove_ideas(key);
}

bool IndexWriter::add(const Idea &idea, const std::string &source_key) {
    return impl_->add(idea, source_key);
}

bool IndexWriter::has(const std::string &id) const {
    return impl_->segments ? impl_->segments->has(id) : impl_->open_database().has(id);
}

std::uint64_t IndexWriter::ideas() const {
    return impl_->segments ? impl_->segments->ideas() : impl_->open_database().ideas();
}

std::string IndexWriter::archived_input_path(const std::string &key) const {
    return impl_->folder + "/" + archived_input(key);
}

std::string IndexWriter::new_input_path(const std::string &key) const {
    return archived_input_path(key) + ".new";
}

std::string IndexWriter::set_aside_input(const std::string &kept) {
    return set_aside(impl_->folder + "/" + kept);
}

Published IndexWriter::publish(const std::function<void(std::uint64_t, std::uint64_t)> &progress) {
    return impl_->with_space_hint([&] { return impl_->publish(progress); });
}

} // namespace ideary::index
