#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
# Runs one case file against the real command and compares what it printed.
# usage: run.sh IDEARY CASE WORK        IDEARY_BLESS=1: rewrite the case with what was printed
#
# A case file is a session: "$ " a command line of the shell ("> " goes on with it), "| " a line of
# standard output, "! " one of standard error, "= " the exit code where it is not 0. Other lines are
# remarks. The commands run one after the other in an empty folder with copies of docs/ and of the
# lists of the corpus, lists/.
set -uo pipefail
ideary=$(realpath "$1") case_file=$(realpath "$2") work=$3
here=$(dirname "$case_file")

rm -rf "$work" && mkdir -p "$work/home" && cp -r "$here/docs" "$work/docs" || exit 1
cp -r "$here/../../corpus/lists" "$work/lists" && cd "$work" || exit 1
find docs lists -exec touch -d '2026-01-01 00:00:00 UTC' {} +
work=$(pwd -P)
out=$work/.out err=$work/.err
unset NO_COLOR XDG_DATA_HOME IDEARY_BLESSED IDEARY_COLORS IDEARY_PAGER PAGER LESS VISUAL EDITOR
export PATH="$(dirname "$ideary"):$PATH" HOME=$work/home IDEARY_INDEX=$work/index
export LC_ALL=C.UTF-8 TERM=xterm COLUMNS=80 TZ=UTC

# What differs from run to run, and a mark where the last line has no end.
shown() {
  sed -e 's/"took_ms":[0-9.e+-]*/"took_ms":T/g' -e 's/"score":[0-9.e+-]*,/"score":S,/g' \
      -e 's/,[0-9]*\.[0-9]*$/,S/' -e 's/(process [0-9]*)/(process N)/' \
      -e "s|$work|WORK|g" -e "s/^/$2 /" -e 's/ $//' "$1"
  [[ ! -s $1 || -z $(tail -c 1 "$1" | tr -d '\0\n' ) ]] || printf '\n%s(no line feed at the end)\n' "$2"
}
step() {
  ( eval "$1" ) >"$out" 2>"$err" </dev/null
  local code=$?
  shown "$out" '|'
  shown "$err" '!'
  [[ $code -eq 0 ]] || echo "= $code"
}

actual=$work/.actual command=
while IFS= read -r line || [[ -n $line ]]; do
  case $line in
  '> '*) command+=$'\n'${line:2} && echo "$line" && continue ;;
  esac
  [[ -z $command ]] || { step "$command"; command=; }
  case $line in
  '$ '*) command=${line:2} && echo "$line" ;;
  '| '* | '|' | '|('* | '! '* | '!' | '!('* | '= '*) ;;
  *) echo "$line" ;;
  esac
done <"$case_file" >"$actual"
[[ -z $command ]] || step "$command" >>"$actual"

if cmp -s "$case_file" "$actual"; then
  cd / && rm -rf "$work"
elif [[ -n ${IDEARY_BLESS:-} ]]; then
  cp "$actual" "$case_file" && echo "rewritten: $case_file"
else
  diff -u "$case_file" "$actual"
  exit 1
fi
