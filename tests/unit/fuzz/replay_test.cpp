// SPDX-License-Identifier: GPL-2.0-or-later
// The corpora of the fuzzer and everything it found, without libFuzzer.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/targets.hpp"

TEST_CASE("fuzz: every target holds for what was found, and for each start of it") {
    for (const fuzz::Target &target : fuzz::targets()) {
        const std::string folder = IDEARY_TEST_DIR "/fuzz/corpus/" + std::string(target.name);
        int count = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder)) {
            CAPTURE(entry.path().string());
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
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
