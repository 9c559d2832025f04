#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
# Removes each guard of mutants.list in turn, in a copy of the tree, and checks that a test fails.
# usage: tests/fault/mutants.sh [-l] [NUMBER...]     -l: list the guards     NUMBER: only these
# Run it by hand; it takes half an hour. MUTANTS_FOLDER: folder of the copy and its build
# (build/mutants); MUTANTS_JOBS: number of parallel compilers (2).
# Prints guard, file and the test that failed, or SURVIVED. Exits with 1 if a guard survived, with 2
# if the text of a guard does not occur exactly once in its file or the copy does not build.
set -uo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
folder=$(realpath -m "${MUTANTS_FOLDER:-build/mutants}")
tree=$folder/tree build=$folder/build
list=0 gather=0 only=" " number=0 tried=0 survived=0 needed=()
for word; do
  if [[ $word == -l ]]; then list=1; else only+="$word "; fi
done

stop() {
  printf 'mutants.sh: %s\n' "$1" >&2
  exit 2
}

# Copies only files that differ, so that a build after a mutant recompiles only those.
make_copy() {
  local file
  mkdir -p "$tree"
  while IFS= read -r -d '' file; do
    [[ -e $file ]] && ! cmp -s "$file" "$tree/$file" || continue
    mkdir -p "$(dirname "$tree/$file")" && cp "$file" "$tree/$file" || stop "cannot copy $file"
  done < <(git ls-files -z --cached --others --exclude-standard)
  while IFS= read -r -d '' file; do
    [[ -e ${file#"$tree/"} ]] || rm "$file"
  done < <(find "$tree" -type f -print0)
  local ccache=()
  ! command -v ccache >/dev/null || ccache=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  export CCACHE_BASEDIR=$tree CCACHE_NOHASHDIR=1
  cmake -S "$tree" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DIDEARY_TESTS=ON \
    -DCMAKE_CXX_FLAGS_RELEASE=-O1 "${ccache[@]}" >/dev/null || stop "the copy cannot be configured"
  compile || stop "the copy does not build: see $folder/build.log"
}

# Builds the targets for a kind of test; all of them without an argument.
compile() {
  local targets=(ideary_cli)
  case ${1:-all} in
  unit) targets=(ideary_tests) ;;
  fault) targets=(ideary_cli ideary_fault ideary_disk) ;;
  hostile) targets=(ideary_cli ideary_hostile) ;;
  stress) targets=(ideary_cli ideary_stress) ;;
  all) targets=(ideary_cli ideary_tests ideary_fault ideary_disk ideary_hostile ideary_stress) ;;
  esac
  ninja -C "$build" -j "${MUTANTS_JOBS:-2}" "${targets[@]}" >"$folder/build.log" 2>&1
}

export IDEARY_FIRST_FAILURE=1
# run_test KIND:WHAT, one of unit:TEST-CASES, fault:TEST, hostile:TEST, stress:TEST, cli:CASE.
run_test() {
  local kind=${1%%:*} what=${1#*:} work=$folder/work bin=$build/bin
  case $kind in
  unit)
    timeout 300 "$bin/ideary_tests" -tc="$what" >"$folder/test.log" 2>&1 || return 1
    ! grep -q 'test cases: *0 ' "$folder/test.log" || stop "no test case matches $what" ;;
  fault)
    timeout 900 "$bin/ideary_fault" "$what" "$work" "$bin/ideary" \
      "$build/tests/fault/ideary_disk.so" >"$folder/test.log" 2>&1 ;;
  hostile | stress)
    timeout 900 "$bin/ideary_$kind" "$what" "$work" "$bin/ideary" >"$folder/test.log" 2>&1 ;;
  cli)
    "$tree/tests/cli/run.sh" "$bin/ideary" "$tree/tests/cli/$what.case" "$work" \
      >"$folder/test.log" 2>&1 ;;
  *) stop "unknown kind of test: $1" ;;
  esac
}

# replace FILE OLD NEW: fails unless OLD occurs exactly once.
replace() {
  perl -0777 -e '
    my ($file, $old, $new) = @ARGV;
    open(my $in, "<", $file) or exit 3;
    my $text = <$in>;
    my $at = index($text, $old);
    exit 4 if $at < 0 || index($text, $old, $at + 1) >= 0;
    substr($text, $at, length($old)) = $new;
    open(my $out, ">", $file) or exit 3;
    print $out $text;' "$1" "$2" "$3"
}

row() { printf '%-3s %-46s %-32s %s\n' "$@"; }

# mutant GUARD FILE OLD NEW TEST...: the tests that should fail, the fastest first.
mutant() {
  local guard=$1 file=$2 old=$3 new=$4 found=SURVIVED test
  shift 4
  number=$((number + 1))
  [[ $only == " " || $only == *" $number "* ]] || return 0
  if [[ $list = 1 ]]; then
    row "$number" "$guard" "$file" "$*"
    return 0
  fi
  if [[ $gather = 1 ]]; then
    needed+=("$@")
    cp "$tree/$file" "$folder/original"
    replace "$folder/original" "$old" "$new" || stop "$file: not exactly once: $old"
    return 0
  fi
  tried=$((tried + 1))
  cp "$tree/$file" "$folder/original"
  replace "$tree/$file" "$old" "$new" || stop "$file: not exactly once: $old"
  for test; do
    compile "${test%%:*}" || stop "without $guard the copy does not build: see $folder/build.log"
    run_test "$test" && continue
    found=$test
    break
  done
  cp "$folder/original" "$tree/$file"
  [[ $found != SURVIVED ]] || survived=$((survived + 1))
  row "$number" "$guard" "$file" "$found"
}

if [[ $list = 0 ]]; then
  make_copy
  gather=1
  . tests/fault/mutants.list
  while IFS= read -r test; do
    run_test "$test" || stop "$test fails with all guards in place: see $folder/test.log"
  done < <(printf '%s\n' "${needed[@]}" | sort -u)
  gather=0 number=0
fi
row "" "removed guard" "file" "test that failed"
. tests/fault/mutants.list
[[ $list = 1 ]] || printf '%d guards removed, %d survived\n' "$tried" "$survived"
[[ $survived = 0 ]]
