// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// An index with one damaged file either reports the file or answers as before; `check` always finds
// the damage. Every file is damaged in turn; each case runs in a child process.
#include <algorithm>
#include <filesystem>
#include <map>

#include "child.hpp"
#include "ideary/error.hpp"
#include "ideary/writer.hpp"
#include "index/format/manifest.hpp"
#include "index/storage/stat_fingerprint.hpp"
#include "stress.hpp"

namespace ideary::fault {
namespace {

namespace fs = std::filesystem;

enum class Damage {
    truncate,
    remove,
    flip,
    scatter,
    swap_blocks,
    copy,
    exchange,
    zero_block,
    zero
};
constexpr const char *damage_names[] = {"truncated",
                                        "deleted",
                                        "a bit flipped",
                                        "bytes scattered",
                                        "blocks swapped",
                                        "another file's bytes",
                                        "exchanged with another",
                                        "a block zeroed",
                                        "zeroed"};
constexpr double hang_s = 1;         ///< CPU time; quick runs allow five times as much
constexpr double kill_after_s = 120; ///< wall time; the machine may be busy

class DamageTest {
  public:
    explicit DamageTest(ReliabilityTest &test)
        : test_(test), intact_(test.at("intact")), damaged_(test.at("damaged")) {}

    void run() {
        make_index();
        truncate_while_open();
        const int cases = test_.size(200, 1000);
        for (int i = 0; i < cases; ++i) {
            try_file(files_[static_cast<std::size_t>(i) % files_.size()]);
        }
        test_.figure(std::to_string(cases) + " damages to " + std::to_string(files_.size()) +
                     " files, opened quickly and in full: " + std::to_string(refused_) +
                     " refused, " + std::to_string(answered_) + " answered right, " +
                     std::to_string(wrong_) + " wrong, " + std::to_string(crashed_) + " crashed, " +
                     std::to_string(hung_) + " hung; check found " + std::to_string(found_) +
                     ", the command " + std::to_string(tool_found_) + "/" +
                     std::to_string(tool_runs_) + "; " + std::to_string(cut_) +
                     " cut while open, each reported; slowest " +
                     std::to_string(static_cast<int>(slowest_ * 1000)) + " ms");
    }

  private:
    /// Creates an index with two generations and a list from standard input; stores its answers.
    void make_index() {
        IdeaGenerator generator(test_.settings().seed);
        test_.write("one.jsonl", to_lines(generate_records(generator, 120)));
        test_.write("two.md", make_list("Talk about " + generator.words(2), 20));
        ingest(intact_, {test_.at("one.jsonl")});
        std::string rest = make_list("From afar " + generator.words(2), 12);
        ingest(intact_, {"-", test_.at("two.md")}, {}, {}, [&](char *buffer, std::size_t size) {
            const std::size_t count = rest.copy(buffer, size);
            rest.erase(0, count);
            return count;
        });
        for (int i = 0; i < 25; ++i) {
            queries_.push_back(generator.query_case());
        }
        queries_.push_back({"\"talk about\"", false, {}});
        answers_ = all_answers(intact_, Verify::full);
        if (!test_.settings().tool.empty()) {
            searched_ = test_.run_tool(intact_, {"search", "talk"}).out;
        }
        for (const auto &entry : fs::recursive_directory_iterator(intact_)) {
            const std::string name = fs::relative(entry.path(), intact_).string();
            // The content of lock files is never read.
            if (entry.is_regular_file() && name != "lock" && name != "staging/flintlock") {
                files_.push_back(name);
            }
        }
        std::sort(files_.begin(), files_.end());
        test_.expect(check(intact_).empty(), "check finds problems in an undamaged index");
    }

    std::string all_answers(const std::string &path, Verify verify) const {
        const Index index = Index::open(path, {verify});
        std::string text;
        for (const QueryCase &query : queries_) {
            text += describe(ask(index, query));
        }
        index.each(Query::parse(""), {}, [&](const Idea &idea) { text += describe(idea) + "\n"; });
        return text;
    }

    void try_file(const std::string &name) {
        fs::remove_all(damaged_);
        copy_folder(intact_, damaged_);
        update_stamps();
        const Damage damage = damage_file(name);
        const std::string path = damaged_ + "/" + name;
        const std::string where = name + ", " + damage_names[static_cast<int>(damage)];
        const ChildEnd end = in_child([&] { return verdict(path); }, kill_after_s);
        check_result(end, where);
        if (!test_.settings().tool.empty() && test_.below(5) == 0) {
            run_check(path, where);
        }
    }

    /// Updates CURRENT, because the copies have other time stamps; then waits for one tick of the
    /// file system clock, so that later changes have later time stamps.
    void update_stamps() const {
        const std::string file = damaged_ + "/CURRENT";
        index::Current current = index::parse_current(file_text(file), file);
        current.stat_fingerprint =
            index::stat_fingerprint(damaged_ + "/" + index::generation_name(current.generation));
        test_.write("damaged/CURRENT", index::to_text(current));
        sleep_s(0.015);
    }

    /// Truncating a file while a program maps it ends the program with an error message.
    void truncate_while_open() {
        for (const std::string &name : files_) {
            if (test_.settings().tool.empty() || name.rfind("gen-000002/", 0) != 0) {
                continue;
            }
            fs::remove_all(damaged_);
            copy_folder(intact_, damaged_);
            Pipe pipe;
            Command command = test_.tool(damaged_, {"search", "--queries", "-"});
            command.input_fd = pipe.read_end();
            Process process(command);
            pipe.write("talk\n");
            for (int i = 0; i < 3000 && process.running() && process.printed().empty(); ++i) {
                sleep_s(0.01);
            }
            fs::resize_file(damaged_ + "/" + name, 0);
            pipe.write("\"talk about\"\n-talk\n");
            pipe.close();
            const ProcessResult ended = process.wait();
            test_.expect(ended.code == 0 ||
                             (ended.code == 74 && ended.err.rfind("ideary: ", 0) == 0),
                         name + " cut while it is open: " + describe(ended));
            cut_ += ended.code == 74 ? 1 : 0;
        }
    }

    std::string answered(const std::string &path, Verify verify) const {
        try {
            return all_answers(damaged_, verify) == answers_ ? "right" : "wrong";
        } catch (const Error &error) {
            const bool named = names_file(error.what(), path);
            return (named ? "refused " : "unnamed ") + std::string(error.what());
        }
    }

    /// Whether a text contains the path of the damaged file or of the file exchanged with it.
    bool names_file(const std::string &text, const std::string &path) const {
        return text.find(path) != std::string::npos ||
               (!other_.empty() && text.find(damaged_ + "/" + other_) != std::string::npos);
    }

    /// Runs in the child. Returns `found` or `missed` (by check), then how the index answers.
    std::string verdict(const std::string &path) const {
        std::string text = answered(path, Verify::quick);
        if (text == "right" || text.rfind("refused", 0) == 0) {
            text = answered(path, Verify::full);
        }
        const std::vector<Finding> findings = check(damaged_);
        const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding &each) {
            return each.file == path && !each.problem.empty() && !each.remedy.empty();
        });
        for (const Finding &finding : findings) {
            text += "\n" + finding.file + ": " + finding.problem;
        }
        return (found ? "found " : "missed ") + text;
    }

    void check_result(const ChildEnd &end, const std::string &where) {
        const double allowed = hang_s * (test_.settings().full ? 1 : 5);
        slowest_ = std::max(slowest_, end.cpu_s);
        if (end.late || end.cpu_s > allowed) {
            ++hung_;
            test_.expect(false, where + ": hangs, " + std::to_string(end.cpu_s) + " s of CPU time" +
                                    (end.late ? ", killed" : ""));
        } else if (!end.complete) {
            ++crashed_;
            test_.expect(false, where + ": crashes, signal " + std::to_string(end.signal));
        } else {
            const std::size_t space = end.text.find(' ');
            const bool found = end.text.compare(0, space, "found") == 0;
            found_ += found ? 1 : 0;
            test_.expect(found, where + ": check does not find the damage: " + end.text);
            count(end.text.substr(space + 1), where);
        }
    }

    void count(const std::string &verdict, const std::string &where) {
        const bool right = verdict.compare(0, 5, "right") == 0;
        const bool refused = verdict.compare(0, 7, "refused") == 0;
        answered_ += right ? 1 : 0;
        refused_ += refused ? 1 : 0;
        wrong_ += right || refused ? 0 : 1;
        test_.expect(right || refused, where + ": " + verdict);
    }

    void run_check(const std::string &path, const std::string &where) {
        ++tool_runs_;
        const ProcessResult ended = test_.run_tool(damaged_, {"check"});
        const bool right =
            (ended.code == 74 || ended.code == 78) && !ended.late && names_file(ended.out, path);
        tool_found_ += right ? 1 : 0;
        test_.expect(right, where + ": ideary check: " + describe(ended) + ended.out);
        const ProcessResult search = test_.run_tool(damaged_, {"search", "talk"});
        const bool refused = search.code == 74 || search.code == 78;
        test_.expect(refused ? names_file(search.err, path)
                             : search.code == 0 && search.out == searched_,
                     where + ": ideary search: " + describe(search) + search.out);
    }

    /// Damages one file, in a random way that changes its bytes. Returns the kind of damage.
    Damage damage_file(const std::string &name) {
        const std::string path = damaged_ + "/" + name;
        const std::string before = file_text(path);
        other_.clear();
        for (auto damage = static_cast<int>(test_.below(std::size(damage_names)));; ++damage) {
            damage %= static_cast<int>(std::size(damage_names));
            if (static_cast<Damage>(damage) == Damage::remove) {
                fs::remove(path);
                return Damage::remove;
            }
            const std::string after = changed(before, static_cast<Damage>(damage), name);
            if (after != before) {
                test_.write("damaged/" + name, after);
                if (static_cast<Damage>(damage) == Damage::exchange) {
                    test_.write("damaged/" + other_, before);
                }
                return static_cast<Damage>(damage);
            }
        }
    }

    std::string changed(std::string bytes, Damage damage, const std::string &name) {
        const std::size_t size = bytes.size();
        if (size == 0) {
            return bytes;
        }
        const std::size_t block = std::max<std::size_t>(1, std::min<std::size_t>(4096, size / 3));
        const auto block_start = [&] { return test_.below(size - block + 1) / block * block; };
        switch (damage) {
        case Damage::truncate:
            bytes.resize(test_.below(size));
            break;
        case Damage::flip:
            bytes[test_.below(size)] ^= static_cast<char>(1 << test_.below(8));
            break;
        case Damage::scatter:
            for (int i = 0; i < 16; ++i) {
                bytes[test_.below(size)] = static_cast<char>(test_.below(256));
            }
            break;
        case Damage::swap_blocks: {
            const std::size_t one = block_start(), other = block_start();
            std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(one),
                             bytes.begin() + static_cast<std::ptrdiff_t>(one + block),
                             other > one ? bytes.begin() + static_cast<std::ptrdiff_t>(other)
                                         : bytes.begin() + static_cast<std::ptrdiff_t>(one));
            break;
        }
        case Damage::copy:
        case Damage::exchange:
            other_ = other_of(name);
            bytes = file_text(intact_ + "/" + other_);
            break;
        case Damage::zero_block:
            bytes.replace(block_start(), block, block, '\0');
            break;
        default:
            bytes.assign(size, '\0');
        }
        return bytes;
    }

    /// A file of the same name in another folder of the index, or any other file.
    std::string other_of(const std::string &name) {
        const std::string last = fs::path(name).filename().string();
        for (const std::string &each : files_) {
            if (each != name && fs::path(each).filename() == last && test_.below(2) == 0) {
                return each;
            }
        }
        return files_[test_.below(files_.size())];
    }

    ReliabilityTest &test_;
    std::string intact_, damaged_, answers_, searched_;
    std::string other_;              ///< the file whose bytes the damaged file has
    std::vector<std::string> files_; ///< relative to the index
    std::vector<QueryCase> queries_;
    int refused_ = 0, answered_ = 0, wrong_ = 0, crashed_ = 0, hung_ = 0, found_ = 0;
    int tool_runs_ = 0, tool_found_ = 0, cut_ = 0;
    double slowest_ = 0;
};

} // namespace

void damage(ReliabilityTest &test) {
    DamageTest(test).run();
}

} // namespace ideary::fault
