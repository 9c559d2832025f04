// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The corpora of the fuzzer and everything it found, without libFuzzer.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/targets.hpp"
#include "fuzz/targets_tables.hpp"
#include "index/format/manifest.hpp"

namespace {

const std::string corpus = IDEARY_TEST_DIR "/fuzz/corpus/";

std::string bytes_of(const std::filesystem::path &path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("fuzz: every target holds for what was found, and for each start of it") {
    for (const fuzz::Target &target : fuzz::targets()) {
        const std::string folder = corpus + std::string(target.name);
        int count = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder)) {
            CAPTURE(entry.path().string());
            const std::string bytes = bytes_of(entry.path());
            CHECK(target.problem(bytes) == "");
            for (std::size_t part = 1; part < 8; ++part) {
                CHECK(target.problem(bytes.substr(0, bytes.size() * part / 8)) == "");
            }
            ++count;
        }
        CAPTURE(target.name);
        CHECK(count >= 3);
    }
    CHECK(fuzz::find_target("nothing") == nullptr);
}

TEST_CASE("fuzz: the good ones of the corpora are read whole") {
    const auto manifest = ideary::index::parse_manifest(
        fuzz::with_current_format(bytes_of(corpus + "manifest/good")), "M");
    CHECK(manifest.files.size() == 2);
    CHECK(manifest.inputs.size() == 1);
    const auto current = ideary::index::parse_current(
        fuzz::with_current_format(bytes_of(corpus + "current/stamps")), "C");
    CHECK(current.generation == 42);
    CHECK(current.stat_fingerprint == 7);
}
