// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "corpus/terms.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>
#include <xapian.h>
#include <xxhash.h>

namespace ideary::bench {
namespace {

constexpr std::size_t longest_bytes = 240;
constexpr std::size_t longest_points = 64;
constexpr std::size_t hash_digits = 32;

std::size_t points_of(const std::string &text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    }));
}

bool ends_in_hash(const std::string &text) {
    return text.size() > hash_digits &&
           std::all_of(text.end() - hash_digits, text.end(), [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
           });
}

} // namespace

std::string stem_of(const std::string &form) {
    static const Xapian::Stem stemmer("en");
    return stemmer(form);
}

std::string stem_term(const std::string &form) {
    static thread_local std::unordered_map<std::string, std::string> known;
    std::string &term = known[form];
    if (term.empty()) {
        term = "Z" + stem_of(form);
    }
    return term;
}

std::string key_of_id(const std::string &id) {
    if (points_of(id) <= longest_points && id.size() <= longest_bytes - id_prefix.size()) {
        return id;
    }
    const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string key_of_id_term(const std::string &term) {
    const std::string id = term.substr(id_prefix.size());
    const bool full = points_of(id) == longest_points || term.size() > longest_bytes - 4;
    return full && ends_in_hash(id) ? id.substr(id.size() - hash_digits) : id;
}

} // namespace ideary::bench
