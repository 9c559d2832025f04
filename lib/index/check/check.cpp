// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/check/check.hpp"

// The files of an index: all there, of their sizes and CRCs, and fitting each other.
#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <thread>

#include <xapian.h>

#include "index/check/findings.hpp"
#include "index/format/database_metadata.hpp"
#include "index/format/manifest.hpp"
#include "index/format/sources_file.hpp"
#include "index/format/staging_checksums.hpp"
#include "index/format/verify.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/reader/source_list.hpp"
#include "index/storage/lock.hpp"
#include "index/storage/xapian_errors.hpp"
#include "index/writer/publish.hpp"

namespace ideary::index {
namespace {

constexpr int max_attempts = 20;
constexpr std::chrono::milliseconds pause{250};
constexpr const char *by_input = "Ingest it again from standard input";
constexpr const char *by_force =
    "Put it back as it was, or go on without: ideary ingest --rebuild --force";

class FileCheck {
  public:
    explicit FileCheck(const std::string &folder) : findings_(folder), folder_(folder) {}

    std::vector<Finding> run() {
        if (exists(folder_ + "/sources") && !is_folder(folder_ + "/sources")) {
            findings_.add(folder_ + "/sources", "it is no folder",
                          "Remove it; the next ideary ingest makes it");
        }
        findings_.guarded(folder_ + "/CURRENT", by_rebuild, [this] { current(); });
        findings_.guarded(folder_ + "/staging", by_writer(), [this] { staging(); });
        findings_.guarded(folder_ + "/sources.jsonl", by_writer(), [this] { sources(); });
        return findings_.take();
    }

  private:
    /// The remedy for everything but the generation itself, which an ordinary run reads.
    const char *by_writer() const { return generation_ ? by_next_ingest : by_rebuild; }

    void staging() {
        const std::string path = folder_ + "/staging";
        if (!is_folder(path)) {
            throw_missing(path);
        }
        if (const auto file = first_checksum_mismatch(path)) {
            findings_.add(*file, "it is not what the last run wrote", by_writer());
        }
    }

    /// Detects what staging holds beyond the current generation: a writer is about to publish
    /// it, or was interrupted. The archived inputs, and maybe the source list, already belong
    /// to that run.
    void see_coming(const Current &current) {
        const std::string path = folder_ + "/staging";
        try {
            translate_xapian(path, [&] {
                const Xapian::Database staging(path, Xapian::DB_BACKEND_GLASS);
                if (is_of_our_format(staging) &&
                    generation_in(staging, path) > current.generation) {
                    coming_ = read_source_entries(staging);
                }
            });
        } catch (const Error &) { // NOLINT(bugprone-empty-catch)
            // What is wrong with staging is found elsewhere.
        }
        if (coming_ && !is_locked(folder_)) {
            findings_.add(path, "it holds a run that was cut off before its end",
                          "The next ideary ingest ends that run");
        }
    }

    /// Names of kept inputs that are those of the run to come.
    std::set<std::string> coming_inputs(const std::string &generation) const {
        std::set<std::string> names;
        if (!coming_) {
            return names;
        }
        const auto before = translate_xapian(generation, [&] {
            return read_source_entries(Xapian::Database(generation, Xapian::DB_BACKEND_GLASS));
        });
        for (const auto &[key, line] : before) {
            const auto next = coming_->find(key);
            if (next == coming_->end() || next->second != line) {
                names.insert(source_file_name(key) + ".gz");
            }
        }
        return names;
    }

    void current() {
        std::optional<Current> current;
        const bool told = findings_.guarded(folder_ + "/CURRENT", by_rebuild, [&] {
            current = is_folder(folder_) ? read_current(folder_) : std::nullopt;
            if (!current) {
                throw_missing(folder_ + "/CURRENT");
            }
        });
        if (!told) { // any of them may be the one that was in use
            others("", by_rebuild);
            return;
        }
        const std::string path = folder_ + "/" + generation_name(current->generation);
        see_coming(*current);
        const bool whole = in_use(path);
        others(path, by_removing);
        if (whole) {
            findings_.guarded(path, by_rebuild, [&] {
                generation_ = Generation::open(path, Verify::quick);
                check_content(*generation_, findings_);
            });
        }
    }

    /// Checks the current generation and its archived inputs. Returns whether it can be opened.
    bool in_use(const std::string &path) {
        bool whole = true;
        const bool listed = findings_.guarded(path + "/MANIFEST", by_rebuild, [&] {
            const Manifest manifest = read_manifest(path);
            for (const ManifestFile &file : manifest.files) {
                whole &= one_file(path, file, by_rebuild);
            }
            const auto coming = whole ? coming_inputs(path) : std::set<std::string>();
            for (const ManifestFile &file : manifest.inputs) {
                if (coming.count(file.name) == 0) {
                    one_file(folder_ + "/sources", file, by_input);
                }
            }
            foreign(path, manifest);
        });
        return listed && whole;
    }

    /// Checks the generations kept for readers that are about to open them. An incompatible one
    /// was replaced by a rebuild and is not read.
    void others(const std::string &in_use, const char *remedy) {
        for (const std::string &name : names_in(folder_)) {
            const std::string path = folder_ + "/" + name;
            if (!generation_number(name) || path == in_use) {
                continue;
            }
            try {
                for (const ManifestFile &file : read_manifest(path).files) {
                    one_file(path, file, remedy);
                }
            } catch (const Error &error) {
                if (error.kind() != ErrorKind::incompatible || !is_as_written(path)) {
                    findings_.add(error, path + "/MANIFEST", remedy);
                }
            }
        }
    }

    /// Checks the CRC line only: another format may differ in the rest.
    static bool is_as_written(const std::string &path) {
        return crc_fits(read_small_file(path + "/MANIFEST", max_manifest).value_or(""));
    }

    bool one_file(const std::string &folder, const ManifestFile &file, const std::string &remedy) {
        return findings_.guarded(folder + "/" + file.name, remedy,
                                 [&] { verify_file(folder, file, true); });
    }

    /// A generation holds no file that MANIFEST does not name: Xapian would read some of them.
    void foreign(const std::string &path, const Manifest &manifest) {
        for (const std::string &name : names_in(path)) {
            const bool known =
                name == "MANIFEST" ||
                std::any_of(manifest.files.begin(), manifest.files.end(),
                            [&](const ManifestFile &file) { return file.name == name; });
            if (!known) {
                findings_.add(path + "/" + name, "it does not belong there", "Remove it");
            }
        }
    }

    void sources() {
        const std::string path = folder_ + "/sources.jsonl";
        const SourceList list = read_source_list(folder_);
        for (const SourceLoss &loss : list.losses) {
            const std::string line =
                loss.line != 0 ? "line " + std::to_string(loss.line) + ": " : std::string();
            findings_.add(loss.file, line + loss.why, by_force);
        }
        if (!list.is_whole) {
            return;
        }
        const auto text = read_sources_file(folder_);
        if (!text) {
            throw_missing(path);
        }
        if (*text != sources_text(list.sources) && !(coming_ && *text == sources_text(*coming_))) {
            findings_.add(path, "it lists other sources than the index has", by_writer());
        }
    }

    Findings findings_;
    std::string folder_;
    std::shared_ptr<const Generation> generation_;
    std::optional<std::map<std::string, std::string>> coming_; ///< sources of a run to come
};

/// The state that a writer changes.
struct Moment {
    FileIdentity current, checksums;
    std::vector<std::string> names, inputs;
    bool operator==(const Moment &) const = default;

    explicit Moment(const std::string &folder)
        : current(file_identity(folder + "/CURRENT")),
          checksums(file_identity(folder + "/staging/SEAL")), names(names_in(folder)) {
        if (is_folder(folder + "/sources")) {
            inputs = names_in(folder + "/sources");
        }
    }
};

/// While a writer is active, report only findings that persist across two scans of an unchanged
/// index.
std::vector<Finding> settled_findings(const std::string &folder) {
    std::optional<Moment> last;
    for (int attempt = 1;; ++attempt) {
        const Moment before(folder);
        const bool repeated = last && *last == before;
        const bool was_free = !is_locked(folder);
        std::vector<Finding> findings = FileCheck(folder).run();
        // A run that began meanwhile removes old generations before anything else changes.
        const bool settled = repeated || (was_free && !is_locked(folder));
        const bool same = before == Moment(folder);
        if (findings.empty() || (settled && same) || attempt == max_attempts) {
            return findings;
        }
        last = before;
        std::this_thread::sleep_for(pause);
    }
}

} // namespace

std::vector<Finding> check_index(const std::string &path) {
    const std::string folder = without_slash(path);
    try {
        const SnapshotManager manager(folder, Verify::quick);
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::missing_input) {
            throw; // there is no index to check
        }
    }
    (void)names_in(folder); // one that cannot be read is no damage
    return settled_findings(folder);
}

} // namespace ideary::index
