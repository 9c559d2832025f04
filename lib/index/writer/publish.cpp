// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/publish.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <xapian.h>

#include "ideary/error.hpp"
#include "index/analysis/terms.hpp"
#include "index/format/block_postings.hpp"
#include "index/format/column_builder.hpp"
#include "index/format/database_metadata.hpp"
#include "index/format/forward_index.hpp"
#include "index/format/index_folder.hpp"
#include "index/format/manifest.hpp"
#include "index/format/sources_file.hpp"
#include "index/format/staging_checksums.hpp"
#include "index/storage/crc32c.hpp"
#include "index/storage/files.hpp"
#include "index/storage/stat_fingerprint.hpp"
#include "index/storage/xapian_errors.hpp"
#include "schema/fields.hpp"

namespace ideary::index {
namespace {

constexpr std::int64_t keep_ns = 60'000'000'000;
constexpr const char *temporary = ".tmp";
constexpr const char *coming = ".new";

/// What the current generation records of archived inputs.
struct InputsBefore {
    std::map<std::string, ManifestFile> files; ///< by name
    std::map<std::string, std::string> sources;

    bool remembers(const std::string &key, const std::string &line) const {
        const auto source = sources.find(key);
        return source != sources.end() && source->second == line;
    }
};

/// Empty if the generation cannot be read: then the inputs are taken as they are.
InputsBefore inputs_before(const std::string &folder) {
    InputsBefore before;
    try {
        const auto current = read_current(folder);
        if (!current) {
            return before;
        }
        const std::string path = folder + "/" + generation_name(current->generation);
        for (const ManifestFile &file : read_manifest(path, Compatibility::any).inputs) {
            before.files.emplace(file.name, file);
        }
        before.sources = translate_xapian(path, [&] {
            return read_source_entries(Xapian::Database(path, Xapian::DB_BACKEND_GLASS));
        });
    } catch (const Error &) { // NOLINT(bugprone-empty-catch)
    }
    return before;
}

/// One publish: its steps in order.
class Publish {
  public:
    Publish(std::string folder, std::uint64_t number, RunKind kind)
        : folder_(std::move(folder)), kind_(kind), staging_path_(folder_ + "/staging"),
          target_(folder_ + "/" + generation_name(number)), work_(target_ + temporary) {
        manifest_.generation = number;
    }

    /// Writes the checksums that the next writer compares, and removes an unfinished target.
    void begin() {
        write_checksums(staging_path_);
        remove_all_of(work_);
        remove_all_of(target_); // complete or not: CURRENT does not name it
    }

    void compact() {
        translate_xapian(folder_, [this] {
            staging_ = Xapian::Database(staging_path_, Xapian::DB_BACKEND_GLASS);
            make_folder(work_); // with the permissions of the umask
            staging_.compact(work_, Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULLER);
        });
        sources_ = translate_xapian(folder_, [this] { return read_source_entries(staging_); });
    }

    void columns() {
        ColumnBuilder builder(work_);
        translate_xapian(folder_, [&] {
            ForwardIndexBuilder words(work_, Xapian::Database(work_, Xapian::DB_BACKEND_GLASS));
            const auto end = staging_.postlist_end("");
            for (auto at = staging_.postlist_begin(""); at != end; ++at) {
                const std::string data =
                    staging_.get_document(*at, Xapian::DOC_ASSUME_VALID).get_data();
                builder.add(*at, unpack_staged(data, staging_path_), at.get_doclength());
                words.add(*at, staging_.termlist_begin(*at));
            }
            words.finish();
        });
        builder.finish();
        manifest_.ideas = builder.ideas();
        manifest_.last_doc = builder.last();
        manifest_.language = builder.majority_language();
    }

    /// The stored documents replace Xapian's document data, and the forward index its term
    /// lists. Xapian opens a database without these tables.
    void verify() {
        remove_all_of(work_ + "/docdata.glass");
        remove_all_of(work_ + "/termlist.glass");
        remove_all_of(work_ + "/flintlock");
        translate_xapian(folder_, [this] {
            const Xapian::Database made(work_, Xapian::DB_BACKEND_GLASS);
            if (made.get_doccount() != staging_.get_doccount() ||
                made.get_doccount() != manifest_.ideas ||
                made.get_lastdocid() < manifest_.last_doc ||
                made.get_total_length() != staging_.get_total_length()) {
                throw Error(ErrorKind::io, "the compacted index in " + work_ +
                                               " does not hold what staging holds");
            }
            BlockPostingsBuilder frequent(work_, made);
            for (auto at = made.allterms_begin(); at != made.allterms_end(); ++at) {
                ++manifest_.terms;
                frequent.add_if_frequent(at);
            }
            frequent.finish();
        });
        staging_.close();
    }

    void write_manifest() {
        for (const std::string_view feature : schema::features()) {
            manifest_.features.emplace_back(feature);
        }
        manifest_.analyzer = fingerprint();
        manifest_.sources = sources_.size();
        for (const std::string &name : names_in(work_)) {
            sync_file(work_ + "/" + name);
            manifest_.files.push_back(described(work_, name));
        }
        describe_inputs();
        FileWriter file(work_ + "/MANIFEST");
        file.write(to_text(manifest_));
        file.finish();
        sync_folder(work_);
    }

    void rename_to_target() { rename_and_sync(work_, target_); }
    void write_sources() { replace_file(folder_ + "/sources.jsonl", sources_text(sources_)); }
    void switch_current() {
        const Current current{manifest_.generation, stat_fingerprint(target_)};
        replace_file(folder_ + "/CURRENT", to_text(current));
    }

    /// Removes archived inputs whose source is gone.
    void remove_orphaned_inputs() const {
        std::vector<std::string> wanted;
        for (const auto &[key, line] : sources_) {
            wanted.push_back(source_file_name(key) + ".gz");
        }
        std::sort(wanted.begin(), wanted.end());
        for (const std::string &name : names_in(folder_ + "/sources")) {
            if (!std::binary_search(wanted.begin(), wanted.end(), name) && !is_set_aside(name)) {
                remove_all_of(folder_ + "/sources/" + name);
            }
        }
    }

    void take_archived_inputs() {
        const std::string kept = folder_ + "/sources";
        for (const std::string &name : names_in(kept)) {
            if (name.size() > 4 && name.substr(name.size() - 4) == coming) {
                const std::string path = kept + "/" + name;
                sync_file(path);
                rename_over(path, path.substr(0, path.size() - 4));
                written_.insert(name.substr(0, name.size() - 4));
            }
        }
    }

  private:
    /// An input that this run did not write keeps its recorded CRC: damage is not recorded as
    /// right.
    void describe_inputs() {
        const InputsBefore before =
            kind_ == RunKind::rebuild ? InputsBefore{} : inputs_before(folder_);
        for (const auto &[key, line] : sources_) {
            const std::string name = source_file_name(key) + ".gz";
            const auto known = before.files.find(name);
            const bool is_other = kind_ == RunKind::interrupted && !before.remembers(key, line);
            if (known != before.files.end() && written_.count(name) == 0 && !is_other) {
                manifest_.inputs.push_back(known->second);
            } else if (file_size(folder_ + "/sources/" + name)) {
                manifest_.inputs.push_back(described(folder_ + "/sources", name));
            }
        }
    }

    static ManifestFile described(const std::string &folder, const std::string &name) {
        const std::string path = folder + "/" + name;
        return {name, file_size(path).value_or(0), crc32c_of_file(path)};
    }

    std::string folder_;
    RunKind kind_;
    std::string staging_path_, target_, work_;
    std::set<std::string> written_; ///< kept inputs
    Manifest manifest_;
    Xapian::Database staging_;
    std::map<std::string, std::string> sources_;
};

/// Staging is committed: exceptions of the callback are ignored, because the next run would publish
/// anyway.
void report(const StepCallback &step, std::uint64_t done) {
    try {
        if (step) {
            step(done, publish_steps);
        }
    } catch (...) { // NOLINT(bugprone-empty-catch)
    }
}

} // namespace

void publish_staging(const std::string &folder, std::uint64_t number, const StepCallback &step,
                     RunKind kind) {
    Publish publish(folder, number, kind);
    using Step = void (Publish::*)();
    static constexpr Step steps[] = {
        &Publish::begin,         &Publish::compact,        &Publish::columns,
        &Publish::verify,        &Publish::write_manifest, &Publish::rename_to_target,
        &Publish::write_sources, &Publish::switch_current,
    };
    static_assert(std::size(steps) + 1 == publish_steps);
    publish.take_archived_inputs();
    std::uint64_t done = 0;
    for (const Step each : steps) {
        report(step, done++);
        (publish.*each)();
    }
    report(step, done);
    try {
        publish.remove_orphaned_inputs();
        remove_leftovers(folder);
    } catch (const Error &) {
        // The new generation is visible, so the run did not fail. The next one removes the
        // rest.
    }
}

void remove_leftovers(const std::string &folder) {
    const auto current = read_current(folder);
    const bool settled = now_ns() - file_identity(folder + "/CURRENT").changed_ns > keep_ns;
    remove_unfinished_generations(folder);
    std::vector<std::uint64_t> others;
    for (const std::string &name : names_in(folder)) {
        const auto number = generation_number(name);
        if (number && current && *number != current->generation) {
            others.push_back(*number);
        }
    }
    std::sort(others.begin(), others.end());
    if (!settled && !others.empty() && current && others.back() < current->generation) {
        others.pop_back(); // readers may still be about to open it
    }
    for (const std::uint64_t number : others) {
        remove_all_of(folder + "/" + generation_name(number));
    }
}

} // namespace ideary::index
