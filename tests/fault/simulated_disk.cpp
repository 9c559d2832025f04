// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "simulated_disk.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

constexpr std::uint64_t sector = 512;

/// The header of a log entry; struct entry of disk.h.
struct Header {
    std::uint32_t kind, path_bytes, data_bytes, unused;
    std::uint64_t inode, offset;
};

} // namespace

std::vector<Change> read_changes(const std::string &log) {
    const std::string bytes = file_text(log);
    std::vector<Change> changes;
    for (std::size_t at = 0; at < bytes.size();) {
        Header header{};
        if (bytes.size() - at < sizeof header) {
            throw std::runtime_error(log + " ends within a change");
        }
        std::memcpy(&header, bytes.data() + at, sizeof header);
        at += sizeof header;
        if (bytes.size() - at < std::size_t{header.path_bytes} + header.data_bytes) {
            throw std::runtime_error(log + " ends within a change");
        }
        Change change;
        change.kind = static_cast<char>(header.kind);
        change.inode = header.inode;
        change.offset = header.offset;
        change.path = bytes.substr(at, header.path_bytes);
        change.data = bytes.substr(at + header.path_bytes, header.data_bytes);
        at += std::size_t{header.path_bytes} + header.data_bytes;
        changes.push_back(std::move(change));
    }
    return changes;
}

SimulatedDisk::SimulatedDisk() {
    add(true);
}

int SimulatedDisk::add(bool is_folder) {
    nodes_.emplace_back();
    nodes_.back().is_folder = is_folder;
    return static_cast<int>(nodes_.size()) - 1;
}

int SimulatedDisk::node_at(const std::string &path) const {
    int at = 0;
    for (const std::filesystem::path &part : std::filesystem::path(path)) {
        if (part.empty() || part == ".") {
            continue;
        }
        const auto &names = nodes_.at(static_cast<std::size_t>(at)).names;
        const auto found = names.find(part.string());
        if (found == names.end()) {
            return -1;
        }
        at = found->second;
    }
    return at;
}

int SimulatedDisk::folder_of(const std::string &path, std::string &name) const {
    const std::filesystem::path whole(path);
    name = whole.filename().string();
    const int folder = node_at(whole.parent_path().string());
    if (folder < 0) {
        throw std::runtime_error("a change in an unknown folder: " + path);
    }
    return folder;
}

void SimulatedDisk::change_names(int folder, Names names) {
    Node &node = nodes_[static_cast<std::size_t>(folder)];
    for (const auto &[name, number] : names) {
        if (number < 0) {
            node.names.erase(name);
        } else {
            node.names[name] = number;
        }
    }
    node.changes.push_back(std::move(names));
}

int SimulatedDisk::opened_node(const Change &change) const {
    const auto found = by_inode_.find(change.inode);
    if (found == by_inode_.end()) {
        throw std::runtime_error("a write into a file that was not opened");
    }
    return found->second;
}

void SimulatedDisk::rename_in(const Change &change) {
    std::string from, to;
    const int folder = folder_of(change.path, from), target = folder_of(change.data, to);
    const int node = node_at(change.path);
    if (target == folder) {
        change_names(folder, {{from, -1}, {to, node}});
    } else { // a power cut may leave it in either, both or none
        change_names(folder, {{from, -1}});
        change_names(target, {{to, node}});
    }
}

void SimulatedDisk::apply(const Change &change) {
    std::string name;
    switch (change.kind) {
    case 'o':
        by_inode_[change.inode] = node_at(change.path);
        break;
    case 'c':
    case 'm': {
        const int folder = folder_of(change.path, name), made = add(change.kind == 'm');
        change_names(folder, {{name, made}});
        if (change.kind == 'c') {
            by_inode_[change.inode] = made;
        }
        break;
    }
    case 'w':
    case 't':
        nodes_[static_cast<std::size_t>(opened_node(change))].writes.push_back(
            {change.offset, change.data, change.kind == 't'});
        break;
    case 's': {
        Node &node = nodes_[static_cast<std::size_t>(opened_node(change))];
        for (const Write &write : node.writes) {
            put(node.durable, write, 0, UINT64_MAX);
        }
        node.writes.clear();
        break;
    }
    case 'S': {
        Node &node = nodes_[static_cast<std::size_t>(node_at(change.path))];
        node.durable_names = node.names;
        node.changes.clear();
        break;
    }
    case 'r':
        rename_in(change);
        break;
    case 'u':
    case 'd': {
        const int folder = folder_of(change.path, name);
        change_names(folder, {{name, -1}});
        break;
    }
    default:
        throw std::runtime_error("a change of unknown kind");
    }
}

/// Applies the part of a write between two offsets of the file.
void SimulatedDisk::put(std::string &bytes, const Write &write, std::uint64_t from,
                        std::uint64_t to) {
    if (write.is_truncation) {
        bytes.resize(write.offset);
        return;
    }
    const std::uint64_t begin = std::max(from, write.offset);
    const std::uint64_t end = std::min(to, write.offset + write.bytes.size());
    if (begin < end) {
        bytes.resize(std::max<std::size_t>(bytes.size(), end));
        bytes.replace(begin, end - begin, write.bytes, begin - write.offset, end - begin);
    }
}

std::string SimulatedDisk::torn_content(const Node &node, std::mt19937_64 &random) {
    std::string bytes = node.durable;
    enum { none, all, some_writes, some_sectors, length_only, outcomes };
    const std::uint64_t outcome = random() % outcomes;
    const std::uint64_t share = random() % 101; // percentage of writes that reached the disk
    const auto reached = [&] { return random() % 100 < share; };
    for (const Write &write : node.writes) {
        const std::uint64_t end = write.offset + write.bytes.size();
        if (outcome == all || (outcome == some_writes && reached()) ||
            (outcome == some_sectors && write.is_truncation && reached())) {
            put(bytes, write, 0, UINT64_MAX);
        } else if (outcome == some_sectors && !write.is_truncation) {
            for (std::uint64_t at = write.offset / sector * sector; at < end; at += sector) {
                if (reached()) {
                    put(bytes, write, at, at + sector);
                }
            }
        } else if (outcome == length_only) { // some file systems write lengths before data
            bytes.resize(std::max<std::size_t>(bytes.size(), end));
        }
    }
    return bytes;
}

std::map<std::string, int> SimulatedDisk::torn_names(const Node &node, std::mt19937_64 &random) {
    std::map<std::string, int> names = node.durable_names;
    enum { none, all, first_ones, some, outcomes };
    const std::uint64_t outcome = random() % outcomes;
    const std::size_t first = random() % (node.changes.size() + 1);
    std::set<std::string> lost; // changes after a lost change of the same name are lost too
    for (std::size_t i = 0; i < node.changes.size(); ++i) {
        const Names &change = node.changes[i];
        const bool is_possible = std::none_of(change.begin(), change.end(), [&](const auto &each) {
            return lost.count(each.first) != 0;
        });
        const bool kept = outcome == all || (outcome == first_ones && i < first) ||
                          (outcome == some && is_possible && random() % 2 == 0);
        for (const auto &[name, number] : change) {
            if (!kept) {
                lost.insert(name);
            } else if (number < 0) {
                names.erase(name);
            } else {
                names[name] = number;
            }
        }
    }
    return names;
}

void SimulatedDisk::write_out(int number, const std::string &path, std::mt19937_64 *random) const {
    const Node &node = nodes_[static_cast<std::size_t>(number)];
    if (!node.is_folder) {
        std::string bytes = node.durable;
        if (random != nullptr) {
            bytes = torn_content(node, *random);
        } else {
            for (const Write &write : node.writes) {
                put(bytes, write, 0, UINT64_MAX);
            }
        }
        std::ofstream(path, std::ios::binary) << bytes;
        return;
    }
    std::filesystem::create_directories(path);
    for (const auto &[name, child] : random != nullptr ? torn_names(node, *random) : node.names) {
        write_out(child, path + "/" + name, random);
    }
}

void SimulatedDisk::cut(const std::string &folder, std::mt19937_64 &random) const {
    write_out(0, folder, &random);
}

void SimulatedDisk::save(const std::string &folder) const {
    write_out(0, folder, nullptr);
}

} // namespace ideary::fault
