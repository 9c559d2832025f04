// SPDX-License-Identifier: GPL-2.0-or-later
// libFuzzer: any bytes are a query; its canonical form gives the same tree, remarks lie in the
// text.
//   cmake -S . -B build-fuzz -DIDEARY_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++
//   cmake --build build-fuzz --target ideary_fuzz_query
//   build-fuzz/bin/ideary_fuzz_query tests/fuzz/corpus/query
#include <cstdint>
#include <cstdlib>

#include "fuzz/query_parser.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string text(data, data + size);
    if (!fuzz::query_holds(text)) {
        std::abort();
    }
    return 0;
}
