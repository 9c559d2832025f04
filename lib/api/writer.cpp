// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideary/writer.hpp"

#include <utility>

#include "ideary/error.hpp"
#include "ingest/changes.hpp"

namespace ideary {

using ingesting::IdeaChange;

struct Writer::Impl {
    std::string path;
    IngestOptions options;
    ingesting::Changes changes;
};

Writer::Writer(std::filesystem::path path, IngestOptions options)
    : impl_(new Impl{path.string(), std::move(options), {}}) {}
Writer::Writer(Writer &&) noexcept = default;
Writer &Writer::operator=(Writer &&) noexcept = default;
Writer::~Writer() = default;

void Writer::add(const Idea &idea, const SourceRef &source) {
    impl_->changes.ideas.push_back({IdeaChange::Kind::add, source, {idea}, {}});
}

void Writer::remove(const std::string &id) {
    impl_->changes.ideas.push_back({IdeaChange::Kind::remove, {}, {}, id});
}

void Writer::replace_source(const SourceRef &source, std::vector<Idea> ideas) {
    impl_->changes.ideas.push_back({IdeaChange::Kind::replace_all, source, std::move(ideas), {}});
}

void Writer::add_document(std::string bytes, std::string name) {
    impl_->changes.documents.push_back({std::move(name), std::move(bytes)});
}

void Writer::remove_source(std::string name) {
    impl_->changes.removed_sources.push_back(std::move(name));
}

void Writer::ingest(const std::vector<std::string> &paths, InputCallback standard_input) {
    impl_->changes.paths.insert(impl_->changes.paths.end(), paths.begin(), paths.end());
    if (standard_input) {
        impl_->changes.standard_input = std::move(standard_input);
    }
}

void Writer::rebuild() {
    impl_->changes.rebuild = true;
}

IngestReport Writer::commit(const ProgressCallback &progress) {
    const ingesting::Changes changes = std::exchange(impl_->changes, {});
    try {
        return changes.rebuild && changes.paths.empty() && changes.documents.empty() &&
                       changes.ideas.empty() && changes.removed_sources.empty()
                   ? ingesting::rebuild_index(impl_->path, impl_->options, progress)
                   : ingesting::apply(impl_->path, changes, impl_->options, progress);
    } catch (const ingesting::Cancelled &) {
        IngestReport report;
        report.cancelled = true;
        return report;
    }
}

IngestReport ingest(const std::filesystem::path &index_path, const std::vector<std::string> &paths,
                    const IngestOptions &options, const ProgressCallback &progress,
                    const InputCallback &standard_input) {
    Writer writer(index_path, options);
    writer.ingest(paths, standard_input);
    return writer.commit(progress);
}

IngestReport rebuild(const std::filesystem::path &index_path, const IngestOptions &options,
                     const ProgressCallback &progress) {
    Writer writer(index_path, options);
    writer.rebuild();
    return writer.commit(progress);
}

IngestReport remove_sources(const std::filesystem::path &index_path,
                            const std::vector<std::string> &names, const IngestOptions &options) {
    Writer writer(index_path, options);
    for (const std::string &name : names) {
        writer.remove_source(name);
    }
    return writer.commit();
}

} // namespace ideary
