#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Compares `ideary split` with the reference reader over a folder of exports."""

import argparse
import collections
import hashlib
import json
import re
import subprocess
import unicodedata

import private
import read_exports

COUNTS = ("found", "false", "missed", "authors", "years", "leaked")


def part_of(name):
    """The files of part B are set aside for whoever writes the readers."""
    return "B" if hashlib.sha256(name.encode()).hexdigest()[0] in "0123" else "A"


def fold(text):
    """Letters and digits of a title or name, without case, accents, Markdown and punctuation."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return " ".join(text.split()) or text


def author_set(names):
    """"A and B" and ["A", "B"] are the same authors."""
    parts = [part for name in names for part in re.split(r"[,;|&]|\s(?:and|und|et|y)\s", name)]
    return {fold(part) for part in parts if part.strip()}


def same_authors(wanted, found):
    return author_set(wanted["authors"]) == author_set(found["authors"])


def same_year(wanted, found, path):
    """Where the file names no year, the one of its path is right as well."""
    if wanted["year"] is None and found["year"] is not None:
        return str(found["year"]) in path
    return wanted["year"] == found["year"]


def compare(wanted, found, path):
    """Counts of one file. Entries that one may take or leave count neither way."""
    by_title = collections.defaultdict(lambda: ([], []))
    for one in wanted:
        by_title[fold(one["title"])][0].append(one)
    for one in found:
        by_title[fold(one["title"])][1].append(one)
    counts = collections.Counter()
    for want, got in by_title.values():
        sure = [one for one in want if one["sure"]]
        pairs = matched(sure, got, path)
        counts["found"] += len(pairs)
        counts["missed"] += len(sure) - len(pairs)
        optional = len(want) - len(sure)
        counts["false"] += max(0, len(got) - len(pairs) - optional)
        counts["authors"] += sum(same_authors(*pair) for pair in pairs)
        counts["years"] += sum(same_year(*pair, path) for pair in pairs)
    return counts


def matched(sure, got, path):
    """Pairs of one title, those that agree in authors and year first."""
    pairs, rest = [], list(got)
    for level in (2, 1, 0):
        for one in [one for one in sure if not any(one is pair[0] for pair in pairs)]:
            other = next((other for other in rest if same_authors(one, other)
                          + same_year(one, other, path) >= level), None)
            if other is not None:
                rest = [left for left in rest if left is not other]
                pairs.append((one, other))
    return pairs


def split(program, path):
    run = subprocess.run([program, "split", "--format", "jsonl", "--quiet", str(path)],
                         capture_output=True, timeout=600, check=False)
    if run.returncode < 0:
        print(f"{path}: {program} ended by signal {-run.returncode}")
    return [json.loads(line) for line in run.stdout.decode().splitlines() if line]


def ideas_below(ideas, name):
    """The ideas of an output whose source is this file or lies in this folder."""
    return [one for one in ideas if f"/{name}/" in f"/{one['source']['path']}/"]


def secrets(path, fact):
    files = sorted(p for p in path.rglob("*") if p.suffix == ".json") if path.is_dir() else [path]
    return set().union(*(private.private_strings(read_exports.Document(file), fact)
                         for file in files))


def report_line(name, counts):
    found, false, missed = counts["found"], counts["false"], counts["missed"]
    precision = found / (found + false) if found + false else 1.0
    recall = found / (found + missed) if found + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    share = [f"{counts[key] / found:8.3f}" if found else "       -" for key in ("authors", "years")]
    numbers = f"{found:6}{false:6}{missed:7}{precision:7.3f}{recall:7.3f}{f1:7.3f}"
    return f"{name:45}{numbers}{''.join(share)}{counts['leaked']:7}"


def score(options):
    folder = read_exports.exports_folder(options.folder)
    output = None
    if options.output:
        with open(options.output, encoding="utf-8") as lines:
            output = [json.loads(line) for line in lines]
    total = collections.Counter()
    listing = options.list or options.part == "A"
    print(f"{'':45} found false missed   prec recall     F1 authors   years leaked")
    for fact in read_exports.facts_of(folder):
        name = fact["file"]
        if options.part and part_of(name) != options.part:
            continue
        path = folder / name
        found = split(options.ideary, path) if output is None else ideas_below(output, name)
        counts = compare(read_exports.read(path), found, name)
        leaks = private.leaked(secrets(path, fact), found)
        counts["leaked"] = len(leaks)
        total.update({key: counts[key] for key in COUNTS})
        if listing:
            print(report_line(name, counts))
            for leak in leaks[:options.leaks]:
                print(f"    leaked: {leak}")
    print(report_line(f"all of part {options.part}" if options.part else "all", total))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", help="folder with facts.json [$IDEARY_REAL]")
    parser.add_argument("--ideary", default="ideary", metavar="PROGRAM", help="[ideary]")
    parser.add_argument("--output", metavar="FILE",
                        help="what `ideary split --format jsonl` printed, instead of running it")
    parser.add_argument("--part", choices="AB",
                        help="A: files whose path's SHA-256 begins with 4-f; B: with 0-3")
    parser.add_argument("--list", action="store_true", help="name the files of part B and all too")
    parser.add_argument("--leaks", type=int, default=5, metavar="N",
                        help="private strings to print for each file [5]")
    score(parser.parse_args())


if __name__ == "__main__":
    main()
