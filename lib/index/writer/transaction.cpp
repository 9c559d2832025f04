// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/transaction.hpp"

#include <algorithm>

#include "index/format/index_folder.hpp"
#include "index/format/sources_file.hpp"
#include "index/format/staging_checksums.hpp"
#include "index/reader/generation.hpp"
#include "index/storage/files.hpp"

namespace ideary::index {
namespace {

constexpr std::size_t batch_bytes = 512UL << 10; ///< of text that is written at once

} // namespace

Transaction::~Transaction() {
    segments.reset();
    database.reset();
    if (rollback_pending) {
        try {
            rollback();
        } catch (const Error &) { // NOLINT(bugprone-empty-catch)
            // The next writer does it.
        }
    }
    remove_unfinished_publish();
}

void Transaction::remove_unfinished_publish() const {
    if (!publishing) {
        return;
    }
    try {
        remove_unfinished_generations(folder);
    } catch (const Error &) { // NOLINT(bugprone-empty-catch)
        // The next writer does it.
    }
}

void Transaction::rollback() const {
    remove_unfinished(folder);
    if (fresh) {
        return;
    }
    if (current) {
        truncate_uncommitted(staging());
    }
    if (committing) { // it may be committed for all that failed: then its inputs are needed
        return;
    }
    if (!current) {
        remove_all_of(staging());
    }
    drop_new_inputs(folder);
}

void Transaction::open() {
    begin_current(folder);
    remove_unfinished(folder);
    truncate_uncommitted(staging());
    make_folder(folder + "/sources");
    open_content();
    rollback_pending = true;
}

void Transaction::open_content() {
    if (fresh) {
        finish_before_rebuild();
        database = std::make_unique<WriterDatabase>(staging() + ".new");
        begin_segments();
        return;
    }
    current = read_current(folder);
    if (current) {
        require_compatible();
    }
    if (!open_staging()) {
        rebuild_staging();
    }
    finish_interrupted_publish();
    drop_new_inputs(folder);
    repair_sources_file();
    remove_leftovers(folder);
    before = folder_bytes(staging());
    begin_segments();
}

void Transaction::reserve(std::uint64_t text_bytes) {
    needed = room_for_run(text_bytes, generation_bytes());
    need_space(folder, needed);
}

bool Transaction::add(const Idea &idea, const std::string &source_key) {
    added_text += idea.title.size() + idea.body.size();
    return with_space_hint([&] {
        return segments ? segments->add(idea, source_key) : open_database().add(idea, source_key);
    });
}

void Transaction::begin_segments() {
    if (database->ideas() == 0) {
        segments = std::make_unique<SegmentWriter>(staging() + ".parts", batch_bytes);
    }
}

WriterDatabase &Transaction::open_database() const {
    if (!database) {
        throw Error(ErrorKind::internal, "the writer of " + folder + " is at its end");
    }
    return *database;
}

void Transaction::flush_segments() {
    if (segments && segments->only_in_memory()) {
        const auto taken = segments->take_ideas();
        segments.reset();
        for (const AddedIdea &added : taken) {
            open_database().add(added.idea, added.source_key);
        }
    } else if (segments) {
        merge_segments();
        segments.reset();
    }
}

void Transaction::merge_segments() {
    const auto sources = open_database().sources();
    const std::string synonyms = database->synonyms();
    const std::string path = staging() + ".new";
    if (in_new_folder) {
        database.reset();
        remove_all_of(path);
    }
    segments->merge_into(path);
    in_new_folder = true;
    database = std::make_unique<WriterDatabase>(path);
    for (const auto &[key, line] : sources) {
        database->put_source(key, line);
    }
    database->put_synonyms(synonyms);
}

void Transaction::require_compatible() const {
    try {
        (void)read_manifest(in_use());
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::incompatible) {
            throw;
        }
    }
}

void Transaction::refuse_lost_current() const {
    if (!exists(folder + "/CURRENT") && highest_generation(folder) != 0) {
        throw Error(ErrorKind::io, folder + "/CURRENT is missing",
                    "Repair it with: ideary ingest --rebuild");
    }
}

bool Transaction::open_staging() {
    if (!is_folder(staging())) {
        if (!current) {
            refuse_lost_current();
            database = std::make_unique<WriterDatabase>(staging());
        }
        return !current;
    }
    try {
        if (first_checksum_mismatch(staging())) {
            return false;
        }
        database = std::make_unique<WriterDatabase>(staging());
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::io) {
            return false;
        }
        throw;
    }
    return !current || database->generation() >= current->generation;
}

void Transaction::rebuild_staging() {
    database.reset();
    remove_all_of(staging() + ".new");
    refuse_lost_current();
    if (!current) { // nothing was ever published: nothing is lost
        remove_all_of(staging());
        database = std::make_unique<WriterDatabase>(staging());
        return;
    }
    const auto generation = Generation::open(in_use(), Verify::full);
    WriterDatabase copy(staging() + ".new");
    copy.copy_from(*generation);
    copy.commit(current->generation);
    swap_in(folder);
    write_checksums(staging());
    database = std::make_unique<WriterDatabase>(staging());
}

void Transaction::finish_interrupted_publish() {
    const std::uint64_t staged = database->generation();
    if (staged == (current ? current->generation : 0)) {
        return;
    }
    const std::uint64_t ideas = database->ideas();
    database.reset();
    if (current) {
        remove_all_of(folder + "/" + generation_name(staged)); // complete or not: it was never seen
        remove_leftovers(folder);
    }
    need_space(folder, room_to_finish(ideas));
    publishing = true;
    publish_staging(folder, staged, {}, RunKind::interrupted);
    publishing = false;
    current = Current{staged, 0};
    database = std::make_unique<WriterDatabase>(staging());
}

std::uint64_t Transaction::room_to_finish(std::uint64_t ideas) const {
    const std::uint64_t staged = folder_bytes(staging());
    std::uint64_t bytes = 0;
    try {
        const std::uint64_t published = current ? read_manifest(in_use()).ideas : 0;
        const std::uint64_t used = generation_bytes();
        bytes =
            published == 0 ? 0 : used + used / published * (std::max(ideas, published) - published);
    } catch (const Error &) { // NOLINT(bugprone-empty-catch)
        // The generation is damaged: estimate from staging alone.
    }
    return room_to_publish({staged, staged, bytes, 0});
}

void Transaction::finish_before_rebuild() {
    try {
        current = read_current(folder);
        if (current) {
            require_compatible();
        }
        if (exists(folder + "/CURRENT") && is_folder(staging()) && open_staging()) {
            finish_interrupted_publish();
        }
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::cannot_write) {
            throw;
        }
        // What cannot be read is what a rebuild is for.
    }
    database.reset();
    current.reset();
}

void Transaction::repair_sources_file() const {
    const std::string path = folder + "/sources.jsonl";
    const std::string text = sources_text(database->sources());
    if (current && (file_size(path) != text.size() || read_small_file(path, text.size()) != text)) {
        replace_file(path, text);
    }
}

Published Transaction::publish(const StepCallback &step) {
    flush_segments();
    if (!open_database().changed() && !in_new_folder && current) {
        return {current->generation, database->ideas()};
    }
    const std::string made = staging() + (in_new_folder ? ".new" : "");
    const std::uint64_t bytes = folder_bytes(made);
    need_space(folder, in_new_folder
                           ? room_to_publish({bytes, 0, 0, 0})
                           : room_to_publish({bytes, before, generation_bytes(), added_text}));
    const std::uint64_t ideas = database->ideas();
    const std::uint64_t number = std::max(highest_generation(folder), database->generation()) + 1;
    if (fresh) {
        drop_new_inputs(folder); // a rebuild reads what was published, and keeps that
    }
    sync_new_inputs(folder);
    committing = true;
    database->commit(number);
    rollback_pending = false;
    database.reset();
    if (in_new_folder) {
        swap_in(folder);
    }
    publishing = true;
    publish_staging(folder, number, step, fresh ? RunKind::rebuild : RunKind::ordinary);
    publishing = false;
    return {number, ideas};
}

} // namespace ideary::index
