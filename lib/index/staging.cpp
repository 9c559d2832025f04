// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/staging.hpp"

#include <algorithm>
#include <optional>

#include "ideary/error.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/lock.hpp"
#include "index/manifest.hpp"
#include "index/publish.hpp"
#include "index/seal.hpp"
#include "index/store.hpp"

namespace ideary::index {
namespace {

constexpr std::size_t max_sources_file = 1UL << 30;
constexpr std::uint64_t headroom = 16UL << 20; ///< bytes left free beside what an index needs

std::string without_slash(std::string path) {
    while (path.size() > 1 && path.back() == '/') {
        path.pop_back();
    }
    return path;
}

bool is_ours(const std::string &name) {
    return name == "CURRENT" || name == "lock" || name == "staging" || name == "sources" ||
           name == "sources.jsonl" || name.substr(0, 4) == "gen-" || name == "staging.new" ||
           name == "staging.old";
}

/// Makes the folder of an index. A folder full of other things is not made one by mistake.
void prepare_folder(const std::string &path) {
    if (exists(path) && !is_folder(path)) {
        throw Error(ErrorKind::cannot_write,
                    "cannot make an index at " + path + ": it is no folder",
                    "Name another place with --index");
    }
    make_folder(path);
    const auto names = names_in(path);
    const auto foreign = std::find_if_not(names.begin(), names.end(), is_ours);
    if (foreign != names.end() && *foreign != "lost+found" &&
        std::none_of(names.begin(), names.end(), is_ours)) {
        throw Error(ErrorKind::cannot_write,
                    "cannot make an index at " + path + ": it is a folder of other things (" +
                        *foreign + ")",
                    "Name a new or empty folder with --index");
    }
}

std::uint64_t highest_generation(const std::string &folder) {
    std::uint64_t highest = 0;
    for (const std::string &name : names_in(folder)) {
        // Also of another format, or cut off: numbers are never used twice.
        const std::string stem = name.substr(0, name.find('.'));
        highest = std::max(highest, generation_number(stem).value_or(0));
    }
    return highest;
}

void swap_in(const std::string &folder) {
    const std::string staging = folder + "/staging";
    remove_all_of(staging + ".old");
    if (exists(staging)) {
        rename_durably(staging, staging + ".old");
    }
    rename_durably(staging + ".new", staging);
    remove_all_of(staging + ".old");
}

} // namespace

struct Staging::Impl {
    std::string folder;
    bool fresh;
    Lock lock;
    std::optional<Current> current;
    std::unique_ptr<Store> store;

    Impl(const std::string &path, double timeout, bool is_fresh)
        : folder(path), fresh(is_fresh), lock(path, timeout) {}

    std::string staging() const { return folder + "/staging"; }

    void open() {
        begin_current(folder);
        remove_all_of(staging() + ".new");
        make_folder(folder + "/sources");
        if (fresh) {
            store = std::make_unique<Store>(staging() + ".new");
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
        drop_kept_inputs_of_failed_runs();
        mend_sources_file();
        remove_leftovers(folder);
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
        need_space(folder, 2 * folder_bytes(staging()) + headroom);
        publish_staging(folder, staged, {});
        current = Current{staged};
        store = std::make_unique<Store>(staging());
    }

    /// Paths of standard input that a run kept and did not publish.
    std::vector<std::string> new_inputs() const {
        std::vector<std::string> paths;
        for (const std::string &name : names_in(folder + "/sources")) {
            if (name.size() > 4 && name.substr(name.size() - 4) == ".new") {
                paths.push_back(folder + "/sources/" + name);
            }
        }
        return paths;
    }

    void drop_kept_inputs_of_failed_runs() const {
        for (const std::string &path : new_inputs()) {
            remove_all_of(path);
        }
    }

    /// Once staging is committed, a publish that is cut off is finished: then they must be there.
    void sync_new_inputs() const {
        for (const std::string &path : new_inputs()) {
            sync_file(path);
        }
        sync_folder(folder + "/sources");
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
        if (!store->changed() && current) {
            return {current->generation, store->ideas()};
        }
        const std::string made = staging() + (fresh ? ".new" : "");
        need_space(folder, 2 * folder_bytes(made) + headroom);
        const std::uint64_t ideas = store->ideas();
        const std::uint64_t number = std::max(highest_generation(folder), store->generation()) + 1;
        if (fresh) {
            drop_kept_inputs_of_failed_runs(); // a rebuild reads what was published, and keeps that
        }
        sync_new_inputs();
        store->commit(number);
        store.reset();
        if (fresh) {
            swap_in(folder);
        }
        publish_staging(folder, number, step);
        return {number, ideas};
    }
};

Staging::Staging(const std::string &path, double lock_timeout_s, bool fresh) {
    const std::string folder = without_slash(path);
    prepare_folder(folder);
    impl_ = std::make_unique<Impl>(folder, lock_timeout_s, fresh);
    impl_->open();
}

Staging::~Staging() = default;

const std::map<std::string, std::string> &Staging::sources() const {
    return impl_->store->sources();
}

void Staging::put_source(const std::string &key, const std::string &line) {
    impl_->store->put_source(key, line);
}

std::string Staging::synonyms() const {
    return impl_->store->synonyms();
}

void Staging::put_synonyms(const std::string &table) {
    impl_->store->put_synonyms(table);
}

std::uint64_t Staging::remove_source(const std::string &key) {
    const std::uint64_t removed = impl_->store->remove_ideas(key);
    impl_->store->drop_source(key);
    return removed;
}

std::uint64_t Staging::remove_ideas(const std::string &key) {
    return impl_->store->remove_ideas(key);
}

bool Staging::add(const Idea &idea, const std::string &source_key) {
    return impl_->store->add(idea, source_key);
}

bool Staging::has(const std::string &id) const {
    return impl_->store->has(id);
}

std::uint64_t Staging::ideas() const {
    return impl_->store->ideas();
}

std::string Staging::kept_input_path(const std::string &key) const {
    return impl_->folder + "/sources/" + source_file_name(key) + ".gz";
}

std::string Staging::new_input_path(const std::string &key) const {
    return kept_input_path(key) + ".new";
}

Published Staging::publish(const std::function<void(std::uint64_t, std::uint64_t)> &progress) {
    return impl_->publish(progress);
}

std::map<std::string, std::string> read_sources(const std::string &path) {
    const auto text = read_small_file(without_slash(path) + "/sources.jsonl", max_sources_file);
    return text ? parse_sources(*text) : std::map<std::string, std::string>();
}

} // namespace ideary::index
