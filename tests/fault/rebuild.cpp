// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// An index rebuilt from its source list exports the same ideas, or names beforehand what is lost.
#include <filesystem>
#include <set>

#include "index/storage/crc32c.hpp"
#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

namespace fs = std::filesystem;

/// Changes the format number of CURRENT or MANIFEST and updates its CRC.
void set_format(ReliabilityTest &test, const std::string &name) {
    std::string text = file_text(test.at(name));
    const std::size_t at = text.find("format ");
    text.replace(at, text.find('\n', at) - at, "format 4711");
    text.resize(text.rfind("crc "));
    char crc[16];
    std::snprintf(crc, sizeof crc, "crc %08x\n", index::crc32c(text));
    test.write(name, text + crc);
}

class RebuildTest {
  public:
    explicit RebuildTest(ReliabilityTest &test) : test_(test), index_(test.at("index")) {}

    void run() {
        fill();
        const IndexSnapshot wanted = snapshot(test_, index_);
        test_.expect(ids_in(wanted.ideas).size() == 27, "the index does not contain the 27 ideas");
        expect_same("as it is", wanted, [] {});
        expect_same("unknown format of CURRENT", wanted,
                    [&] { set_format(test_, "index/CURRENT"); });
        expect_same("unknown format of the generation", wanted, [&] {
            for (const auto &entry : fs::directory_iterator(index_)) {
                if (fs::exists(entry.path() / "MANIFEST")) {
                    set_format(test_, "index/" + entry.path().filename().string() + "/MANIFEST");
                }
            }
        });
        expect_same("no staging", wanted, [&] { remove_folder(index_ + "/staging"); });
        expect_same("no CURRENT", wanted, [&] { remove_folder(index_ + "/CURRENT"); });
        expect_loss("a vanished file", wanted, "lists/plain.md",
                    [&] { fs::rename(test_.at("lists/plain.md"), test_.at("gone.md")); });
        fs::rename(test_.at("gone.md"), test_.at("lists/plain.md"));
        expect_same("the file is back", wanted, [] {});
        expect_same("sources.jsonl: a line damaged", wanted, [&] { corrupt_line(); });
        expect_same("sources.jsonl: cut", wanted, [&] { cut_list(); });
        expect_same("sources.jsonl: a folder, no CURRENT", wanted, [&] {
            remove_folder(index_ + "/sources.jsonl");
            remove_folder(index_ + "/CURRENT");
            test_.write("index/sources.jsonl/other", "thing");
        });
        expect_same("CURRENT: a folder", wanted, [&] {
            remove_folder(index_ + "/CURRENT");
            test_.write("index/CURRENT/other", "thing");
        });
        only_source_list_left(wanted);
        swapped_standard_input(wanted);
        lost_standard_input(wanted);
        test_.figure(std::to_string(same_) + " rebuilds with the same export, " +
                     std::to_string(named_) + " losses named before anything was replaced");
    }

  private:
    void ingest(const std::vector<std::string> &words, const std::string &input = "") {
        std::vector<std::string> all = {"ingest"};
        all.insert(all.end(), words.begin(), words.end());
        Command command = test_.tool(index_, all);
        command.input = input;
        const ProcessResult ended = fault::run(command);
        test_.expect(ended.done(), words.back() + ": " + describe(ended));
    }

    void fill() {
        test_.write("lists/plain.md", make_list("Plain wish number", 5));
        test_.write("lists/options.md", make_list("Wish with options", 4));
        test_.write("lists/sidecar.md", make_list("Wish with a sidecar", 3));
        test_.write("lists/sources.json",
                    R"([{"file": "sidecar.md", "author": "Sid Ecar", "year": 2019}])");
        test_.write("lists/hidden.md",
                    "# Talks\n\n- One seen\n- Two seen\n\n<!--\n- One hidden\n-->\n");
        test_.write("lists/legacy.txt", "# Talks\n\n- Caf\xE9 und Br\xF6tchen\n- \xC4pfel\n");
        test_.write("lists/records.jsonl", "{\"id\":\"r1\",\"title\":\"Record one\"}\n"
                                           "{\"id\":\"r2\",\"title\":\"Record two\"}\n");
        ingest({"lists/plain.md", "lists/sidecar.md", "lists/records.jsonl"});
        ingest({"--author", "Ann Other", "--year", "2017", "--event", "TestConf", "--kind", "talk",
                "--url", "https://a.example/options", "--slug", "named", "lists/options.md"});
        ingest({"--hidden", "lists/hidden.md"});
        ingest({"--encoding", "windows-1252", "lists/legacy.txt"});
        ingest({"--name", "mail", "--language", "en", "-"}, make_list("Wish by mail", 4));
        ingest({"--drop-persons", "--author", "Nobody Known", "--name", "chat", "-"},
               make_list("Wish by chat", 4));
    }

    template <class F>
    void expect_same(const std::string &what, const IndexSnapshot &wanted, F &&damage) {
        damage();
        if (what.rfind("unknown format", 0) == 0) {
            const ProcessResult refused = test_.run_tool(index_, {"export"});
            test_.expect(refused.code == 78 &&
                             refused.err.find("ideary ingest --rebuild") != std::string::npos,
                         what + ": " + describe(refused));
        }
        const ProcessResult ended = test_.run_tool(index_, {"ingest", "--rebuild"});
        test_.expect(ended.done(), what + ": " + describe(ended));
        test_.expect(snapshot(test_, index_) == wanted, what + ": the export differs");
        const ProcessResult check = test_.run_tool(index_, {"check"});
        test_.expect(check.done(), what + ": " + check.out);
        ++same_;
    }

    /// The loss is named and the index is unchanged.
    template <class F>
    void expect_loss(const std::string &what, const IndexSnapshot &wanted, const std::string &name,
                     F &&damage) {
        damage();
        const ProcessResult refused = test_.run_tool(index_, {"ingest", "--rebuild"});
        test_.expect(refused.code == 65 && refused.err.find(name) != std::string::npos,
                     what + ": " + describe(refused));
        test_.expect(snapshot(test_, index_) == wanted, what + ": something was replaced");
        ++named_;
    }

    void corrupt_line() {
        std::string text = file_text(index_ + "/sources.jsonl");
        test_.write("index/sources.jsonl", text.replace(text.find("\"key\""), 5, "\"kex\""));
    }
    void cut_list() {
        const std::string list = index_ + "/sources.jsonl";
        fs::resize_file(list, fs::file_size(list) - 200);
    }

    /// The contents of the files in sources/.
    std::multiset<std::string> archived() const {
        std::multiset<std::string> found;
        for (const auto &entry : fs::directory_iterator(index_ + "/sources")) {
            found.insert(file_text(entry.path().string()));
        }
        return found;
    }

    /// Neither generation nor staging is readable; only sources.jsonl lists the sources.
    void only_source_list_left(const IndexSnapshot &wanted) {
        const std::string whole = test_.at("whole");
        copy_folder(index_, whole);
        const auto input = archived();
        const auto damage = [&](const char *what, auto &&more) {
            remove_folder(index_);
            copy_folder(whole, index_);
            remove_folder(index_ + "/staging");
            for (const auto &entry : fs::directory_iterator(index_)) {
                if (entry.is_directory()) {
                    fs::remove(entry.path() / "postlist.glass");
                }
            }
            more();
            const ProcessResult check = test_.run_tool(index_, {"check"});
            const ProcessResult refused = test_.run_tool(index_, {"ingest", "--rebuild"});
            const std::string list = index_ + "/sources.jsonl";
            test_.expect(check.code == 74 && check.out.find(list) != std::string::npos,
                         std::string(what) + ": check: " + check.out);
            test_.expect(refused.code == 65 && refused.err.find(list) != std::string::npos &&
                             refused.err.find("--force") != std::string::npos,
                         std::string(what) + ": " + describe(refused));
            const ProcessResult forced = test_.run_tool(index_, {"ingest", "--rebuild", "--force"});
            test_.expect(forced.code == 65,
                         std::string(what) + ", with --force: " + describe(forced));
            test_.expect(archived() == input, std::string(what) + ": archived input is gone");
            ++named_;
        };
        damage("a line of the only list damaged", [&] { corrupt_line(); });
        damage("the only list cut", [&] { cut_list(); });
        damage("no list left", [&] { fs::remove(index_ + "/sources.jsonl"); });
        remove_folder(index_);
        copy_folder(whole, index_);
        expect_same("the index is back", wanted, [] {});
    }

    void swapped_standard_input(const IndexSnapshot &wanted) {
        std::vector<fs::path> files;
        for (const auto &entry : fs::directory_iterator(index_ + "/sources")) {
            files.push_back(entry.path());
        }
        const auto swap = [&] {
            fs::rename(files.at(0), test_.at("swap"));
            fs::rename(files.at(1), files.at(0));
            fs::rename(test_.at("swap"), files.at(1));
        };
        expect_loss("archived inputs swapped", wanted, "mail", swap);
        swap();
    }

    void lost_standard_input(const IndexSnapshot &wanted) {
        expect_loss("the archived input is gone", wanted, "mail", [&] {
            for (const auto &entry : fs::directory_iterator(index_ + "/sources")) {
                fs::remove(entry.path());
            }
        });
        const ProcessResult forced = test_.run_tool(index_, {"ingest", "--rebuild", "--force"});
        test_.expect(forced.code == 65, "rebuild --force: " + describe(forced));
        const std::size_t left = ids_in(snapshot(test_, index_).ideas).size();
        test_.expect(left == 19, "rebuild --force keeps " + std::to_string(left) + " ideas");
    }

    ReliabilityTest &test_;
    std::string index_;
    int same_ = 0, named_ = 0;
};

} // namespace

void rebuild(ReliabilityTest &test) {
    RebuildTest(test).run();
}

} // namespace ideary::fault
