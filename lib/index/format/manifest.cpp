// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/manifest.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "ideary/error.hpp"
#include "index/analysis/terms.hpp"
#include "index/storage/crc32c.hpp"
#include "index/storage/files.hpp"
#include "schema/fields.hpp"

namespace ideary::index {
namespace {

constexpr std::string_view current_head = "ideary index";
constexpr std::string_view manifest_head = "ideary generation";
constexpr std::size_t max_current = 1 << 20;

template <class T> std::optional<T> number(std::string_view text, int base = 10) {
    T value{};
    const char *end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value, base);
    if (text.empty() || error != std::errc() || at != end) {
        return std::nullopt;
    }
    return value;
}

[[noreturn]] void damaged(const std::string &path, const std::string &what) {
    throw Error(ErrorKind::io, path + " is damaged: " + what);
}

constexpr std::size_t crc_line = 13; ///< "crc ", eight digits, a line feed

std::string with_crc(std::string text) {
    const std::uint32_t crc = crc32c(text);
    return text + fmt::format("crc {:08x}\n", crc);
}

/// Words of a line, apart from its first; the rest of a line as one where asked.
struct Line {
    std::string_view key, rest;
};

/// Lines of `key rest`, read in order, with the checks that both files share.
class Lines {
  public:
    /// Checks head, format and CRC. A wrong format is reported first: another format may
    /// compute its CRC differently.
    Lines(std::string_view text, std::string_view head, const std::string &path)
        : text_(text), path_(path) {
        if (text_.substr(0, head.size()) != head || text_.substr(head.size(), 1) != "\n") {
            damaged(path, "its first line is not \"" + std::string(head) + "\"");
        }
        check_crc();
        text_.remove_prefix(head.size() + 1);
        const std::string_view given = next("format");
        const auto format = number<int>(given);
        if (!format || *format != schema::format_number) {
            throw Error(ErrorKind::incompatible,
                        path + " is of index format " + std::string(given.substr(0, 20)) +
                            ", this program knows format " + std::to_string(schema::format_number));
        }
        if (!crc_fits_) {
            damaged(path, "its CRC does not fit");
        }
    }

    std::string_view next(std::string_view key) {
        const Line line = take();
        if (line.key != key) {
            damaged(path_, "the line \"" + std::string(key) + "\" is missing");
        }
        return line.rest;
    }

    template <class T> T next_number(std::string_view key) {
        const auto value = number<T>(next(key));
        if (!value) {
            damaged(path_, "\"" + std::string(key) + "\" is no number");
        }
        return *value;
    }

    bool at_end() const { return text_.empty(); }
    bool next_is(std::string_view key) const {
        return text_.substr(0, key.size()) == key && text_.substr(key.size(), 1) == " ";
    }

  private:
    Line take() {
        const std::size_t end = text_.find('\n');
        if (end == std::string_view::npos) {
            damaged(path_, "it ends too early");
        }
        const std::string_view line = text_.substr(0, end);
        text_.remove_prefix(end + 1);
        const std::size_t blank = std::min(line.find(' '), line.size());
        return {line.substr(0, blank), line.substr(std::min(blank + 1, line.size()))};
    }

    /// Removes the CRC line if it is right and records whether it is.
    void check_crc() {
        crc_fits_ = crc_fits(text_);
        if (crc_fits_) {
            text_.remove_suffix(crc_line);
        }
    }

    std::string_view text_;
    std::string path_;
    bool crc_fits_ = false;
};

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        result.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

void require_known_features(const Manifest &manifest, const std::string &path) {
    const auto known = schema::features();
    const auto &there = manifest.features;
    for (const std::string &feature : there) {
        if (std::find(known.begin(), known.end(), feature) == known.end()) {
            throw Error(ErrorKind::incompatible, path + " needs the feature \"" + feature +
                                                     "\", which this program does not know");
        }
    }
    for (const std::string_view feature : known) {
        if (std::find(there.begin(), there.end(), feature) == there.end()) {
            throw Error(ErrorKind::incompatible,
                        path + " is older: it lacks the feature \"" + std::string(feature) + '"');
        }
    }
}

void require_same_analyzer(const Manifest &manifest, const std::string &path) {
    if (manifest.analyzer != fingerprint()) {
        throw Error(ErrorKind::incompatible, path + " was made with another analyzer (" +
                                                 manifest.analyzer + "; this program has " +
                                                 fingerprint() + ")");
    }
}

ManifestFile parse_file(std::string_view line, const std::string &path) {
    const auto parts = words(line);
    if (parts.size() != 3 || parts[0].find('/') != std::string::npos) {
        damaged(path, "a line \"file\" is malformed");
    }
    const auto size = number<std::uint64_t>(parts[1]);
    const auto crc = number<std::uint32_t>(parts[2], 16);
    if (!size || !crc) {
        damaged(path, "a line \"file\" is malformed");
    }
    return {parts[0], *size, *crc};
}

} // namespace

bool crc_fits(std::string_view text) {
    const std::size_t at = text.size() - std::min(crc_line, text.size());
    const std::string_view last = text.substr(at);
    const auto crc = last.size() == crc_line && last.substr(0, 4) == "crc " && last.back() == '\n'
                         ? number<std::uint32_t>(last.substr(4, 8), 16)
                         : std::nullopt;
    return crc && *crc == crc32c(text.substr(0, at));
}

std::string to_text(const Current &current) {
    return with_crc(fmt::format("{}\nformat {}\ngeneration {}\nstamps {}\n", current_head,
                                schema::format_number, current.generation,
                                current.stat_fingerprint));
}

Current parse_current(std::string_view text, const std::string &path) {
    Lines lines(text, current_head, path);
    Current current;
    current.generation = lines.next_number<std::uint64_t>("generation");
    if (lines.next_is("stamps")) {
        current.stat_fingerprint = lines.next_number<std::uint64_t>("stamps");
    }
    return current;
}

std::optional<Current> read_current(const std::string &folder) {
    const std::string path = folder + "/CURRENT";
    const auto text = read_small_file(path, max_current);
    if (!text) {
        return std::nullopt;
    }
    const Current current = parse_current(*text, path);
    return current.generation == 0 ? std::nullopt : std::optional(current);
}

void begin_current(const std::string &folder) {
    const auto names = names_in(folder);
    const bool begun = std::any_of(names.begin(), names.end(), [](const std::string &name) {
        return name == "CURRENT" || generation_number(name);
    });
    if (!begun) {
        replace_file(folder + "/CURRENT", to_text(Current{}));
    }
}

std::string to_text(const Manifest &manifest) {
    std::string features;
    for (const std::string &feature : manifest.features) {
        features += " " + feature;
    }
    std::string text = fmt::format(
        "{}\nformat {}\ngeneration {}\nfeatures{}\nanalyzer {}\nlanguage {}\n"
        "ideas {}\nlast {}\nsources {}\nterms {}\n",
        manifest_head, schema::format_number, manifest.generation, features, manifest.analyzer,
        manifest.language, manifest.ideas, manifest.last_doc, manifest.sources, manifest.terms);
    for (const ManifestFile &file : manifest.files) {
        text += fmt::format("file {} {} {:08x}\n", file.name, file.size, file.crc);
    }
    for (const ManifestFile &file : manifest.inputs) {
        text += fmt::format("input {} {} {:08x}\n", file.name, file.size, file.crc);
    }
    return with_crc(std::move(text));
}

Manifest parse_manifest(std::string_view text, const std::string &path,
                        Compatibility compatibility) {
    Lines lines(text, manifest_head, path);
    Manifest manifest;
    manifest.generation = lines.next_number<std::uint64_t>("generation");
    manifest.features = words(lines.next("features"));
    if (compatibility == Compatibility::required) {
        require_known_features(manifest, path);
    }
    manifest.analyzer = lines.next("analyzer");
    if (compatibility == Compatibility::required) {
        require_same_analyzer(manifest, path);
    }
    manifest.language = lines.next("language");
    manifest.ideas = lines.next_number<std::uint64_t>("ideas");
    manifest.last_doc = lines.next_number<std::uint64_t>("last");
    manifest.sources = lines.next_number<std::uint64_t>("sources");
    manifest.terms = lines.next_number<std::uint64_t>("terms");
    while (lines.next_is("file")) {
        manifest.files.push_back(parse_file(lines.next("file"), path));
    }
    while (!lines.at_end()) {
        manifest.inputs.push_back(parse_file(lines.next("input"), path));
    }
    return manifest;
}

Manifest read_manifest(const std::string &folder, Compatibility compatibility) {
    const std::string path = folder + "/MANIFEST";
    const auto text = read_small_file(path, max_manifest);
    if (!text) {
        throw_missing(path);
    }
    Manifest manifest = parse_manifest(*text, path, compatibility);
    if (generation_name(manifest.generation) != folder.substr(folder.rfind('/') + 1)) {
        damaged(path, "it is of another generation");
    }
    return manifest;
}

std::string generation_name(std::uint64_t number) {
    return fmt::format("gen-{:06}", number);
}

std::optional<std::uint64_t> generation_number(std::string_view name) {
    if (name.substr(0, 4) != "gen-") {
        return std::nullopt;
    }
    const auto value = number<std::uint64_t>(name.substr(4));
    return value && generation_name(*value) == name ? value : std::nullopt;
}

} // namespace ideary::index
