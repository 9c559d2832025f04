// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The two small text files that say what an index is: CURRENT and MANIFEST.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::index {

/// CURRENT: which generation is in use.
struct Current {
    std::uint64_t generation = 0;
    /// stat_fingerprint() of its folder when it was published; 0: unknown
    std::uint64_t stat_fingerprint = 0;
};
std::string to_text(const Current &current);
/// Throws incompatible (another format), io (damaged). path is for the message.
Current parse_current(std::string_view text, const std::string &path);
/// CURRENT of an index folder; nothing when there is none, or nothing was published yet.
std::optional<Current> read_current(const std::string &folder);
/// Writes CURRENT of a new index with generation 0. A folder with generations and no CURRENT has
/// therefore lost it.
void begin_current(const std::string &folder);

struct ManifestFile {
    std::string name;
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
};

/// Largest MANIFEST: 60 bytes for each archived input, enough for a million.
inline constexpr std::size_t max_manifest = 64 << 20;

/// MANIFEST: what a generation holds and by which rules it was made.
struct Manifest {
    std::uint64_t generation = 0;
    std::vector<std::string> features;
    std::string analyzer;
    std::string language; ///< most ideas are in it
    std::uint64_t ideas = 0, last_doc = 0, sources = 0, terms = 0;
    std::vector<ManifestFile> files;
    std::vector<ManifestFile> inputs; ///< of the folder `sources`, as they were then
};
std::string to_text(const Manifest &manifest);

/// Whether features and analyzer must be those of this program. The format always must.
enum class Compatibility { required, any };
/// Throws incompatible (format, feature or analyzer that is not ours, by name), io (damaged).
Manifest parse_manifest(std::string_view text, const std::string &path,
                        Compatibility compatibility = Compatibility::required);
/// Whether the last line of a CURRENT or MANIFEST is the CRC of the lines above it.
bool crc_fits(std::string_view text);
/// MANIFEST of a generation's folder. Throws the same, and io when it is missing or another's.
Manifest read_manifest(const std::string &folder,
                       Compatibility compatibility = Compatibility::required);

/// "gen-000042"
std::string generation_name(std::uint64_t number);
/// The number in a name that generation_name gave; nothing for other names.
std::optional<std::uint64_t> generation_number(std::string_view name);

} // namespace ideary::index
