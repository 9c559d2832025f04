#!/usr/bin/env bash
# Installs what is missing, builds into build/ and runs all tests; then shows what each bar of
# reliability did. The bars have a quick size, for every change, and a full one that takes hours.
# usage: tools/test.sh [--full] [-DOPTION=VALUE...]      (options of CMake)
set -euo pipefail
cd "$(dirname "$0")/.."
options=()
for option; do
  if [[ $option == --full ]]; then
    export IDEARY_FULL=1
  else
    options+=("$option")
  fi
done
tools/install-packages.sh build test
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DIDEARY_TESTS=ON "${options[@]}" >/dev/null
cmake --build build
code=0
ctest --test-dir build --output-on-failure -j "$(nproc)" || code=$?
echo "Bars of reliability:"
grep -ahE '^B[0-9]+: ' build/Testing/Temporary/LastTest.log | sort -V | sed 's/^/  /' || true
exit "$code"
