// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "permissions.hpp"

#include <filesystem>

#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace ideary::fault {
namespace {

constexpr unsigned nobody = 65534;

} // namespace

bool become_nobody() {
    if (::geteuid() != 0) {
        return true; // an ordinary user
    }
    return ::setgroups(0, nullptr) == 0 && ::setresgid(nobody, nobody, nobody) == 0 &&
           ::setresuid(nobody, nobody, nobody) == 0;
}

std::string why_not_nobody(const ReliabilityTest &test) {
    Command command = test.tool(test.at("no-such-index"), {"--version"});
    command.in_child = become_nobody;
    const ProcessResult ended = run(command);
    return ended.done() ? "" : "permissions skipped: the user nobody cannot run the tool";
}

void give_to_nobody(const std::string &folder) {
    if (::geteuid() != 0) {
        return;
    }
    const auto give = [](const std::filesystem::path &path) {
        if (::lchown(path.c_str(), nobody, nobody) != 0) {
            throw std::runtime_error("cannot change the owner of " + path.string());
        }
    };
    give(folder);
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        give(entry.path());
    }
}

bool mount_read_only(const std::string &folder) {
    const char *path = folder.c_str();
    return ::unshare(CLONE_NEWNS) == 0 &&
           ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount(path, path, nullptr, MS_BIND, nullptr) == 0 &&
           ::mount(nullptr, path, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

} // namespace ideary::fault
