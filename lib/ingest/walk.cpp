// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/walk.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <unordered_set>

#include <fnmatch.h>

#include "ideary/error.hpp"
#include "ingest/source_entry.hpp"
#include "source/config/sidecar.hpp"
#include "source/formats.hpp"

namespace ideary::ingesting {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sidecar_name = "sources.json";
constexpr std::size_t sidecar_limit = 4 * 1024 * 1024 + 1; ///< bytes; the rest is ignored
constexpr std::size_t deepest = 200;                       ///< folders in folders

/// Whether a folder is an index: its files are no sources.
bool is_index(const fs::path &folder) {
    std::error_code error;
    return fs::is_regular_file(folder / "CURRENT", error) &&
           fs::is_regular_file(folder / "sources.jsonl", error);
}

class Walk {
  public:
    explicit Walk(const IngestOptions &options) : options_(options) {}

    void take(const std::string &given) {
        if (given == "-") {
            take_standard_input();
            return;
        }
        if (given.empty()) {
            throw Error(ErrorKind::missing_input, "a PATH that was given is empty",
                        "Name a file or a folder, or - for standard input");
        }
        const fs::path path = normal_path(given);
        walked_.given.push_back(absolute_path(given));
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (status.type() == fs::file_type::not_found) {
            walked_.missing.push_back(given);
        } else if (status.type() == fs::file_type::directory) {
            take_folder(path);
        } else if (path.filename() != sidecar_name) {
            add(path);
        }
    }
    Walked finish() { return std::move(walked_); }

  private:
    void take_standard_input() {
        if (!walked_.standard_input) {
            walked_.standard_input = true;
            Input input;
            input.path = "-";
            input.is_stdin = true;
            input.overrides = options_.split.overrides;
            walked_.inputs.push_back(std::move(input));
        }
    }

    void take_folder(const fs::path &folder) {
        root_ = folder;
        std::error_code error;
        canonical_root_ = fs::canonical(folder, error);
        links_.clear();
        found_ = any_file_ = false;
        skipped_.clear();
        descend(folder, 0);
        // A link that stays inside is taken only when what it names was not: nothing comes twice.
        for (const fs::path &link : links_) {
            const fs::path target = fs::canonical(link, error);
            if (!error && is_below(target.string(), canonical_root_.string()) &&
                seen_.count(target.string()) == 0 && fs::is_regular_file(target, error)) {
                add(link);
            }
        }
        const std::string skipped = skipped_files();
        if (!found_) {
            const std::string why = "there is no file here that ideary reads";
            remark(folder, skipped.empty() ? why : why + "; " + skipped);
        } else if (!skipped.empty()) {
            remark(folder, skipped);
        }
        if (!any_file_) {
            walked_.empty.push_back(folder.string());
        }
    }

    static std::string suffix_of(const fs::path &path) {
        const std::string suffix = path.extension().string();
        return suffix.size() < 2 ? "without suffix" : printable_path(suffix.substr(1));
    }

    /// `7 files skipped: 3 pdf, 4 png`, the most frequent suffixes first.
    std::string skipped_files() const {
        constexpr std::size_t max_suffixes = 8;
        std::vector<std::pair<std::size_t, std::string>> counts;
        std::size_t all = 0;
        for (const auto &[suffix, count] : skipped_) {
            counts.emplace_back(count, suffix);
            all += count;
        }
        std::stable_sort(counts.begin(), counts.end(), [](const auto &left, const auto &right) {
            return left.first > right.first;
        });
        std::string list;
        for (std::size_t i = 0; i < std::min(counts.size(), max_suffixes); ++i) {
            list += (i == 0 ? "" : ", ") + std::to_string(counts[i].first) + " " + counts[i].second;
        }
        list += counts.size() > max_suffixes ? " …" : "";
        return all == 0
                   ? std::string()
                   : std::to_string(all) + (all == 1 ? " file" : " files") + " skipped: " + list;
    }

    void remark(const fs::path &path, std::string text) {
        Remark one;
        one.path = printable_path(path.string());
        one.text = std::move(text);
        walked_.remarks.push_back(std::move(one));
    }

    void descend(const fs::path &folder, std::size_t depth) {
        std::vector<fs::directory_entry> entries;
        if (depth > deepest) {
            any_file_ = true;
            remark(folder, "folders below 200 others are not read");
            return;
        }
        if (!list(folder, entries) || is_index(folder)) {
            return;
        }
        for (const fs::directory_entry &entry : entries) {
            const fs::path &path = entry.path();
            const std::string name = path.filename().string();
            std::error_code error;
            const fs::file_type type = entry.symlink_status(error).type();
            any_file_ |= type != fs::file_type::directory;
            if (name[0] == '.' || name == sidecar_name || is_excluded(path)) {
                continue;
            }
            if (type == fs::file_type::directory) {
                descend(path, depth + 1);
            } else if (!source::has_known_suffix(name)) {
                ++skipped_[suffix_of(path)];
            } else if (is_wanted(path) && type == fs::file_type::symlink) {
                links_.push_back(path);
            } else if (is_wanted(path) && type == fs::file_type::regular) {
                add(path);
            }
        }
    }

    /// The entries of a folder by name. False, and named, when it cannot be read.
    bool list(const fs::path &folder, std::vector<fs::directory_entry> &entries) {
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end;
             at.increment(error)) {
            entries.push_back(*at);
        }
        if (error) {
            remark(folder, "this folder cannot be read: " + error.message());
            found_ = any_file_ = true;
            walked_.failed.push_back(printable_path(folder.string()));
            walked_.unread.push_back(absolute_path(folder.string()));
            return false;
        }
        std::sort(entries.begin(), entries.end(), [](const auto &left, const auto &right) {
            return left.path().native() < right.path().native();
        });
        return true;
    }

    bool matches(const std::vector<std::string> &globs, const fs::path &path) const {
        const std::string below = path.lexically_relative(root_).string();
        const std::string name = path.filename().string();
        return std::any_of(globs.begin(), globs.end(), [&](const std::string &glob) {
            return fnmatch(glob.c_str(), below.c_str(), 0) == 0 ||
                   fnmatch(glob.c_str(), name.c_str(), 0) == 0;
        });
    }
    bool is_excluded(const fs::path &path) const { return matches(options_.exclude, path); }
    bool is_wanted(const fs::path &path) const {
        return source::has_known_suffix(path.filename().string()) &&
               (options_.include.empty() || matches(options_.include, path));
    }

    void add(const fs::path &path) {
        found_ = true;
        std::error_code error;
        const std::string canonical = fs::canonical(path, error).string();
        if (!error && !seen_.insert(canonical).second) {
            return;
        }
        Input input;
        input.path = path.string();
        input.file = absolute_path(input.path);
        input.overrides = merged(sidecar_overrides(input.path), options_.split.overrides);
        walked_.inputs.push_back(std::move(input));
    }

    SourceOverrides sidecar_overrides(const fs::path &path) {
        const std::string folder = path.parent_path().string();
        auto [at, is_new] = sidecars_.try_emplace(folder);
        if (is_new) {
            read_sidecar(path.parent_path() / sidecar_name, at->second);
        }
        const auto said = at->second.find(path.filename().string());
        return said == at->second.end() ? SourceOverrides{} : said->second;
    }

    void read_sidecar(const fs::path &path, std::map<std::string, SourceOverrides> &said) {
        std::error_code error;
        if (fs::symlink_status(path, error).type() != fs::file_type::regular) {
            return;
        }
        std::ifstream stream(path, std::ios::binary);
        std::string bytes(sidecar_limit, '\0');
        stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(stream.gcount()));
        source::Sidecar sidecar = source::read_sidecar(bytes, printable_path(path.string()));
        for (auto &[name, overrides] : sidecar.files) {
            said.emplace(name, std::move(overrides));
        }
        walked_.remarks.insert(walked_.remarks.end(), sidecar.remarks.begin(),
                               sidecar.remarks.end());
    }

    const IngestOptions &options_;
    Walked walked_;
    fs::path root_, canonical_root_;
    std::vector<fs::path> links_;
    bool found_ = false;                         ///< anything in the folder being walked
    std::map<std::string, std::size_t> skipped_; ///< files by suffix, in the folder being walked
    bool any_file_ = false;                      ///< there, read or not
    std::unordered_set<std::string> seen_;       ///< canonical paths
    std::map<std::string, std::map<std::string, SourceOverrides>> sidecars_; ///< by folder
};

} // namespace

std::string normal_path(const std::string &path) {
    std::string normal = fs::path(path).lexically_normal().string();
    while (normal.size() > 1 && normal.back() == '/') {
        normal.pop_back();
    }
    return normal.empty() ? "." : normal;
}

std::string absolute_path(const std::string &path) {
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    return normal_path(error ? path : absolute.string());
}

bool is_below(const std::string &path, const std::string &folder) {
    if (path.compare(0, folder.size(), folder) != 0) {
        return false;
    }
    return path.size() == folder.size() || folder == "/" || path[folder.size()] == '/';
}

Walked walk(const std::vector<std::string> &paths, const IngestOptions &options) {
    Walk walk(options);
    for (const std::string &path : paths) {
        walk.take(path);
    }
    return walk.finish();
}

} // namespace ideary::ingesting
