#!/usr/bin/env bash
# Installs what is missing, builds into build/ and runs all tests.
# usage: tools/test.sh [-DOPTION=VALUE...]      (options of CMake)
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install-packages.sh build test
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DIDEARY_TESTS=ON "$@" >/dev/null
cmake --build build
ctest --test-dir build --output-on-failure -j "$(nproc)"
