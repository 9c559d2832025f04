// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/reader/generation.hpp"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <mutex>

#include <unistd.h>

#include "ideary/error.hpp"
#include "index/format/column_builder.hpp"
#include "index/format/database_metadata.hpp"
#include "index/format/manifest.hpp"
#include "index/format/verify.hpp"
#include "index/storage/coding.hpp"
#include "index/storage/files.hpp"
#include "index/storage/xapian_errors.hpp"

namespace ideary::index {

using schema::FieldId;

namespace {

constexpr std::size_t max_idle_handles = 64;
constexpr std::size_t source_texts = 4; ///< path, title, URL, key

} // namespace

struct Generation::Impl {
    std::string folder;
    FileIdentity made; ///< of MANIFEST, before it was read
    Manifest manifest;
    std::uint64_t bytes = 0;
    ColumnFile columns;
    Mapping records;
    BlockPostings block_postings;
    ForwardIndex forward_index;
    Strings sources{}, original_spellings{};
    std::span<const std::uint32_t> respelled_docs{};
    mutable std::mutex mutex{}; ///< guards idle
    mutable std::vector<std::unique_ptr<Xapian::Database>> idle{};
};

std::shared_ptr<const Generation> Generation::open(const std::string &folder, Verify verify) {
    return std::shared_ptr<const Generation>(new Generation(folder, verify));
}

Generation::Generation(const std::string &folder, Verify verify) {
    const FileIdentity made = file_identity(folder + "/MANIFEST");
    Manifest manifest = read_manifest(folder);
    verify_files(folder, manifest, verify);
    if (manifest.last_doc >= Xapian::docid(-2) || manifest.ideas > manifest.last_doc) {
        throw Error(ErrorKind::io, folder + "/MANIFEST is damaged: it counts too many ideas");
    }
    const std::uint64_t last_doc = manifest.last_doc;
    impl_.reset(new Impl{folder, made, std::move(manifest), 0, ColumnFile(folder + "/columns"),
                         Mapping(folder + "/records"), BlockPostings(folder),
                         ForwardIndex(folder, last_doc)});
    impl_->bytes = folder_bytes(folder);
    map_columns();
}

Generation::~Generation() = default;

void Generation::map_columns() {
    const ColumnFile &file = impl_->columns;
    last_doc_ = static_cast<Xapian::docid>(impl_->manifest.last_doc);
    const std::size_t docs = last_doc_ + 1UL;
    lengths_ = file.section<std::uint32_t>("length", docs);
    years_ = file.section<std::uint16_t>("year", docs);
    lines_ = file.section<std::uint32_t>("line", docs);
    sources_ = file.section<std::uint32_t>("place", docs);
    title_ranks_ = file.section<std::uint32_t>("title.rank", docs);
    records_at_ = file.section<std::uint64_t>("record", docs + 1);
    if (records_at_[docs] != impl_->records.size()) {
        file.damaged("the records do not end where they should");
    }
    packed_facets_ = read_packed_facets(file, docs);
    impl_->sources = file.strings("places");
    impl_->original_spellings = file.strings("spelled");
    impl_->respelled_docs =
        file.section<std::uint32_t>("spelled.docs", impl_->original_spellings.size());
    for (const FieldId field : tag_columns) {
        const std::string name(schema::row(field).column);
        FacetColumn &column = columns_[static_cast<std::size_t>(field)];
        column.rows_ = is_by_source(field) ? sources_ : std::span<const std::uint32_t>();
        const std::size_t rows = is_by_source(field) ? impl_->sources.size() / source_texts : docs;
        column.starts_ = file.section<std::uint32_t>(name + ".starts", rows + 1);
        column.ordinals_ = file.section<std::uint32_t>(name + ".ordinals", column.starts_[rows]);
        column.values_ = file.strings(name);
        column.ranks_ = file.section<std::uint32_t>(name + ".ranks", column.value_count());
    }
}

const BlockPostings &Generation::block_postings() const {
    return impl_->block_postings;
}

const ForwardIndex &Generation::forward_index() const {
    return impl_->forward_index;
}

std::uint64_t Generation::number() const {
    return impl_->manifest.generation;
}
std::string Generation::path() const {
    return impl_->folder;
}
std::uint32_t Generation::ideas() const {
    return static_cast<std::uint32_t>(impl_->manifest.ideas);
}
std::string Generation::analyzer() const {
    return impl_->manifest.analyzer;
}
std::vector<std::string> Generation::features() const {
    return impl_->manifest.features;
}
std::uint64_t Generation::bytes() const {
    return impl_->bytes;
}
std::size_t Generation::sources() const {
    return impl_->manifest.sources;
}
std::uint64_t Generation::terms() const {
    return impl_->manifest.terms;
}
std::string Generation::majority_language() const {
    return impl_->manifest.language;
}

std::string Generation::synonyms(const Xapian::Database &database) const {
    return translate_xapian(parent_of(impl_->folder), [&] { return read_synonyms(database); });
}

std::string_view Generation::record(Xapian::docid doc) const {
    if (!exists(doc) || records_at_[doc + 1UL] > impl_->records.size()) {
        return {};
    }
    return {impl_->records.data() + records_at_[doc], records_at_[doc + 1UL] - records_at_[doc]};
}

std::string_view Generation::id(Xapian::docid doc) const {
    return unpack_stored(record(doc)).id;
}
std::string_view Generation::title(Xapian::docid doc) const {
    return unpack_stored(record(doc)).title;
}
std::string_view Generation::body(Xapian::docid doc) const {
    return unpack_stored(record(doc)).body;
}

std::string_view Generation::source_key(Xapian::docid doc) const {
    return exists(doc) ? impl_->sources[sources_[doc] * source_texts + 3] : std::string_view();
}

std::vector<std::string> Generation::values(FieldId field, Xapian::docid doc) const {
    std::vector<std::string> result;
    for (const std::uint32_t ordinal : column(field).of(doc)) {
        result.emplace_back(column(field).value(ordinal));
    }
    return result;
}

Idea Generation::idea(Xapian::docid doc, bool with_body) const {
    Idea idea;
    if (!exists(doc)) {
        return idea;
    }
    const StoredText stored = unpack_stored(record(doc));
    const auto first = [](std::vector<std::string> list) {
        return list.empty() ? std::string() : std::move(list.front());
    };
    idea.id = stored.id;
    idea.title = stored.title;
    idea.curator = stored.curator;
    idea.kind = kind_from_name(first(values(FieldId::kind, doc))).value_or(Kind::wish);
    idea.topics = values(FieldId::topic, doc);
    idea.section = values(FieldId::section, doc);
    idea.authors = values(FieldId::author, doc);
    idea.event = first(values(FieldId::event, doc));
    idea.language = first(values(FieldId::language, doc));
    if (years_[doc] != 0) {
        idea.year = years_[doc];
    }
    const std::size_t source = sources_[doc] * source_texts;
    idea.source = {std::string(impl_->sources[source]), std::string(impl_->sources[source + 1]),
                   std::string(impl_->sources[source + 2]), static_cast<int>(lines_[doc])};
    restore_spelling(doc, idea);
    if (with_body) {
        idea.body = stored.body;
        if (!stored.links.empty()) {
            idea.links = Decoder(stored.links).links();
        }
    }
    return idea;
}

void Generation::restore_spelling(Xapian::docid doc, Idea &idea) const {
    const auto docs = impl_->respelled_docs;
    const auto found = std::lower_bound(docs.begin(), docs.end(), doc);
    if (found == docs.end() || *found != doc) {
        return;
    }
    Decoder in(impl_->original_spellings[static_cast<std::size_t>(found - docs.begin())]);
    while (!in.at_end() && in.ok()) {
        const std::uint64_t field = in.number() - 1;
        std::vector<std::string> list = in.texts();
        if (field == static_cast<std::uint64_t>(FieldId::topic)) {
            idea.topics = std::move(list);
        } else if (field == static_cast<std::uint64_t>(FieldId::section)) {
            idea.section = std::move(list);
        } else if (field == static_cast<std::uint64_t>(FieldId::author)) {
            idea.authors = std::move(list);
        } else if (field == static_cast<std::uint64_t>(FieldId::event) && !list.empty()) {
            idea.event = std::move(list.front());
        } else if (field == static_cast<std::uint64_t>(FieldId::language) && !list.empty()) {
            idea.language = std::move(list.front());
        }
    }
}

bool Generation::is_in_place() const {
    return file_identity(impl_->folder + "/MANIFEST") == impl_->made;
}

/// Throws io unless all files exist. Xapian reads a missing table as an empty one, and a generation
/// may be replaced under the same name. Whatever exists now existed when the handle was opened.
void Generation::require_whole() const {
    for (const ManifestFile &file : impl_->manifest.files) {
        const std::string path = impl_->folder + "/" + file.name;
        if (::access(path.c_str(), R_OK) != 0) {
            errno == ENOENT ? throw_missing(path) : throw_unreadable(path, errno);
        }
    }
    if (!is_in_place()) {
        throw Error(ErrorKind::io, impl_->folder + " was replaced while it was read");
    }
}

std::unique_ptr<Xapian::Database> Generation::open_database() const {
    // Only ever a folder of ours, and only glass: a stub file could name hosts and programs.
    std::unique_ptr<Xapian::Database> database;
    try {
        database = std::make_unique<Xapian::Database>(impl_->folder, Xapian::DB_BACKEND_GLASS);
    } catch (const Xapian::Error &error) {
        require_whole();
        throw_xapian(parent_of(impl_->folder), error);
    }
    require_whole();
    return database;
}

Generation::Lease Generation::lease() const {
    Lease lease;
    {
        const std::lock_guard guard(impl_->mutex);
        if (!impl_->idle.empty()) {
            lease.database = std::move(impl_->idle.back());
            impl_->idle.pop_back();
        }
    }
    if (!lease.database) {
        lease.database = open_database();
    }
    lease.owner = shared_from_this();
    lease.exceptions = std::uncaught_exceptions();
    return lease;
}

Generation::Lease::~Lease() {
    if (!owner || !database || std::uncaught_exceptions() > exceptions) {
        return;
    }
    const std::lock_guard guard(owner->impl_->mutex);
    if (owner->impl_->idle.size() < max_idle_handles) {
        owner->impl_->idle.push_back(std::move(database));
    }
}

} // namespace ideary::index
