// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/transaction.hpp"

#include <algorithm>

#include "index/storage/files.hpp"
#include "index/storage/folder.hpp"
#include "index/reader/generation.hpp"
#include "index/writer/checksums.hpp"
#include "index/format/source_lines.hpp"

namespace ideary::index {
namespace {

constexpr std::size_t batch_bytes = 512UL << 10; ///< of text that is written at once

} // namespace

Transaction::~Transaction() {
    parts.reset();
    store.reset();
    if (undoing) {
        try {
            undo();
        } catch (const Error &) { // NOLINT(bugprone-empty-catch)
            // The next writer does it.
        }
    }
    give_back_unfinished();
}

void Transaction::give_back_unfinished() const {
    if (!publishing) {
        return;
    }
    try {
        remove_unfinished_generations(folder);
    } catch (const Error &) { // NOLINT(bugprone-empty-catch)
        // The next writer does it.
    }
}

void Transaction::undo() const {
    remove_unfinished(folder);
    if (fresh) {
        return;
    }
    if (current) {
        give_back(staging());
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
    give_back(staging());
    make_folder(folder + "/sources");
    open_content();
    undoing = true;
}

void Transaction::open_content() {
    if (fresh) {
        finish_before_rebuild();
        store = std::make_unique<Store>(staging() + ".new");
        take_parts();
        return;
    }
    current = read_current(folder);
    if (current) {
        refuse_other_rules();
    }
    if (!open_staging()) {
        mend();
    }
    finish_cut_off();
    drop_new_inputs(folder);
    mend_sources_file();
    remove_leftovers(folder);
    before = folder_bytes(staging());
    take_parts();
}

void Transaction::expect(std::uint64_t text_bytes) {
    needed = room_for_run(text_bytes, generation_bytes());
    need_space(folder, needed);
}

bool Transaction::add(const Idea &idea, const std::string &owner) {
    added_text += idea.title.size() + idea.body.size();
    return telling_need(
        [&] { return parts ? parts->add(idea, owner) : open_store().add(idea, owner); });
}

void Transaction::take_parts() {
    if (store->ideas() == 0) {
        parts = std::make_unique<Parts>(staging() + ".parts", batch_bytes);
    }
}

Store &Transaction::open_store() const {
    if (!store) {
        throw Error(ErrorKind::internal, "the writer of " + folder + " is at its end");
    }
    return *store;
}

void Transaction::settle() {
    if (parts && parts->only_in_memory()) {
        const auto taken = parts->take_ideas();
        parts.reset();
        for (const AddedIdea &added : taken) {
            open_store().add(added.idea, added.owner);
        }
    } else if (parts) {
        merge_parts();
        parts.reset();
    }
}

void Transaction::merge_parts() {
    const auto sources = open_store().sources();
    const std::string synonyms = store->synonyms();
    const std::string path = staging() + ".new";
    if (elsewhere) {
        store.reset();
        remove_all_of(path);
    }
    parts->merge_into(path);
    elsewhere = true;
    store = std::make_unique<Store>(path);
    for (const auto &[key, line] : sources) {
        store->put_source(key, line);
    }
    store->put_synonyms(synonyms);
}

void Transaction::refuse_other_rules() const {
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
                    "Mend it with: ideary ingest --rebuild");
    }
}

bool Transaction::open_staging() {
    if (!is_folder(staging())) {
        if (!current) {
            refuse_lost_current();
            store = std::make_unique<Store>(staging());
        }
        return !current;
    }
    try {
        if (broken_behind_seal(staging())) {
            return false;
        }
        store = std::make_unique<Store>(staging());
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::io) {
            return false;
        }
        throw;
    }
    return !current || store->generation() >= current->generation;
}

void Transaction::mend() {
    store.reset();
    remove_all_of(staging() + ".new");
    refuse_lost_current();
    if (!current) { // nothing was ever published: nothing is lost
        remove_all_of(staging());
        store = std::make_unique<Store>(staging());
        return;
    }
    const auto generation = Generation::open(in_use(), Verify::full);
    Store copy(staging() + ".new");
    copy.copy_from(*generation);
    copy.commit(current->generation);
    swap_in(folder);
    seal(staging());
    store = std::make_unique<Store>(staging());
}

void Transaction::finish_cut_off() {
    const std::uint64_t staged = store->generation();
    if (staged == (current ? current->generation : 0)) {
        return;
    }
    const std::uint64_t ideas = store->ideas();
    store.reset();
    if (current) {
        remove_all_of(folder + "/" + generation_name(staged)); // complete or not: it was never seen
        remove_leftovers(folder);
    }
    need_space(folder, room_to_finish(ideas));
    publishing = true;
    publish_staging(folder, staged, {}, RunKind::cut_off);
    publishing = false;
    current = Current{staged, 0};
    store = std::make_unique<Store>(staging());
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
        // Damaged: staging alone tells how much there is.
    }
    return room_to_publish({staged, staged, bytes, 0});
}

void Transaction::finish_before_rebuild() {
    try {
        current = read_current(folder);
        if (current) {
            refuse_other_rules();
        }
        if (exists(folder + "/CURRENT") && is_folder(staging()) && open_staging()) {
            finish_cut_off();
        }
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::cannot_write) {
            throw;
        }
        // What cannot be read is what a rebuild is for.
    }
    store.reset();
    current.reset();
}

void Transaction::mend_sources_file() const {
    const std::string path = folder + "/sources.jsonl";
    const std::string text = sources_text(store->sources());
    if (current && (file_size(path) != text.size() || read_small_file(path, text.size()) != text)) {
        replace_file(path, text);
    }
}

Published Transaction::publish(const StepCallback &step) {
    settle();
    if (!open_store().changed() && !elsewhere && current) {
        return {current->generation, store->ideas()};
    }
    const std::string made = staging() + (elsewhere ? ".new" : "");
    const std::uint64_t bytes = folder_bytes(made);
    need_space(folder, elsewhere
                           ? room_to_publish({bytes, 0, 0, 0})
                           : room_to_publish({bytes, before, generation_bytes(), added_text}));
    const std::uint64_t ideas = store->ideas();
    const std::uint64_t number = std::max(highest_generation(folder), store->generation()) + 1;
    if (fresh) {
        drop_new_inputs(folder); // a rebuild reads what was published, and keeps that
    }
    sync_new_inputs(folder);
    committing = true;
    store->commit(number);
    undoing = false;
    store.reset();
    if (elsewhere) {
        swap_in(folder);
    }
    publishing = true;
    publish_staging(folder, number, step, fresh ? RunKind::rebuild : RunKind::ordinary);
    publishing = false;
    return {number, ideas};
}

} // namespace ideary::index
