// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// compile_rules RULES OUT: compiles ICU break rules to ICU's binary form. Runs at build time only.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <unicode/rbbi.h>

int main(int argc, char **argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: compile_rules RULES OUT\n");
        return 2;
    }
    std::ifstream in(argv[1], std::ios::binary);
    if (!in) {
        std::fprintf(stderr, "compile_rules: cannot read %s\n", argv[1]);
        return 66;
    }
    const std::string rules{std::istreambuf_iterator<char>(in), {}};
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    const icu::RuleBasedBreakIterator iterator(icu::UnicodeString::fromUTF8(rules), place, status);
    if (U_FAILURE(status)) {
        std::fprintf(stderr, "%s:%d:%d: %s\n", argv[1], place.line, place.offset,
                     u_errorName(status));
        return 65;
    }
    std::uint32_t size = 0;
    const std::uint8_t *bytes =
        const_cast<icu::RuleBasedBreakIterator &>(iterator).getBinaryRules(size);
    std::ofstream out(argv[2], std::ios::binary);
    out.write(reinterpret_cast<const char *>(bytes), static_cast<std::streamsize>(size));
    out.close();
    if (!out) {
        std::fprintf(stderr, "compile_rules: cannot write %s\n", argv[2]);
        return 73;
    }
    return 0;
}
