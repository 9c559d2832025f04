// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A disk in memory, fed with what disk.c recorded: which bytes and names are safe, and which a
// power cut may still take back.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace ideary::fault {

/// One change, as disk.c wrote it down.
struct Change {
    char kind = 0;
    std::uint64_t inode = 0, offset = 0;
    std::string path, data;
};

/// All changes of a log, in order. Throws when it ends within one.
std::vector<Change> read_changes(const std::string &log);

class SimulatedDisk {
  public:
    SimulatedDisk();
    void apply(const Change &change);
    /// Writes into `folder` what may be found after a power cut now. What was not synced is kept,
    /// lost, or torn: whole files and folders, single writes, sectors, names.
    void cut(const std::string &folder, std::mt19937_64 &random) const;
    /// Writes into `folder` what stands there as long as the power stays.
    void save(const std::string &folder) const;

  private:
    struct Write {
        std::uint64_t offset = 0;
        std::string bytes;
        bool is_cut = false; ///< cut or extended to `offset` bytes instead
    };
    /// Names that one call changes together; node -1: the name goes.
    using Names = std::vector<std::pair<std::string, int>>;
    struct Node {
        bool is_folder = false;
        std::string safe;          ///< bytes that are on the disk
        std::vector<Write> writes; ///< since then
        std::map<std::string, int> names, safe_names;
        std::vector<Names> changes;
    };

    int node_at(const std::string &path) const;
    int folder_of(const std::string &path, std::string &name) const;
    int add(bool is_folder);
    void rename_in(const Change &change);
    void change_names(int folder, Names names);
    int written(const Change &change) const;
    static void put(std::string &bytes, const Write &write, std::uint64_t from, std::uint64_t to);
    static std::string left_of(const Node &node, std::mt19937_64 &random);
    static std::map<std::string, int> names_left(const Node &node, std::mt19937_64 &random);
    void write_out(int number, const std::string &path, std::mt19937_64 *random) const;

    std::vector<Node> nodes_;
    std::map<std::uint64_t, int> by_inode_;
};

} // namespace ideary::fault
