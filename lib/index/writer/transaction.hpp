// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One run of a writer: the state it found, what it changed, how it ends. Implements IndexWriter.
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
    bool in_new_folder; ///< the database is staging.new, to be swapped in
    Lock lock;
    std::optional<Current> current;
    std::unique_ptr<WriterDatabase> database;
    std::unique_ptr<SegmentWriter> segments; ///< takes ideas while the database is empty
    bool rollback_pending = false;           ///< uncommitted changes are undone by the destructor
    bool committing = false;                 ///< the commit may or may not have happened
    bool publishing = false;                 ///< a generation is being made
    std::uint64_t needed = 0;                ///< bytes that the run needs on disk
    std::uint64_t before = 0;                ///< bytes of staging when the run began
    std::uint64_t added_text = 0;            ///< bytes of the ideas that were added

    Transaction(const std::string &path, double timeout, bool is_fresh)
        : folder(path), fresh(is_fresh), in_new_folder(is_fresh), lock(path, timeout) {}

    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    std::string staging() const { return folder + "/staging"; }

    /// Frees what an uncommitted run wrote.
    void rollback() const;

    /// Removes the unfinished generation of a failed publish.
    void remove_unfinished_publish() const;

    void open();
    void open_content();

    /// Size of the current generation, which the next one will hold too.
    std::uint64_t generation_bytes() const { return current ? folder_bytes(in_use()) : 0; }

    void reserve(std::uint64_t text_bytes);

    /// Runs f. If the disk gets full all the same, the Error also names the space needed.
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

    /// Moves the ideas of all segments into the database.
    void flush_segments();

    /// Merges the segments and the database into staging.new.
    void merge_segments();

    std::string in_use() const { return folder + "/" + generation_name(current->generation); }

    /// Throws incompatible. A damaged generation is ignored here: intact staging can replace
    /// it.
    void require_compatible() const;

    /// Throws io if there are generations but no CURRENT: starting afresh would lose all
    /// sources.
    void refuse_lost_current() const;

    /// Opens staging. False if it is missing, damaged or older than the current generation.
    bool open_staging();

    void rebuild_staging();

    void finish_interrupted_publish();

    /// Space to publish the ideas that an interrupted run left in staging. Their size is
    /// unknown; assumed to be that of the published ones.
    std::uint64_t room_to_finish(std::uint64_t ideas) const;

    /// Publishes an interrupted run before a rebuild reads: the archived inputs may already be
    /// those of that run.
    void finish_before_rebuild();

    /// Rewrites sources.jsonl if it differs from the index.
    void repair_sources_file() const;

    Published publish(const StepCallback &step);
};

} // namespace ideary::index
