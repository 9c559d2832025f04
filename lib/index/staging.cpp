// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/staging.hpp"

#include <algorithm>
#include <optional>

#include "ideary/error.hpp"
#include "index/files.hpp"
#include "index/folder.hpp"
#include "index/generation.hpp"
#include "index/lock.hpp"
#include "index/manifest.hpp"
#include "index/parts.hpp"
#include "index/publish.hpp"
#include "index/seal.hpp"
#include "index/source_lines.hpp"
#include "index/space.hpp"
#include "index/store.hpp"

namespace ideary::index {
namespace {

constexpr std::size_t batch_bytes = 512UL << 10; ///< of text that is written at once

} // namespace

struct Staging::Impl {
    std::string folder;
    bool fresh;
    bool elsewhere; ///< the store is in staging.new, to be swapped in
    Lock lock;
    std::optional<Current> current;
    std::unique_ptr<Store> store;
    std::unique_ptr<Parts> parts; ///< takes the ideas while the store has none
    bool undoing = false;         ///< what is written now goes with this object
    bool committing = false;      ///< whether it was committed is not known
    std::uint64_t needed = 0;     ///< room that the run was told to need
    std::uint64_t before = 0;     ///< bytes of staging when the run began
    std::uint64_t added_text = 0; ///< bytes of the ideas that were added

    Impl(const std::string &path, double timeout, bool is_fresh)
        : folder(path), fresh(is_fresh), elsewhere(is_fresh), lock(path, timeout) {}

    ~Impl() {
        parts.reset();
        store.reset();
        if (undoing) {
            try {
                undo();
            } catch (const Error &) { // NOLINT(bugprone-empty-catch)
                // The next writer does it.
            }
        }
    }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    std::string staging() const { return folder + "/staging"; }

    /// A disk that is full stays so until what was written in vain is gone.
    void undo() const {
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

    void open() {
        begin_current(folder);
        remove_unfinished(folder);
        give_back(staging());
        make_folder(folder + "/sources");
        open_content();
        undoing = true;
    }

    void open_content() {
        if (fresh) {
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

    /// Bytes of the generation in use, as far as the next one will hold that too.
    std::uint64_t generation_bytes() const { return current ? folder_bytes(in_use()) : 0; }

    void expect(std::uint64_t text_bytes) {
        needed = room_for_run(text_bytes, generation_bytes());
        need_space(folder, needed);
    }

    /// Runs f; when the disk is full in spite of all, what it throws names the need as well.
    template <class F> decltype(auto) telling_need(F &&f) const {
        try {
            return f();
        } catch (const Error &error) {
            if (error.kind() != ErrorKind::cannot_write || free_space(folder) >= headroom) {
                throw;
            }
            const std::string message = error.what();
            if (needed == 0 || message.find(" are free") != std::string::npos) {
                throw;
            }
            throw Error(error.kind(),
                        message + "; the disk of " + folder + " is full: the run needs " +
                            std::to_string(needed >> 20) + " MiB or more there",
                        "Make room there, or name another place with --index");
        }
    }

    bool add(const Idea &idea, const std::string &owner) {
        added_text += idea.title.size() + idea.body.size();
        return telling_need(
            [&] { return parts ? parts->add(idea, owner) : open_store().add(idea, owner); });
    }

    void take_parts() {
        if (store->ideas() == 0) {
            parts = std::make_unique<Parts>(staging() + ".parts", batch_bytes);
        }
    }

    Store &open_store() const {
        if (!store) {
            throw Error(ErrorKind::internal, "the writer of " + folder + " is at its end");
        }
        return *store;
    }

    /// Puts what the parts have taken into the store, where all else is done.
    void settle() {
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

    /// The store is then staging.new, with all that the parts and the store before held.
    void merge_parts() {
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

    std::string in_use() const { return folder + "/" + generation_name(current->generation); }

    /// Damage of the generation is no hindrance as long as staging is whole; other rules are.
    void refuse_other_rules() const {
        try {
            (void)read_manifest(in_use());
        } catch (const Error &error) {
            if (error.kind() == ErrorKind::incompatible) {
                throw;
            }
        }
    }

    /// Whether staging is there, whole as far as can be seen, and not behind what is in use.
    bool open_staging() {
        if (!is_folder(staging())) {
            if (!current) {
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

    void mend() {
        store.reset();
        remove_all_of(staging() + ".new");
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

    void finish_cut_off() {
        const std::uint64_t staged = store->generation();
        if (staged == (current ? current->generation : 0)) {
            return;
        }
        store.reset();
        need_space(folder, room_to_publish({folder_bytes(staging()), 0, 0, 0}));
        publish_staging(folder, staged, {});
        current = Current{staged, 0};
        store = std::make_unique<Store>(staging());
    }

    /// The list in plain text is what the index says it is, whatever happened to the file.
    void mend_sources_file() const {
        const std::string path = folder + "/sources.jsonl";
        const std::string text = sources_text(store->sources());
        if (current &&
            (file_size(path) != text.size() || read_small_file(path, text.size()) != text)) {
            remove_all_of(path);
            replace_file(path, text);
        }
    }

    Published publish(const StepCallback &step) {
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
        publish_staging(folder, number, step);
        return {number, ideas};
    }
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
    return impl_->folder + "/sources/" + source_file_name(key) + ".gz";
}

std::string Staging::new_input_path(const std::string &key) const {
    return kept_input_path(key) + ".new";
}

Published Staging::publish(const std::function<void(std::uint64_t, std::uint64_t)> &progress) {
    return impl_->telling_need([&] { return impl_->publish(progress); });
}

std::map<std::string, std::string> read_sources(const std::string &path) {
    const auto text = read_small_file(without_slash(path) + "/sources.jsonl", max_sources_file);
    return text ? parse_sources(*text) : std::map<std::string, std::string>();
}

} // namespace ideary::index
