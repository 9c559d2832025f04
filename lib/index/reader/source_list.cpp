// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/reader/source_list.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <set>
#include <string_view>

#include <xapian.h>

#include "ideary/error.hpp"
#include "index/format/database_metadata.hpp"
#include "index/format/index_folder.hpp"
#include "index/format/manifest.hpp"
#include "index/format/sources_file.hpp"
#include "index/format/staging_checksums.hpp"
#include "index/format/verify.hpp"
#include "index/storage/files.hpp"
#include "index/storage/xapian_errors.hpp"

namespace ideary::index {
namespace {

using Sources = std::map<std::string, std::string>;

constexpr std::size_t max_sources_file = 1UL << 30;

/// What CURRENT says: nothing when it is not there or says nothing, an Error of its own dropped.
struct InUse {
    std::uint64_t generation = 0;
    bool known = false; ///< CURRENT could be read; 0 then says that nothing was published

    explicit InUse(const std::string &folder) {
        try {
            const auto current = read_current(folder);
            known = current || exists(folder + "/CURRENT");
            generation = current ? current->generation : 0;
        } catch (const Error &) {
            known = false;
        }
    }
};

/// What a database of ours remembers; nothing when it is of a format that is not ours.
std::optional<Sources> inside(const std::string &path, std::uint64_t at_least) {
    return translate_xapian(path, [&]() -> std::optional<Sources> {
        const Xapian::Database database(path, Xapian::DB_BACKEND_GLASS);
        if (!is_of_our_format(database) || generation_in(database, path) < at_least) {
            return std::nullopt;
        }
        return read_source_entries(database);
    });
}

std::optional<Sources> in_generation(const std::string &path) {
    for (const ManifestFile &file : read_manifest(path, Compatibility::any).files) {
        // The list is in this table; damage elsewhere does not matter here.
        if (file.name == "postlist.glass" || file.name == "iamglass") {
            verify_file(path, file, true);
        }
    }
    return inside(path, 0);
}

std::optional<Sources> in_staging(const std::string &path, std::uint64_t at_least) {
    return first_checksum_mismatch(path) ? std::nullopt : inside(path, at_least);
}

template <class F> std::optional<Sources> unless_damaged(F &&f) {
    try {
        return f();
    } catch (const Error &) {
        return std::nullopt; // the next place may be whole
    }
}

std::optional<Sources> in_databases(const std::string &folder, const InUse &in_use) {
    const std::uint64_t number =
        in_use.generation != 0 ? in_use.generation : highest_generation(folder);
    if (number != 0) {
        const std::string path = folder + "/" + generation_name(number);
        if (auto found = unless_damaged([&] { return in_generation(path); })) {
            return found;
        }
    }
    const std::string staging = folder + "/staging";
    if (!is_folder(staging)) {
        return std::nullopt;
    }
    return unless_damaged([&] { return in_staging(staging, in_use.generation); });
}

/// How many sources the last generation had, also one of a format that is not ours; 0: not known.
std::size_t counted(const std::string &folder) {
    const std::string path = folder + "/" + generation_name(highest_generation(folder));
    constexpr std::string_view key = "\nsources ";
    try {
        const std::string text = read_small_file(path + "/MANIFEST", max_manifest).value_or("");
        const std::size_t at = text.find(key);
        std::size_t count = 0;
        if (at != std::string::npos && crc_fits(text)) {
            std::from_chars(text.data() + at + key.size(), text.data() + text.size(), count);
        }
        return count;
    } catch (const Error &) {
        return 0;
    }
}

/// Reads the plain-text list and reports what is lost.
class PlainText {
  public:
    explicit PlainText(const std::string &folder)
        : folder_(folder), path_(folder + "/sources.jsonl") {}

    SourceList read(const InUse &in_use) {
        const auto text = text_or_loss();
        if (text) {
            take(parse_sources(*text));
        } else if (list_.losses.empty() &&
                   (highest_generation(folder_) != 0 || in_use.generation != 0 ||
                    (exists(folder_ + "/CURRENT") && !in_use.known))) {
            lose(0, "it is missing");
        }
        lose_inputs();
        return std::move(list_);
    }

  private:
    std::optional<std::string> text_or_loss() {
        try {
            return read_sources_file(folder_);
        } catch (const Error &) {
            if (!exists(path_) || file_size(path_)) {
                throw; // what may not be read is no loss
            }
            lose(0, "it is no file");
            return std::nullopt;
        }
    }

    void take(SourceLines lines) {
        list_.sources = std::move(lines.sources);
        list_.numbers = std::move(lines.numbers);
        const std::size_t listed = list_.sources.size() + lines.unreadable.size();
        const std::size_t all = counted(folder_);
        for (const std::size_t number : lines.unreadable) {
            lose(number, "this line cannot be read, so the source it is of is not known");
        }
        if (listed < all) {
            lose(0,
                 "it lists " + std::to_string(listed) + " of " + std::to_string(all) + " sources");
        } else if (lines.cut_off) {
            lose(0, "it is cut off: sources may be missing at its end");
        }
    }

    /// Inputs that no source is known for.
    void lose_inputs() {
        const std::string kept = folder_ + "/sources";
        std::set<std::string> wanted;
        for (const auto &[key, line] : list_.sources) {
            wanted.insert(archived_input(key));
        }
        if (!is_folder(kept)) {
            return;
        }
        for (const std::string &name : names_in(kept)) {
            const std::string input = "sources/" + name;
            if (name.ends_with(".gz") && wanted.count(input) == 0) {
                list_.losses.push_back(
                    {folder_ + "/" + input, 0,
                     "it came by standard input, and nothing tells any more as which source",
                     input});
            }
        }
    }

    void lose(std::size_t line, std::string why) {
        list_.losses.push_back({path_, line, std::move(why), {}});
    }

    std::string folder_, path_;
    SourceList list_;
};

} // namespace

std::string archived_input(const std::string &key) {
    return "sources/" + source_file_name(key) + ".gz";
}

bool is_archived_as_written(const std::string &path, const std::string &key) {
    const std::string folder = without_slash(path);
    Manifest manifest;
    try {
        manifest = read_manifest(folder + "/" + generation_name(InUse(folder).generation));
    } catch (const Error &) {
        return true;
    }
    const std::string name = source_file_name(key) + ".gz";
    const auto file = std::find_if(manifest.inputs.begin(), manifest.inputs.end(),
                                   [&](const ManifestFile &one) { return one.name == name; });
    try {
        if (file != manifest.inputs.end()) {
            verify_file(folder + "/sources", *file, true);
        }
        return true;
    } catch (const Error &) {
        return false;
    }
}

std::optional<std::string> read_sources_file(const std::string &folder) {
    return read_small_file(folder + "/sources.jsonl", max_sources_file);
}

SourceList read_source_list(const std::string &path) {
    const std::string folder = without_slash(path);
    if (!is_folder(folder)) {
        return {};
    }
    const InUse in_use(folder);
    SourceList list;
    if (auto sources = in_databases(folder, in_use)) {
        list.sources = std::move(*sources);
        list.is_whole = true;
        return list;
    }
    return PlainText(folder).read(in_use);
}

Sources read_sources(const std::string &path) {
    return read_source_list(path).sources;
}

} // namespace ideary::index
