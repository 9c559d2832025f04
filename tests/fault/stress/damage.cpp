// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// An index with one damaged file either says so, naming the file, or answers as before; `check`
// always finds it. Every file takes its turn; each case runs in a process of its own.
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

enum class Harm { truncate, remove, flip, scatter, swap_blocks, copy, exchange, zero_block, zero };
constexpr const char *harm_names[] = {"truncated",
                                      "deleted",
                                      "a bit flipped",
                                      "bytes scattered",
                                      "blocks swapped",
                                      "another file's bytes",
                                      "exchanged with another",
                                      "a block zeroed",
                                      "zeroed"};
constexpr double hang_s = 1;         ///< of processor time; quick runs allow five times the test
constexpr double kill_after_s = 120; ///< of the clock: a machine may be busy

class Damager {
  public:
    explicit Damager(ReliabilityTest &test)
        : test_(test), whole_(test.at("whole")), hurt_(test.at("hurt")) {}

    void run() {
        make();
        cut_while_open();
        const int cases = test_.size(200, 1000);
        for (int i = 0; i < cases; ++i) {
            one(files_[static_cast<std::size_t>(i) % files_.size()]);
        }
        test_.figure(std::to_string(cases) + " damages to " + std::to_string(files_.size()) +
                     " files, opened quickly and in full: " + std::to_string(refused_) +
                     " refused, " + std::to_string(answered_) + " answered right, " +
                     std::to_string(wrong_) + " wrong, " + std::to_string(crashed_) + " crashed, " +
                     std::to_string(hung_) + " hung; check found " + std::to_string(found_) +
                     ", the command " + std::to_string(told_) + "/" + std::to_string(asked_tool_) +
                     "; " + std::to_string(cut_) + " cut while open, each said; slowest " +
                     std::to_string(static_cast<int>(slowest_ * 1000)) + " ms");
    }

  private:
    /// Two generations, a list that came by standard input, and what they answer.
    void make() {
        IdeaGenerator inventor(test_.settings().seed);
        test_.write("one.jsonl", joined(invented_records(inventor, 120)));
        test_.write("two.md", make_list("Talk about " + inventor.words(2), 20));
        ingest(whole_, {test_.at("one.jsonl")});
        std::string rest = make_list("From afar " + inventor.words(2), 12);
        ingest(whole_, {"-", test_.at("two.md")}, {}, {}, [&](char *buffer, std::size_t size) {
            const std::size_t count = rest.copy(buffer, size);
            rest.erase(0, count);
            return count;
        });
        for (int i = 0; i < 25; ++i) {
            asked_.push_back(inventor.asked());
        }
        asked_.push_back({"\"talk about\"", false, {}});
        answers_ = all_answers(whole_, Verify::full);
        if (!test_.settings().tool.empty()) {
            searched_ = test_.run_tool(whole_, {"search", "talk"}).out;
        }
        for (const auto &entry : fs::recursive_directory_iterator(whole_)) {
            const std::string name = fs::relative(entry.path(), whole_).string();
            // Locks hold nothing that is ever read back.
            if (entry.is_regular_file() && name != "lock" && name != "staging/flintlock") {
                files_.push_back(name);
            }
        }
        std::sort(files_.begin(), files_.end());
        test_.expect(check(whole_).empty(), "check finds faults in a whole index");
    }

    std::string all_answers(const std::string &path, Verify verify) const {
        const Index index = Index::open(path, {verify});
        std::string text;
        for (const Asked &asked : asked_) {
            text += describe(ask(index, asked));
        }
        index.each(Query::parse(""), {}, [&](const Idea &idea) { text += describe(idea) + "\n"; });
        return text;
    }

    void one(const std::string &name) {
        fs::remove_all(hurt_);
        copy_folder(whole_, hurt_);
        settle();
        const Harm harm = hurt(name);
        const std::string path = hurt_ + "/" + name;
        const std::string where = name + ", " + harm_names[static_cast<int>(harm)];
        const ChildEnd end = in_child([&] { return verdict(path); }, kill_after_s);
        judge(end, where);
        if (!test_.settings().tool.empty() && test_.below(5) == 0) {
            ask_tool(path, where);
        }
    }

    /// Copies are not the files that were published: makes them so, and waits until the clock of
    /// the file system tells what comes now from that.
    void settle() const {
        const std::string file = hurt_ + "/CURRENT";
        index::Current current = index::parse_current(file_text(file), file);
        current.stamps = index::stamps_of(hurt_ + "/" + index::generation_name(current.generation));
        test_.write("hurt/CURRENT", index::to_text(current));
        sleep_s(0.015);
    }

    /// A file that is cut while a program reads it ends that program, and it says why.
    void cut_while_open() {
        for (const std::string &name : files_) {
            if (test_.settings().tool.empty() || name.rfind("gen-000002/", 0) != 0) {
                continue;
            }
            fs::remove_all(hurt_);
            copy_folder(whole_, hurt_);
            Pipe pipe;
            Command command = test_.tool(hurt_, {"search", "--queries", "-"});
            command.input_fd = pipe.reading();
            Process process(command);
            pipe.say("talk\n");
            for (int i = 0; i < 3000 && process.running() && process.printed().empty(); ++i) {
                sleep_s(0.01);
            }
            fs::resize_file(hurt_ + "/" + name, 0);
            pipe.say("\"talk about\"\n-talk\n");
            pipe.end();
            const ProcessResult ended = process.wait();
            test_.expect(ended.code == 0 ||
                             (ended.code == 74 && ended.err.rfind("ideary: ", 0) == 0),
                         name + " cut while it is open: " + describe(ended));
            cut_ += ended.code == 74 ? 1 : 0;
        }
    }

    std::string answered(const std::string &path, Verify verify) const {
        try {
            return all_answers(hurt_, verify) == answers_ ? "right" : "wrong";
        } catch (const Error &error) {
            const bool named = names_one(error.what(), path);
            return (named ? "refused " : "unnamed ") + std::string(error.what());
        }
    }

    /// Whether a text speaks of the damaged file, or of the one that it was exchanged with.
    bool names_one(const std::string &text, const std::string &path) const {
        return text.find(path) != std::string::npos ||
               (!other_.empty() && text.find(hurt_ + "/" + other_) != std::string::npos);
    }

    /// In the child: how the index answers, and what check says of it. The first word is judged.
    std::string verdict(const std::string &path) const {
        std::string text = answered(path, Verify::quick);
        if (text == "right" || text.rfind("refused", 0) == 0) {
            text = answered(path, Verify::full);
        }
        const std::vector<Finding> findings = check(hurt_);
        const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding &each) {
            return each.file == path && !each.problem.empty() && !each.remedy.empty();
        });
        for (const Finding &finding : findings) {
            text += "\n" + finding.file + ": " + finding.problem;
        }
        return (found ? "found " : "missed ") + text;
    }

    void judge(const ChildEnd &end, const std::string &where) {
        const double allowed = hang_s * (test_.settings().full ? 1 : 5);
        slowest_ = std::max(slowest_, end.cpu_s);
        if (end.late || end.cpu_s > allowed) {
            ++hung_;
            test_.expect(false, where + ": hangs, " + std::to_string(end.cpu_s) +
                                    " s of the processor" + (end.late ? ", killed" : ""));
        } else if (!end.whole) {
            ++crashed_;
            test_.expect(false, where + ": crashes, signal " + std::to_string(end.signal));
        } else {
            const std::size_t blank = end.text.find(' ');
            const bool found = end.text.compare(0, blank, "found") == 0;
            found_ += found ? 1 : 0;
            test_.expect(found, where + ": check does not find it: " + end.text);
            count(end.text.substr(blank + 1), where);
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

    void ask_tool(const std::string &path, const std::string &where) {
        ++asked_tool_;
        const ProcessResult ended = test_.run_tool(hurt_, {"check"});
        const bool right =
            (ended.code == 74 || ended.code == 78) && !ended.late && names_one(ended.out, path);
        told_ += right ? 1 : 0;
        test_.expect(right, where + ": ideary check: " + describe(ended) + ended.out);
        const ProcessResult search = test_.run_tool(hurt_, {"search", "talk"});
        const bool refused = search.code == 74 || search.code == 78;
        test_.expect(refused ? names_one(search.err, path)
                             : search.code == 0 && search.out == searched_,
                     where + ": ideary search: " + describe(search) + search.out);
    }

    /// Damages one file; a harm that changes nothing gives way to the next.
    Harm hurt(const std::string &name) {
        const std::string path = hurt_ + "/" + name;
        const std::string before = file_text(path);
        other_.clear();
        for (auto harm = static_cast<int>(test_.below(std::size(harm_names)));; ++harm) {
            harm %= static_cast<int>(std::size(harm_names));
            if (static_cast<Harm>(harm) == Harm::remove) {
                fs::remove(path);
                return Harm::remove;
            }
            const std::string after = changed(before, static_cast<Harm>(harm), name);
            if (after != before) {
                test_.write("hurt/" + name, after);
                if (static_cast<Harm>(harm) == Harm::exchange) {
                    test_.write("hurt/" + other_, before);
                }
                return static_cast<Harm>(harm);
            }
        }
    }

    std::string changed(std::string bytes, Harm harm, const std::string &name) {
        const std::size_t size = bytes.size();
        if (size == 0) {
            return bytes;
        }
        const std::size_t block = std::max<std::size_t>(1, std::min<std::size_t>(4096, size / 3));
        const auto place = [&] { return test_.below(size - block + 1) / block * block; };
        switch (harm) {
        case Harm::truncate:
            bytes.resize(test_.below(size));
            break;
        case Harm::flip:
            bytes[test_.below(size)] ^= static_cast<char>(1 << test_.below(8));
            break;
        case Harm::scatter:
            for (int i = 0; i < 16; ++i) {
                bytes[test_.below(size)] = static_cast<char>(test_.below(256));
            }
            break;
        case Harm::swap_blocks: {
            const std::size_t one = place(), other = place();
            std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(one),
                             bytes.begin() + static_cast<std::ptrdiff_t>(one + block),
                             other > one ? bytes.begin() + static_cast<std::ptrdiff_t>(other)
                                         : bytes.begin() + static_cast<std::ptrdiff_t>(one));
            break;
        }
        case Harm::copy:
        case Harm::exchange:
            other_ = other_of(name);
            bytes = file_text(whole_ + "/" + other_);
            break;
        case Harm::zero_block:
            bytes.replace(place(), block, block, '\0');
            break;
        default:
            bytes.assign(size, '\0');
        }
        return bytes;
    }

    /// The file of that name in another folder of the index, else any other file.
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
    std::string whole_, hurt_, answers_, searched_;
    std::string other_;              ///< the file whose bytes the damaged one has
    std::vector<std::string> files_; ///< of the index, by their names in it
    std::vector<Asked> asked_;
    int refused_ = 0, answered_ = 0, wrong_ = 0, crashed_ = 0, hung_ = 0, found_ = 0;
    int asked_tool_ = 0, told_ = 0, cut_ = 0;
    double slowest_ = 0;
};

} // namespace

void damaged_indexes(ReliabilityTest &test) {
    Damager(test).run();
}

} // namespace ideary::fault
