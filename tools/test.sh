#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
# Installs missing packages, builds into build/, runs all tests and prints the figure of each
# reliability test. These have a quick size for every change and a full size that takes hours.
# usage: tools/test.sh [--full] [--sanitizers] [-DOPTION=VALUE...]      (CMake options)
#   --full        full size, and the tests with the label `extended`
#   --sanitizers  afterwards the unit tests, golden runs and mutated inputs with ASan and UBSan
#                 (build-asan/), and the test with many threads with TSan (build-tsan/)
set -euo pipefail
cd "$(dirname "$0")/.."
options=() sanitizers=0 labels=(-LE extended)
for option; do
  case $option in
  --full) export IDEARY_FULL=1 labels=() ;;
  --sanitizers) sanitizers=1 ;;
  *) options+=("$option") ;;
  esac
done

# sanitized NAME KINDS TESTS TARGET...: builds the targets in build-NAME/ and runs the tests.
# -Og, because -O1 doubles the build time. No -Werror, because GCC has false warnings in such builds.
sanitized() {
  local build=build-$1 kinds=$2 tests=$3 quiet=()
  shift 3
  cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-Og \
        -DIDEARY_SANITIZE="$kinds" -DIDEARY_TESTS=ON "${options[@]}" -DIDEARY_WERROR=OFF >/dev/null
  cmake --build "$build" --target "$@"
  # TSan of GCC 12 does not start with high-entropy address space randomization.
  ! setarch -R true 2>/dev/null || quiet=(setarch -R)
  "${quiet[@]}" ctest --test-dir "$build" --output-on-failure -j "$(nproc)" -R "$tests"
}

tools/install-packages.sh build test
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DIDEARY_TESTS=ON "${options[@]}" >/dev/null
cmake --build build
code=0
ctest --test-dir build --output-on-failure -j "$(nproc)" "${labels[@]}" || code=$?
echo "Reliability tests:"
sed -n 's/^reliability: /  /p' build/Testing/Temporary/LastTest.log | sort
[[ $sanitizers == 0 || $code != 0 ]] && exit "$code"
sanitized asan address,undefined '^(unit|cli_|hostile_mutated_inputs)' ideary_tests ideary_cli ideary_hostile
sanitized tsan thread '^fault_threads$' ideary_stress
