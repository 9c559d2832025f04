// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A disk in memory that replays the log of disk.c: which bytes and names are durable, and which a
// power cut may lose.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace ideary::fault {

/// One change, as logged by disk.c.
struct Change {
    char kind = 0;
    std::uint64_t inode = 0, offset = 0;
    std::string path, data;
};

/// Reads all changes of a log, in order. Throws if the log ends within a change.
std::vector<Change> read_changes(const std::string &log);

class SimulatedDisk {
  public:
    SimulatedDisk();
    void apply(const Change &change);
    /// Writes into `folder` a state that a power cut may leave now. Data that was not synced is
    /// kept, lost or torn: files, folders, single writes, sectors, names.
    void cut(const std::string &folder, std::mt19937_64 &random) const;
    /// Writes into `folder` the current state, without a power cut.
    void save(const std::string &folder) const;

  private:
    struct Write {
        std::uint64_t offset = 0;
        std::string bytes;
        bool is_truncation = false; ///< truncated or extended to `offset` bytes
    };
    /// Names that one call changes atomically; node -1: the name is removed.
    using Names = std::vector<std::pair<std::string, int>>;
    struct Node {
        bool is_folder = false;
        std::string durable;       ///< durable bytes
        std::vector<Write> writes; ///< not yet durable
        std::map<std::string, int> names, durable_names;
        std::vector<Names> changes;
    };

    int node_at(const std::string &path) const;
    int folder_of(const std::string &path, std::string &name) const;
    int add(bool is_folder);
    void rename_in(const Change &change);
    void change_names(int folder, Names names);
    int opened_node(const Change &change) const;
    static void put(std::string &bytes, const Write &write, std::uint64_t from, std::uint64_t to);
    static std::string torn_content(const Node &node, std::mt19937_64 &random);
    static std::map<std::string, int> torn_names(const Node &node, std::mt19937_64 &random);
    void write_out(int number, const std::string &path, std::mt19937_64 *random) const;

    std::vector<Node> nodes_;
    std::map<std::uint64_t, int> by_inode_;
};

} // namespace ideary::fault
