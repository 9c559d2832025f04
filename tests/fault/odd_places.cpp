// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Paths that are not an index, are not writable or have odd names: the right exit code, one line of
// error, nothing written.
#include <filesystem>
#include <functional>

#include <sys/stat.h>

#include "permissions.hpp"
#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

namespace fs = std::filesystem;

/// Everything below a folder: names, kinds, sizes, times.
std::string list_files(const std::string &folder) {
    std::vector<std::string> lines;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        struct stat info {};
        if (entry.path().filename() == "lock") {
            continue; // every writer stores its process id there
        }
        ::lstat(entry.path().c_str(), &info);
        lines.push_back(entry.path().string() + " " + std::to_string(info.st_mode) + " " +
                        std::to_string(info.st_size) + " " + std::to_string(info.st_mtim.tv_sec) +
                        "." + std::to_string(info.st_mtim.tv_nsec));
    }
    std::sort(lines.begin(), lines.end());
    std::string listing;
    for (const std::string &line : lines) {
        listing += line + "\n";
    }
    return listing;
}

bool is_one_clear_line(const std::string &text, bool may_be_remark) {
    if (text.empty() || text.find('\n') + 1 != text.size()) {
        return false;
    }
    for (const char letter : text.substr(0, text.size() - 1)) {
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F) {
            return false;
        }
    }
    return may_be_remark || text.rfind("ideary: ", 0) == 0;
}

struct Place {
    const char *name;
    std::function<void(const std::string &path)> make;
    int reading, writing; ///< exit codes of export and ingest
};

void make_folder_of_photos(const std::string &path) {
    fs::create_directory(path);
    fs::create_symlink("nowhere", path + "/photo.jpg");
}
void make_text(const std::string &path) {
    fs::copy_file(fs::path(path).parent_path() / "list.md", path);
}

const Place places[] = {
    {"missing", [](const std::string &) {}, 66, 0},
    {"missing below missing", [](const std::string &) {}, 66, 0},
    {"empty folder", [](const std::string &path) { fs::create_directory(path); }, 66, 0},
    {"text file", make_text, 66, 73},
    {"fifo", [](const std::string &path) { ::mkfifo(path.c_str(), 0600); }, 66, 73},
    {"link loop", [](const std::string &path) { fs::create_symlink(path, path); }, 66, 73},
    {"link to nowhere", [](const std::string &path) { fs::create_symlink(path + "-x", path); }, 66,
     73},
    {"folder of photos", make_folder_of_photos, 66, 73},
};

/// A file of the index that is replaced by something that is not a file.
struct Trap {
    const char *name, *file;
    int reading, writing;
};
const Trap traps[] = {
    {"CURRENT", "CURRENT", 74, 74},
    {"the lock", "lock", 0, 73},
};

class OddPlaces {
  public:
    explicit OddPlaces(ReliabilityTest &test) : test_(test) {
        test_.write("list.md", make_list("Odd places", 4));
    }

    void run() {
        for (const Place &place : places) {
            try_place(place);
        }
        for (const Trap &trap : traps) {
            try_trap(trap);
        }
        odd_names();
        odd_sources();
        skipped_ = why_not_nobody(test_);
        if (skipped_.empty()) {
            without_permission();
        }
        read_only_mount();
        test_.figure(std::to_string(tried_) + " commands on " + std::to_string(places_) +
                     " odd places" + (skipped_.empty() ? "" : " (" + skipped_ + ")") +
                     ": right exit code, one line, nothing written");
    }

  private:
    /// Runs the tool. If it fails, it must print one line and write nothing.
    ProcessResult try_command(const std::string &what, Command command, int code,
                              bool may_be_remark = false) {
        const std::string before = list_files(test_.settings().work);
        const ProcessResult ended = fault::run(command, 20);
        ++tried_;
        test_.expect(!ended.late && ended.code == code, what + ", " + command.words[3] + ", not " +
                                                            std::to_string(code) + ": " +
                                                            describe(ended));
        if (code != 0 && code != 1) {
            test_.expect(is_one_clear_line(ended.err, may_be_remark),
                         what + ", " + command.words[3] + " prints: " + ended.err);
            test_.expect(may_be_remark || list_files(test_.settings().work) == before,
                         what + ", " + command.words[3] + " wrote something");
        }
        return ended;
    }

    void try_place(const Place &place) {
        ++places_;
        std::string path = test_.at("place");
        remove_folder(path);
        place.make(path);
        if (std::string(place.name) == "missing below missing") {
            path += "/below/below";
        }
        for (const char *reading : {"export", "info", "check", "search"}) {
            std::vector<std::string> words = {reading};
            if (words[0] == "search") {
                words.emplace_back("owls");
            }
            try_command(place.name, test_.tool(path, words), place.reading);
        }
        try_command(place.name, test_.tool(path, {"remove", "x"}), place.reading);
        try_command(place.name, test_.tool(path, {"ingest", "list.md"}), place.writing);
        if (place.writing == 0) {
            test_.expect(ids_in(snapshot(test_, path).ideas).size() == 4,
                         std::string(place.name) + " is not an index after ingest");
        }
        remove_folder(test_.at("place"));
    }

    void try_trap(const Trap &trap) {
        using Make = void (*)(const std::string &path);
        const Make makes[] = {
            [](const std::string &path) { ::mkfifo(path.c_str(), 0600); },
            [](const std::string &path) { fs::create_directory(path); },
            [](const std::string &path) { fs::create_symlink(path, path); },
        };
        for (const Make make : makes) {
            if (trap.file == std::string("lock") && make == makes[0]) {
                continue; // a fifo can be locked like a file
            }
            ++places_;
            const std::string index = test_.at("trapped"), file = index + "/" + trap.file;
            remove_folder(index);
            test_.expect(test_.run_tool(index, {"ingest", "list.md"}).done(), "a first run");
            remove_folder(file);
            make(file);
            const std::string what = std::string(trap.name) + " is not a file";
            try_command(what, test_.tool(index, {"export"}), trap.reading);
            test_.write("list.md", make_list("Odd places again", 5));
            try_command(what, test_.tool(index, {"ingest", "list.md"}), trap.writing);
            test_.write("list.md", make_list("Odd places", 4));
        }
        remove_folder(test_.at("trapped"));
    }

    /// Each name works for an index and a source; messages about it stay one clean line.
    void odd_names() {
        const std::string names[] = {
            "with spaces",         "-dash",       "--index",     "tab\there",
            "line\nfeed",          "esc\x1b[31m", "not\xFFutf8", "\xD0\xB8\xD0\xBC\xD1\x8F",
            "quote'\"$(x)`",       "%41",         ".hidden",     "trailing/",
            std::string(200, 'n'),
        };
        for (const std::string &name : names) {
            ++places_;
            const std::string folder = test_.at("odd"), index = folder + "/" + name;
            fs::create_directory(folder);
            std::string list = name.back() == '/' ? name.substr(0, name.size() - 1) : name;
            list = folder + "/" + list + ".md";
            fs::copy_file(test_.at("list.md"), list);
            const ProcessResult made =
                try_command(name, test_.tool(index, {"ingest", "--", list}), 0);
            test_.expect(is_one_clear_line(made.err, true),
                         "the summary of " + name + ": " + made.err);
            test_.expect(ids_in(snapshot(test_, index).ideas).size() == 4,
                         name + " does not contain the 4 ideas");
            try_command(name, test_.tool(index, {"check", "--sources"}), 0);
            fs::remove(list);
            try_command(name, test_.tool(index, {"ingest", "--", list}), 66);
            remove_folder(folder);
        }
        try_command("a name too long",
                    test_.tool(test_.at(std::string(300, 'n')), {"ingest", "list.md"}), 73);
        try_command("a name too long", test_.tool(test_.at(std::string(300, 'n')), {"export"}), 66);
    }

    void odd_sources() {
        const std::string index = test_.at("index");
        fs::create_directory(test_.at("sources"));
        try_command("no such source", test_.tool(index, {"ingest", "list.md", "nowhere.md"}), 66);
        test_.expect(!fs::exists(index), "an index was created without a source");
        ::mkfifo(test_.at("sources/fifo.md").c_str(), 0600);
        fs::create_symlink("loop.md", test_.at("sources/loop.md"));
        fs::create_symlink("nowhere", test_.at("sources/gone.md"));
        test_.expect(test_.run_tool(index, {"ingest", "list.md"}).done(), "a good source");
        for (const char *name : {"sources/fifo.md", "sources/loop.md"}) {
            ++places_;
            const ProcessResult ended = fault::run(test_.tool(index, {"ingest", name}), 20);
            ++tried_;
            test_.expect(ended.code == 65 && ended.err.find(name) != std::string::npos,
                         std::string(name) + ": " + describe(ended));
        }
        try_command("a link to nowhere", test_.tool(index, {"ingest", "sources/gone.md"}), 66);
        test_.expect(ids_in(snapshot(test_, index).ideas).size() == 4,
                     "odd sources changed the index");
    }

    void without_permission() {
        places_ += 3;
        const std::string index = test_.at("mine/index");
        fs::create_directory(test_.at("mine"));
        test_.expect(test_.run_tool(index, {"ingest", "list.md"}).done(),
                     "an index of the same user");
        give_to_nobody(test_.at("mine"));
        test_.write("other.md", make_list("Another list", 3));
        const auto all = [&](fs::perms files, fs::perms folders) {
            for (const auto &entry : fs::recursive_directory_iterator(test_.at("mine"))) {
                fs::permissions(entry.path(), entry.is_directory() ? folders : files);
            }
            fs::permissions(test_.at("mine"), folders);
        };
        all(fs::perms(0444), fs::perms(0555));
        const std::string what = "a read-only folder";
        try_command(what, as_nobody(index, {"export"}), 0);
        try_command(what, as_nobody(index, {"check"}), 0);
        try_command(what, as_nobody(index, {"search", "odd"}), 0);
        try_command(what, as_nobody(index, {"ingest", "other.md"}), 73);
        try_command(what, as_nobody(index, {"ingest", "--rebuild"}), 73);
        try_command(what, as_nobody(index, {"remove", "list"}), 73);
        try_command(what, as_nobody(test_.at("mine/new"), {"ingest", "other.md"}), 73);
        fs::permissions(test_.at("mine"), fs::perms(0));
        try_command("a folder without permission", as_nobody(index, {"export"}), 74);
        try_command("a folder without permission", as_nobody(index, {"ingest", "other.md"}), 73);
        all(fs::perms(0644), fs::perms(0755));
        fs::permissions(test_.at("other.md"), fs::perms(0));
        const ProcessResult unread =
            fault::run(as_nobody(index, {"--quiet", "ingest", "other.md"}));
        test_.expect(unread.code == 65 && is_one_clear_line(unread.err, true),
                     "an unreadable list: " + describe(unread));
        remove_folder(test_.at("mine"));
    }

    Command as_nobody(const std::string &index, const std::vector<std::string> &words) const {
        Command command = test_.tool(index, words);
        command.in_child = become_nobody;
        return command;
    }

    void read_only_mount() {
        const std::string folder = test_.at("mounted"), index = folder + "/index";
        fs::create_directory(folder);
        test_.expect(test_.run_tool(index, {"ingest", "list.md"}).done(), "an index to mount");
        const auto mounted = [&](const std::string &path, const std::vector<std::string> &words) {
            Command command = test_.tool(path, words);
            command.in_child = [folder] { return mount_read_only(folder); };
            return command;
        };
        if (fault::run(mounted(index, {"--version"})).code == 99) {
            skipped_ += skipped_.empty() ? "" : "; ";
            skipped_ += "read-only mount skipped: needs root";
            return;
        }
        ++places_;
        test_.write("list.md", make_list("Odd places once more", 6));
        try_command("a read-only mount", mounted(index, {"export"}), 0);
        try_command("a read-only mount", mounted(index, {"check"}), 0);
        try_command("a read-only mount", mounted(index, {"ingest", "list.md"}), 73);
        try_command("a read-only mount", mounted(index, {"ingest", "--rebuild"}), 73);
        try_command("a read-only mount", mounted(folder + "/new", {"ingest", "list.md"}), 73);
    }

    ReliabilityTest &test_;
    std::string skipped_;
    int tried_ = 0, places_ = 0;
};

} // namespace

void odd_places(ReliabilityTest &test) {
    OddPlaces(test).run();
}

} // namespace ideary::fault
