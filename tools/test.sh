#!/usr/bin/env bash
# Installs what is missing, builds into build/ and runs all tests; then prints the figure of each
# reliability test. These have a quick size, for every change, and a full size that takes hours.
# usage: tools/test.sh [--full] [--sanitizers] [-DOPTION=VALUE...]      (options of CMake)
#   --full: the full size, and the tests with the label `extended`.
#   --sanitizers: afterwards runs the unit tests, the command's golden runs and the mutated inputs
#   with ASan and UBSan (build-asan/), and the test of many threads with TSan (build-tsan/).
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
# -Og: with -O1 these builds take twice as long. What GCC warns of in them is often not there.
sanitized() {
  local build=build-$1 kinds=$2 tests=$3 quiet=()
  shift 3
  cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-Og \
        -DIDEARY_SANITIZE="$kinds" -DIDEARY_TESTS=ON "${options[@]}" -DIDEARY_WERROR=OFF >/dev/null
  cmake --build "$build" --target "$@"
  # GCC 12's TSan does not start where addresses are placed too much at random.
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
