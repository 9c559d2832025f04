// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/staging.hpp"

#include "index/storage/files.hpp"
#include "index/storage/folder.hpp"
#include "index/reader/source_list.hpp"
#include "index/writer/transaction.hpp"

namespace ideary::index {

struct Staging::Impl : Transaction {
    using Transaction::Transaction;
};

Staging::Staging(const std::string &path, double lock_timeout_s, bool fresh) {
    const std::string folder = without_slash(path);
    if (!exists(folder + "/CURRENT")) {
        need_space(folder, headroom);
    }
    prepare_folder(folder);
    impl_ = std::make_unique<Impl>(folder, lock_timeout_s, fresh);
    impl_->open();
}

Staging::~Staging() = default;

void Staging::expect(std::uint64_t text_bytes) {
    impl_->expect(text_bytes);
}

const std::map<std::string, std::string> &Staging::sources() const {
    return impl_->open_store().sources();
}

void Staging::put_source(const std::string &key, const std::string &line) {
    impl_->open_store().put_source(key, line);
}

std::string Staging::synonyms() const {
    return impl_->open_store().synonyms();
}

void Staging::put_synonyms(const std::string &table) {
    impl_->open_store().put_synonyms(table);
}

std::uint64_t Staging::remove_source(const std::string &key) {
    const std::uint64_t removed = remove_ideas(key);
    impl_->open_store().drop_source(key);
    return removed;
}

std::uint64_t Staging::remove_ideas(const std::string &key) {
    if (impl_->parts && impl_->parts->ideas() == 0) {
        return 0;
    }
    impl_->settle();
    return impl_->open_store().remove_ideas(key);
}

bool Staging::add(const Idea &idea, const std::string &source_key) {
    return impl_->add(idea, source_key);
}

bool Staging::has(const std::string &id) const {
    return impl_->parts ? impl_->parts->has(id) : impl_->open_store().has(id);
}

std::uint64_t Staging::ideas() const {
    return impl_->parts ? impl_->parts->ideas() : impl_->open_store().ideas();
}

std::string Staging::kept_input_path(const std::string &key) const {
    return impl_->folder + "/" + kept_input(key);
}

std::string Staging::new_input_path(const std::string &key) const {
    return kept_input_path(key) + ".new";
}

std::string Staging::set_aside_input(const std::string &kept) {
    return set_aside(impl_->folder + "/" + kept);
}

Published Staging::publish(const std::function<void(std::uint64_t, std::uint64_t)> &progress) {
    return impl_->telling_need([&] { return impl_->publish(progress); });
}

} // namespace ideary::index
