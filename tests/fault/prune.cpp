// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Standard input and --prune take nothing away that was not named.
#include <algorithm>
#include <filesystem>
#include <set>

#include "persons.hpp"
#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

namespace fs = std::filesystem;

class Forgetting {
  public:
    explicit Forgetting(ReliabilityTest &test) : test_(test), index_(test.at("index")) {}

    void run() {
        two_by_standard_input();
        one_path();
        empty_mount_point();
        unreadable_folder();
        test_.figure(std::to_string(checks_) + " looks after two lists through -, --prune of one " +
                     "PATH, of an empty mount point" +
                     (skipped_.empty() ? ", of an unreadable folder" : " (" + skipped_ + ")") +
                     ": 0 ideas lost that were not named");
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
        test_.expect(found == wanted, after + " the index holds:" + got);
    }
    void run_it(int code, std::vector<std::string> words, const std::string &input = "") {
        Command command = test_.tool(index_, std::move(words));
        command.input = input;
        const ProcessResult ended = fault::run(command);
        test_.expect(ended.code == code, command.words.back() + ": " + describe(ended));
    }

    void two_by_standard_input() {
        run_it(0, {"ingest", "--name", "mail", "-"}, make_list("By mail", 3));
        run_it(0, {"ingest", "--name", "chat", "-"}, make_list("By chat", 3));
        expect({"mail", "chat"}, "after two named lists");
        run_it(0, {"ingest", "-"}, make_list("Nameless", 3));
        run_it(0, {"ingest", "-"}, make_list("Nameless as well", 3));
        test_.expect(slugs().size() == 4, "two nameless lists are not two sources");
        run_it(0, {"ingest", "--name", "mail", "-"}, make_list("By mail again", 3));
        test_.expect(slugs().size() == 4, "a list with a name again is not the same source");
        nameless_ = slugs();
    }

    std::set<std::string> with(std::set<std::string> more) const {
        more.insert(nameless_.begin(), nameless_.end());
        return more;
    }

    void one_path() {
        for (const char *name : {"left/a", "left/b", "right/c", "right/d", "mount/e"}) {
            test_.write(std::string(name) + ".md", make_list(std::string("Of ") + name, 3));
        }
        run_it(0, {"ingest", "left", "right", "mount"});
        fs::remove(test_.at("left/a.md"));
        fs::remove(test_.at("right/c.md"));
        run_it(0, {"ingest", "left"});
        expect(with({"a", "b", "c", "d", "e"}), "without --prune");
        run_it(0, {"ingest", "--prune", "--dry-run", "left"});
        expect(with({"a", "b", "c", "d", "e"}), "after a dry run");
        run_it(0, {"ingest", "--prune", "left"});
        expect(with({"b", "c", "d", "e"}), "after --prune of one PATH");
        run_it(66, {"ingest", "--prune", "lef"});
        expect(with({"b", "c", "d", "e"}), "after --prune of a PATH that never was");
        run_it(0, {"ingest", "--prune", "right/c.md"});
        expect(with({"b", "d", "e"}), "after --prune of a vanished file");
    }

    /// Where a disk should be, and is not, most of an index would go.
    void empty_mount_point() {
        for (int i = 0; i < 12; ++i) {
            const std::string name = "more-" + std::to_string(i);
            test_.write("mount/" + name + ".md", make_list("Of the disk " + name, 3));
        }
        run_it(0, {"ingest", "mount"});
        const auto before = slugs();
        fs::rename(test_.at("mount"), test_.at("elsewhere"));
        fs::create_directory(test_.at("mount"));
        run_it(65, {"ingest", "--prune", "mount"});
        expect(before, "after --prune of an empty mount point");
        fs::remove(test_.at("mount"));
        run_it(2, {"ingest", "--prune", "mount"});
        expect(before, "after --prune of a mount point that is gone");
        run_it(0, {"ingest", "--prune", "left", "right"});
        expect(before, "after --prune of other PATHs");
        fs::rename(test_.at("elsewhere"), test_.at("mount"));
        few_on_the_disk(before);
    }

    /// Where little of the index is on that disk, no limit of half of it helps.
    void few_on_the_disk(const std::set<std::string> &before) {
        fs::rename(test_.at("right"), test_.at("elsewhere"));
        fs::create_directories(test_.at("right/empty"));
        run_it(65, {"ingest", "--prune", "right", "left"});
        expect(before, "after --prune of an empty mount point with few sources");
        run_it(0, {"ingest", "--prune", "--force", "--dry-run", "right"});
        expect(before, "after a dry run by force");
        remove_folder(test_.at("right"));
        fs::rename(test_.at("elsewhere"), test_.at("right"));
    }

    void unreadable_folder() {
        skipped_ = why_no_nobody(test_);
        if (!skipped_.empty()) {
            return;
        }
        const auto before = slugs();
        fs::remove(test_.at("mount/more-1.md"));
        give_to_nobody(test_.settings().work);
        // Closed, or without a list of what is in it: then a file can be seen to be gone.
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
    std::set<std::string> nameless_;
    int checks_ = 0;
};

} // namespace

void forgetting(ReliabilityTest &test) {
    Forgetting(test).run();
}

} // namespace ideary::fault
