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

/// The head of an entry of disk.c.
struct Head {
    std::uint32_t kind, path_bytes, data_bytes, unused;
    std::uint64_t inode, offset;
};

} // namespace

std::vector<Change> read_changes(const std::string &log) {
    const std::string bytes = file_text(log);
    std::vector<Change> changes;
    for (std::size_t at = 0; at < bytes.size();) {
        Head head{};
        if (bytes.size() - at < sizeof head) {
            throw std::runtime_error(log + " ends within a change");
        }
        std::memcpy(&head, bytes.data() + at, sizeof head);
        at += sizeof head;
        if (bytes.size() - at < std::size_t{head.path_bytes} + head.data_bytes) {
            throw std::runtime_error(log + " ends within a change");
        }
        Change change;
        change.kind = static_cast<char>(head.kind);
        change.inode = head.inode;
        change.offset = head.offset;
        change.path = bytes.substr(at, head.path_bytes);
        change.data = bytes.substr(at + head.path_bytes, head.data_bytes);
        at += std::size_t{head.path_bytes} + head.data_bytes;
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
        throw std::runtime_error("a change in a folder nobody made: " + path);
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

int SimulatedDisk::written(const Change &change) const {
    const auto found = by_inode_.find(change.inode);
    if (found == by_inode_.end()) {
        throw std::runtime_error("a write into a file nobody opened");
    }
    return found->second;
}

void SimulatedDisk::rename_in(const Change &change) {
    std::string from, to;
    const int folder = folder_of(change.path, from), target = folder_of(change.data, to);
    const int node = node_at(change.path);
    if (target == folder) {
        change_names(folder, {{from, -1}, {to, node}});
    } else { // it may be found in either, in both, or in none
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
        nodes_[static_cast<std::size_t>(written(change))].writes.push_back(
            {change.offset, change.data, change.kind == 't'});
        break;
    case 's': {
        Node &node = nodes_[static_cast<std::size_t>(written(change))];
        for (const Write &write : node.writes) {
            put(node.safe, write, 0, UINT64_MAX);
        }
        node.writes.clear();
        break;
    }
    case 'S': {
        Node &node = nodes_[static_cast<std::size_t>(node_at(change.path))];
        node.safe_names = node.names;
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

/// The part of a write that falls between two offsets of the file.
void SimulatedDisk::put(std::string &bytes, const Write &write, std::uint64_t from,
                        std::uint64_t to) {
    if (write.is_cut) {
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

std::string SimulatedDisk::left_of(const Node &node, std::mt19937_64 &random) {
    std::string bytes = node.safe;
    enum { none, all, some_writes, some_sectors, length_alone, ways };
    const std::uint64_t way = random() % ways;
    const std::uint64_t share = random() % 101; // per cent that reached the disk
    const auto reached = [&] { return random() % 100 < share; };
    for (const Write &write : node.writes) {
        const std::uint64_t end = write.offset + write.bytes.size();
        if (way == all || (way == some_writes && reached()) ||
            (way == some_sectors && write.is_cut && reached())) {
            put(bytes, write, 0, UINT64_MAX);
        } else if (way == some_sectors && !write.is_cut) {
            for (std::uint64_t at = write.offset / sector * sector; at < end; at += sector) {
                if (reached()) {
                    put(bytes, write, at, at + sector);
                }
            }
        } else if (way == length_alone) { // a file system that writes lengths before bytes
            bytes.resize(std::max<std::size_t>(bytes.size(), end));
        }
    }
    return bytes;
}

std::map<std::string, int> SimulatedDisk::names_left(const Node &node, std::mt19937_64 &random) {
    std::map<std::string, int> names = node.safe_names;
    enum { none, all, the_first, some, ways };
    const std::uint64_t way = random() % ways;
    const std::size_t first = random() % (node.changes.size() + 1);
    std::set<std::string> undone; // what builds on a change that is lost is lost as well
    for (std::size_t i = 0; i < node.changes.size(); ++i) {
        const Names &change = node.changes[i];
        const bool stands = std::none_of(change.begin(), change.end(), [&](const auto &each) {
            return undone.count(each.first) != 0;
        });
        const bool kept = way == all || (way == the_first && i < first) ||
                          (way == some && stands && random() % 2 == 0);
        for (const auto &[name, number] : change) {
            if (!kept) {
                undone.insert(name);
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
        std::string bytes = node.safe;
        if (random != nullptr) {
            bytes = left_of(node, *random);
        } else {
            for (const Write &write : node.writes) {
                put(bytes, write, 0, UINT64_MAX);
            }
        }
        std::ofstream(path, std::ios::binary) << bytes;
        return;
    }
    std::filesystem::create_directories(path);
    for (const auto &[name, child] : random != nullptr ? names_left(node, *random) : node.names) {
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
