// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// libFuzzer over one target: ideary_fuzz --target=NAME [options of libFuzzer] [corpus folders].
// tools/fuzz.sh builds it and runs all targets.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>

#include "fuzz/targets.hpp"

namespace {
const fuzz::Target *chosen = nullptr;
}

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv) {
    constexpr std::string_view option = "--target=";
    for (int i = 1; i < *argc; ++i) {
        const std::string_view word = (*argv)[i];
        if (word.substr(0, option.size()) == option) {
            chosen = fuzz::find_target(word.substr(option.size()));
        }
    }
    if (chosen == nullptr) {
        std::fprintf(stderr, "usage: ideary_fuzz --target=NAME ...; the targets are:\n");
        for (const fuzz::Target &target : fuzz::targets()) {
            std::fprintf(stderr, "%s\n", target.name.data());
        }
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    std::string why;
    try {
        why = chosen->problem(std::string(data, data + size));
    } catch (const std::exception &error) {
        why = std::string("unexpected exception: ") + error.what();
    }
    if (!why.empty()) {
        std::fprintf(stderr, "%s: %s\n", chosen->name.data(), why.c_str());
        std::abort();
    }
    return 0;
}
