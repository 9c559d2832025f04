// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Standard input and --prune drop nothing that was not named.
#include <algorithm>
#include <filesystem>
#include <set>

#include "permissions.hpp"
#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

namespace fs = std::filesystem;

class PruneTest {
  public:
    explicit PruneTest(ReliabilityTest &test) : test_(test), index_(test.at("index")) {}

    void run() {
        two_from_standard_input();
        one_path();
        empty_mount_point();
        unreadable_folder();
        test_.figure(std::to_string(checks_) + " checks after two lists from -, --prune of one " +
                     "PATH, of an empty mount point" +
                     (skipped_.empty() ? ", of an unreadable folder" : " (" + skipped_ + ")") +
                     ": no other idea lost");
    }

  private:
    std::set<std::string> slugs() {
        std::set<std::string> found;
        for (const std::string &id : ids_in(snapshot(test_, index_).ideas)) {
            found.insert(id.substr(0, id.find('/')));
        }
        return found;
    }
    void expect(const std::set<std::string> &wanted, const std::string &after) {
        std::string got;
        const auto found = slugs();
        for (const std::string &slug : found) {
            got += " " + slug;
        }
        ++checks_;
        test_.expect(found == wanted, after + " the index contains:" + got);
    }
    void run_command(int code, std::vector<std::string> words, const std::string &input = "") {
        Command command = test_.tool(index_, std::move(words));
        command.input = input;
        const ProcessResult ended = fault::run(command);
        test_.expect(ended.code == code, command.words.back() + ": " + describe(ended));
    }

    void two_from_standard_input() {
        run_command(0, {"ingest", "--name", "mail", "-"}, make_list("By mail", 3));
        run_command(0, {"ingest", "--name", "chat", "-"}, make_list("By chat", 3));
        expect({"mail", "chat"}, "after two named lists");
        run_command(0, {"ingest", "-"}, make_list("Unnamed", 3));
        run_command(0, {"ingest", "-"}, make_list("Unnamed as well", 3));
        test_.expect(slugs().size() == 4, "two unnamed lists are not two sources");
        run_command(0, {"ingest", "--name", "mail", "-"}, make_list("By mail again", 3));
        test_.expect(slugs().size() == 4, "a list with the same name is not the same source");
        unnamed_ = slugs();
    }

    std::set<std::string> with_unnamed(std::set<std::string> more) const {
        more.insert(unnamed_.begin(), unnamed_.end());
        return more;
    }

    void one_path() {
        for (const char *name : {"left/a", "left/b", "right/c", "right/d", "mount/e"}) {
            test_.write(std::string(name) + ".md", make_list(std::string("Of ") + name, 3));
        }
        run_command(0, {"ingest", "left", "right", "mount"});
        fs::remove(test_.at("left/a.md"));
        fs::remove(test_.at("right/c.md"));
        run_command(0, {"ingest", "left"});
        expect(with_unnamed({"a", "b", "c", "d", "e"}), "without --prune");
        run_command(0, {"ingest", "--prune", "--dry-run", "left"});
        expect(with_unnamed({"a", "b", "c", "d", "e"}), "after a dry run");
        run_command(0, {"ingest", "--prune", "left"});
        expect(with_unnamed({"b", "c", "d", "e"}), "after --prune of one PATH");
        run_command(66, {"ingest", "--prune", "lef"});
        expect(with_unnamed({"b", "c", "d", "e"}), "after --prune of a PATH that never existed");
        run_command(0, {"ingest", "--prune", "right/c.md"});
        expect(with_unnamed({"b", "d", "e"}), "after --prune of a vanished file");
    }

    /// An unmounted disk would drop most of the index.
    void empty_mount_point() {
        for (int i = 0; i < 12; ++i) {
            const std::string name = "more-" + std::to_string(i);
            test_.write("mount/" + name + ".md", make_list("Of the disk " + name, 3));
        }
        run_command(0, {"ingest", "mount"});
        const auto before = slugs();
        fs::rename(test_.at("mount"), test_.at("elsewhere"));
        fs::create_directory(test_.at("mount"));
        run_command(65, {"ingest", "--prune", "mount"});
        expect(before, "after --prune of an empty mount point");
        fs::remove(test_.at("mount"));
        run_command(65, {"ingest", "--prune", "mount"});
        expect(before, "after --prune of a mount point that is gone");
        run_command(0, {"ingest", "--prune", "left", "right"});
        expect(before, "after --prune of other PATHs");
        fs::rename(test_.at("elsewhere"), test_.at("mount"));
        few_on_the_disk(before);
    }

    /// The limit of half of the index does not protect a disk with few sources.
    void few_on_the_disk(const std::set<std::string> &before) {
        fs::rename(test_.at("right"), test_.at("elsewhere"));
        fs::create_directories(test_.at("right/empty"));
        run_command(65, {"ingest", "--prune", "right", "left"});
        expect(before, "after --prune of an empty mount point with few sources");
        run_command(0, {"ingest", "--prune", "--force", "--dry-run", "right"});
        expect(before, "after a dry run with --force");
        remove_folder(test_.at("right"));
        fs::rename(test_.at("elsewhere"), test_.at("right"));
    }

    void unreadable_folder() {
        skipped_ = why_not_nobody(test_);
        if (!skipped_.empty()) {
            return;
        }
        const auto before = slugs();
        fs::remove(test_.at("mount/more-1.md"));
        give_to_nobody(test_.settings().work);
        // Without any permission, or not listable: then a missing file can still be noticed.
        for (const fs::perms left : {fs::perms::none, fs::perms::owner_exec}) {
            fs::permissions(test_.at("mount"), left);
            Command command = test_.tool(index_, {"ingest", "--prune", "mount", "left", "right"});
            command.in_child = become_nobody;
            const ProcessResult ended = fault::run(command);
            test_.expect(ended.code == 65, "--prune of an unreadable folder: " + describe(ended));
            fs::permissions(test_.at("mount"), fs::perms::owner_all);
            expect(before, "after --prune of an unreadable folder");
        }
    }

    ReliabilityTest &test_;
    std::string index_, skipped_;
    std::set<std::string> unnamed_;
    int checks_ = 0;
};

} // namespace

void prune(ReliabilityTest &test) {
    PruneTest(test).run();
}

} // namespace ideary::fault
