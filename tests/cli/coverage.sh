#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
# Every command has help with examples first; every option of every command, and every exit code that
# can be brought about, stands in some case file.  usage: coverage.sh IDEARY CASES-FOLDER
set -uo pipefail
ideary=$1 cases=$2 missing=0
lack() { echo "missing: $1"; missing=1; }

lines=$(sed -n 's/^\$ //p' "$cases"/*.case)
commands=$("$ideary" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]\+\) .*/\1/p')
[[ $(wc -w <<<"$commands") -ge 10 ]] || lack "the list of commands in ideary help"
for command in $commands; do
  help=$("$ideary" "$command" --help)
  [[ $(sed -n 3p <<<"$help") == Examples: || $command == help ]] || lack "examples first in ideary $command --help"
  [[ $help == *"  ideary $command"* ]] || lack "an example of $command"
  of_command=$(grep -E "ideary .*\b$command\b" <<<"$lines")
  for option in $(sed -n '/^Options:/,/^$/s/^  \(--[a-z-]\+\).*/\1/p' <<<"$help"); do
    grep -qE -e "(^| )$option([ =]|\$)" <<<"$of_command" || lack "a case with ideary $command $option"
  done
done
for option in $("$ideary" help | sed -n '/^Options of/,/^$/s/^  \(--[a-z-]\+\).*/\1/p'); do
  grep -qE -e "(^| )$option([ =]|\$)" <<<"$lines" || lack "a case with $option"
done
for code in 1 2 65 66 69 73 74 78 130; do
  grep -qx "= $code" "$cases"/*.case || lack "a case that ends with exit code $code"
done
exit $missing
