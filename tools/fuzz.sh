#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
# Fuzzes every reader of bytes for MINUTES in total, one process per processor. Uses libFuzzer with
# ASan and UBSan. Seeds: tests/fuzz/corpus/TARGET, and for readers of documents also the documents in
# the unit tests' case files.
# usage: tools/fuzz.sh MINUTES [TARGET...]
#
# Findings are minimised and stored in build-fuzz/findings, the grown corpora in build-fuzz/grown.
# After fixing a cause, add the finding to tests/fuzz/corpus/TARGET under a descriptive name; the unit
# tests replay it. Exits with 1 if there are findings.
set -euo pipefail
cd "$(dirname "$0")/.."
[[ ${1:-} =~ ^[0-9]+([.][0-9]+)?$ ]] || { sed -n '4,7s/^# //p' "$0" >&2; exit 2; }
minutes=$1 && shift
build=${IDEARY_FUZZ_BUILD:-build-fuzz}
clang=$(command -v clang++ || command -v clang++-14) ||
  { echo 'fuzz.sh: clang++ is missing. Install it with: tools/install-packages.sh fuzz' >&2; exit 2; }

cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER="$clang" \
      -DCMAKE_C_COMPILER="${clang/++/}" -DIDEARY_FUZZ=ON -DIDEARY_TESTS=OFF -DIDEARY_TOOLS=OFF >/dev/null
cmake --build "$build" --target ideary_fuzz
fuzz=$(realpath "$build/bin/ideary_fuzz")
targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || mapfile -t targets < <("$fuzz" 2>&1 | sed 1d)

jobs=$(nproc)
seconds=$(awk -v m="$minutes" -v n="${#targets[@]}" -v j="$jobs" \
          'BEGIN { rounds = int((n + j - 1) / j); s = int(60 * m / rounds); print s < 1 ? 1 : s }')
mkdir -p "$build/findings" "$build/grown" "$build/cases"
export fuzz seconds build
# A case is a header (`%% ...` or `######## ...`), a document and the expected result.
awk -v to="$build/cases/" \
  '/^%% ideas$/ || /^========$/ { inside = 0; next }
   (/^%%/ && !inside) || /^######## / { inside = 0; open = 1; next }
   open { open = 0; inside = 1; close(file); file = to "document-" ++n; printf "" >file }
   inside { print >file }' tests/unit/ideas/cases/*.case tests/unit/source/outline/*.case
run_one() {
  local target=$1 grown=$build/grown/$1 log=$build/grown/$1.log
  local seeds=(tests/fuzz/corpus/"$1") find=$build/findings/$1-
  [[ ! $target =~ ^(markdown|text|rst|html)$ ]] || seeds+=("$build/cases")
  mkdir -p "$grown"
  if "$fuzz" --target="$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 \
       -max_len=20000 -print_final_stats=1 -artifact_prefix="$find" "$grown" "${seeds[@]}" >"$log" 2>&1; then
    echo "$target: no finding in $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs," \
         "which covered $(sed -nE 's/.*DONE *cov: ([0-9]+).*/\1/p' "$log") branches"
    return 0
  fi
  local found; found=$(sed -n 's/.*Test unit written to \(.*\)$/\1/p' "$log" | tail -1)
  echo "$target: FOUND $found"
  grep -aE "^$target: |ERROR: |runtime error" "$log" | head -3
  [[ -z $found ]] || "$fuzz" --target="$target" -minimize_crash=1 -max_total_time=30 \
       -exact_artifact_path="$found.small" "$found" >>"$log" 2>&1 || true
  return 1
}
export -f run_one
echo "${#targets[@]} targets, $jobs in parallel, $seconds s each; findings are written to $build/findings"
printf '%s\n' "${targets[@]}" | xargs -P "$jobs" -I{} bash -c 'run_one {}' || exit 1
