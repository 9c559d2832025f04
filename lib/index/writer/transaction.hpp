// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One run of a writer: what it found in the folder of an index, what it changed, how it ends. Only
// Staging uses it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "ideary/error.hpp"
#include "index/format/manifest.hpp"
#include "index/storage/files.hpp"
#include "index/storage/lock.hpp"
#include "index/storage/space.hpp"
#include "index/writer/index_writer.hpp"
#include "index/writer/publish.hpp"
#include "index/writer/segment_writer.hpp"
#include "index/writer/writer_database.hpp"

namespace ideary::index {

struct Transaction {
    std::string folder;
    bool fresh;
    bool in_new_folder; ///< the store is in staging.new, to be swapped in
    Lock lock;
    std::optional<Current> current;
    std::unique_ptr<WriterDatabase> database;
    std::unique_ptr<SegmentWriter> segments; ///< takes the ideas while the store has none
    bool rollback_pending = false;           ///< what is written now goes with this object
    bool committing = false;                 ///< whether it was committed is not known
    bool publishing = false;                 ///< a generation is being made
    std::uint64_t needed = 0;                ///< room that the run was told to need
    std::uint64_t before = 0;                ///< bytes of staging when the run began
    std::uint64_t added_text = 0;            ///< bytes of the ideas that were added

    Transaction(const std::string &path, double timeout, bool is_fresh)
        : folder(path), fresh(is_fresh), in_new_folder(is_fresh), lock(path, timeout) {}

    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    std::string staging() const { return folder + "/staging"; }

    /// A disk that is full stays so until what was written in vain is gone.
    void rollback() const;

    /// A publish that failed: the generation that it did not end.
    void remove_unfinished_publish() const;

    void open();
    void open_content();

    /// Bytes of the generation in use, as far as the next one will hold that too.
    std::uint64_t generation_bytes() const { return current ? folder_bytes(in_use()) : 0; }

    void reserve(std::uint64_t text_bytes);

    /// Runs f; when the disk is full in spite of all, what it throws names the need as well.
    template <class F> decltype(auto) with_space_hint(F &&f) const {
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

    bool add(const Idea &idea, const std::string &source_key);

    void begin_segments();

    WriterDatabase &open_database() const;

    /// Puts what the parts have taken into the store, where all else is done.
    void flush_segments();

    /// The store is then staging.new, with all that the parts and the store before held.
    void merge_segments();

    std::string in_use() const { return folder + "/" + generation_name(current->generation); }

    /// Damage of the generation is no hindrance as long as staging is whole; other rules are.
    void require_compatible() const;

    /// A generation and no CURRENT: that was lost, and staging with it. All sources would go.
    void refuse_lost_current() const;

    /// Whether staging is there, whole as far as can be seen, and not behind what is in use.
    bool open_staging();

    void rebuild_staging();

    void finish_interrupted_publish();

    /// Room to publish so many ideas that a run which was cut off left in staging. How large they
    /// are nobody knows any more: as large as those in use.
    std::uint64_t room_to_finish(std::uint64_t ideas) const;

    /// The kept inputs may be those of a run that was cut off: as long as all is whole, a rebuild
    /// reads what that run came for.
    void finish_before_rebuild();

    /// The list in plain text is what the index says it is, whatever happened to the file.
    void repair_sources_file() const;

    Published publish(const StepCallback &step);
};

} // namespace ideary::index
