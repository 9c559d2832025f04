#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
# Runs the examples of every help page over the lists of the corpus: each must succeed, which for a
# search means that it finds something.  usage: examples.sh IDEARY LISTS WORK
set -uo pipefail
ideary=$(realpath "$1") lists=$(realpath "$2") work=$3 failed=0
rm -rf "$work" && mkdir -p "$work/home" "$work/bin" && cp -r "$lists" "$work/lists" && cd "$work" || exit 1
top=$(dirname "$(dirname "$lists")")
ln -s "$ideary" bin/ideary && ln -s "$top/bench" bench
export PATH=$work/bin:$PATH HOME=$work/home IDEARY_INDEX=$work/index LC_ALL=C.UTF-8 EDITOR=true
fpath=(. "$work")
mkdir -p home/.local/share/bash-completion/completions home/.config/fish/completions

# Files that examples name.
printf '# Wishes for 2026\n\n- A map of old harbours\n' | tee wishes.md draft.md mail.txt > lists/old.md
printf 'q1\tdeployment\n' | tee q.tsv > q.jsonl
printf '{"id":"q1","text":"deployment"}\n' > q.jsonl
printf 'q1 0 winstel-2024/writing-orm-queries-that-run-fast 1\n' | tee q.txt > qrels.txt
printf 'q1\tQ0\twinstel-2024/writing-orm-queries-that-run-fast\t1\t1\tbefore\n' > before.run
fzf() { grep -q :; }
man() { grep -q '^.TH'; }
export -f fzf man

examples() {
  "$ideary" help ${1-} | sed -n '/^Examples:/,/^$/s/^  \(ideary .*\)/\1/p'
}
run() {
  [[ $1 != *"--qrels q.tsv"* ]] || set -- "${1/--qrels q.tsv/--qrels q.txt}"
  ( eval "set -o pipefail; $1" ) >out 2>err </dev/null && return
  echo "fails: $1"; cat err; failed=1
}
"$ideary" --quiet ingest lists/ || exit 1
[[ -n $(examples search) ]] || { echo "no examples are found in the help"; exit 1; }
for command in '' $("$ideary" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]\+\) .*/\1/p'); do
  while IFS= read -r line; do
    case $line in
    *bench/judged*) continue ;; # judged over another index
    *https://example.org*) "$ideary" --quiet ingest --url https://example.org/ideas wishes.md ;;
    *"remove winstel-2024"*) "$ideary" --quiet ingest lists/ ;;
    esac
    run "$line"
    case $line in
    *' remove '*) "$ideary" --quiet ingest lists/ ;;
    esac
  done < <(examples $command)
done
cd / && rm -rf "$work"
exit $failed
