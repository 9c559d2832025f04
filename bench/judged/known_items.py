#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Searches titles of records, and prints how often the idea with that title comes first.

    known_items.py --ideary BIN --index DIR [--every N] [--show] RECORDS.jsonl[.gz]

Takes each N-th record. A hit counts when its folded title equals that of the record, so that a talk
given twice is not a miss. --show lists the titles that are not among the first three.
"""
import argparse
import gzip
import itertools
import json
import subprocess
import unicodedata

LIMIT = 3


def fold(title):
    """Returns the title without case, accents, punctuation and runs of whitespace."""
    decomposed = unicodedata.normalize("NFKD", title).casefold()
    letters = (c for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def read_titles(path, every):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as records:
        titles = (json.loads(line)["title"] for line in itertools.islice(records, every - 1, None, every))
        return [" ".join(title.split()) for title in titles]


def search(ideary, index, titles):
    """Returns the titles of the first hits of each query."""
    command = [ideary, "--index", index, "search", "--queries", "-", "--format", "jsonl"]
    # Exit status 1: some query found nothing.
    found = subprocess.run(command + ["--limit", str(LIMIT)], input="\n".join(titles) + "\n",
                           stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout
    answers = [json.loads(line)["hits"] for line in found.splitlines()]
    assert len(answers) == len(titles), "an answer for each title is needed"
    return [[hit["title"] for hit in hits] for hits in answers]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records")
    parser.add_argument("--ideary", required=True)
    parser.add_argument("--index", required=True)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    titles = read_titles(options.records, options.every)
    first = among = 0
    for title, hits in zip(titles, search(options.ideary, options.index, titles)):
        same = [fold(hit) == fold(title) for hit in hits]
        first += any(same[:1])
        among += any(same)
        if options.show and not any(same):
            print("missed:", title)
    print(f"{len(titles)} titles: first {first / len(titles):.4f}, "
          f"among the first {LIMIT} {among / len(titles):.4f}")


if __name__ == "__main__":
    main()
