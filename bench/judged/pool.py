#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Collects hits of queries to be judged, and turns the judge's grades into qrels.

    pool.py pool --ideary BIN --index DIR --out DIR QUERIES.tsv ...
    pool.py pool --ideary BIN --index DIR --out DIR --qrels QRELS QUERIES.tsv ...
    pool.py qrels --out DIR GRADES.txt > QRELS

The first form pools the first ten hits of the default search, of --literal, of --expand and of
SQLite's FTS5 with Porter stems. The second form takes the default search alone: the hits that QRELS
does not hold, and among them as many that it does, which show how well a judge agrees. Both shuffle
the hits of a query. DIR/pool.txt is what the judge reads; DIR/pool.tsv names the ideas.

GRADES holds a line for each query: its id, and a digit 0-3 for each hit in the order of pool.txt.
Whitespace between the digits does not matter.
"""
import argparse
import json
import pathlib
import random
import re
import sqlite3
import subprocess
import sys

DEPTH = 10
BODY_CHARACTERS = 400
MODES = ([], ["--literal"], ["--expand"])


def read_queries(paths):
    lines = [line for path in paths for line in open(path, encoding="utf-8")]
    return [line.rstrip("\n").split("\t", 1) for line in lines]


def export_ideas(ideary, index):
    command = [ideary, "--index", index, "export", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as export:
        return {idea["id"]: idea for idea in map(json.loads, export.stdout)}


def search_ideary(ideary, index, queries, mode):
    """Returns the ids of the first hits of each query, related ideas with them."""
    command = [ideary, "--index", index, "search", "--queries", "-", "--format", "jsonl"]
    text = "".join(query + "\n" for _, query in queries)
    # Exit status 1: some query found nothing.
    found = subprocess.run(command + ["--limit", str(DEPTH)] + mode, input=text,
                           stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout
    answers = [json.loads(line) for line in found.splitlines()]
    assert len(answers) == len(queries), "an answer for each query is needed"
    return [[hit["id"] for hit in answer["hits"]] for answer in answers]


def search_fts5(ideas, queries):
    """Returns the ids of the first hits of each query, any word of it, by bm25."""
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table t using fts5(id unindexed, title, body, tokenize='porter')")
    rows = [(idea["id"], idea["title"], idea["body"]) for idea in ideas.values()]
    base.executemany("insert into t values (?, ?, ?)", rows)
    select = "select id from t where t match ? order by bm25(t) limit ?"
    words = (re.findall(r"\w+", query) for _, query in queries)
    matches = (" OR ".join(f'"{word}"' for word in each) for each in words)
    return [[row[0] for row in base.execute(select, (match, DEPTH))] for match in matches]


def read_judged(path):
    judged = {}
    for line in open(path, encoding="utf-8"):
        query, _, idea, _ = line.split()
        judged.setdefault(query, set()).add(idea)
    return judged


def with_repeats(found, judged, rng):
    """Returns the unjudged ideas and as many judged ones."""
    unjudged = [idea for idea in found if idea not in judged]
    known = [idea for idea in found if idea in judged]
    return unjudged + rng.sample(known, min(len(known), len(unjudged)))


def describe(number, idea):
    facts = [", ".join(idea["authors"]), str(idea["year"] or ""), idea["event"] or "",
             idea["kind"], " > ".join(idea["section"]), idea["source"]["title"]]
    body = re.sub(r"\s+", " ", idea["body"])[:BODY_CHARACTERS]
    lines = [f"{number} {idea['title']}", " | ".join(fact for fact in facts if fact), body]
    return "\n   ".join(line for line in lines if line)


def make_pool(options):
    queries = read_queries(options.files)
    ideas = export_ideas(options.ideary, options.index)
    modes = MODES[:1] if options.qrels else MODES
    runs = [search_ideary(options.ideary, options.index, queries, mode) for mode in modes]
    runs += [] if options.qrels else [search_fts5(ideas, queries)]
    judged = read_judged(options.qrels) if options.qrels else {}
    options.out.mkdir(parents=True, exist_ok=True)
    with open(options.out / "pool.txt", "w", encoding="utf-8") as text, \
            open(options.out / "pool.tsv", "w", encoding="utf-8") as table:
        for place, (name, query) in enumerate(queries):
            rng = random.Random(name)
            found = sorted({idea for run in runs for idea in run[place]})
            if options.qrels:
                found = with_repeats(found, judged.get(name, set()), rng)
            rng.shuffle(found)
            if found:
                print(f"\n## {name}\t{query}", file=text)
            for number, idea in enumerate(found, 1):
                print(describe(number, ideas[idea]), file=text)
                print(name, idea, sep="\t", file=table)


def print_qrels(options):
    pooled = {}
    for line in open(options.out / "pool.tsv", encoding="utf-8"):
        name, idea = line.rstrip("\n").split("\t")
        pooled.setdefault(name, []).append(idea)
    for line in open(options.files[0], encoding="utf-8"):
        name, *digits = line.split()
        grades = "".join(digits)
        if len(grades) != len(pooled[name]) or set(grades) - set("0123"):
            sys.exit(f"{name}: {len(grades)} grades for {len(pooled[name])} hits")
        for idea, grade in zip(pooled[name], grades):
            print(name, 0, idea, grade)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("pool", "qrels"))
    parser.add_argument("files", nargs="+", help="queries, or grades")
    parser.add_argument("--ideary")
    parser.add_argument("--index")
    parser.add_argument("--qrels")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    (make_pool if options.what == "pool" else print_qrels)(options)


if __name__ == "__main__":
    main()
