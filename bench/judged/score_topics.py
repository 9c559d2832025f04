#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Precision and recall of the topics that `ideary split` files ideas under, against labels.

The labels are lines `file<TAB>line<TAB>Topic; Topic`. Wider topics need no label: a topic brings
its parents, in the labels and in the output. Topics that are not in the table do not count.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parents[1] / "corpus" / "topics.yaml"


def topic_table(path):
    """Topic -> its parent or None."""
    parents = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        topic = re.match(r"- topic:\s*(.+?)\s*$", line)
        parent = re.match(r"\s+parent:\s*(.+?)\s*$", line)
        if topic:
            name = topic.group(1)
            parents[name] = None
        elif parent:
            parents[name] = parent.group(1)
    return parents


def with_parents(topics, parents):
    found = set()
    for topic in topics:
        while topic in parents:
            found.add(topic)
            topic = parents[topic]
    return found


def labels_of(path):
    """(file, line) -> topics."""
    labels = {}
    for row in path.read_text(encoding="utf-8").splitlines():
        name, line, topics = row.split("\t")
        labels[name, int(line)] = [topic for topic in topics.split("; ") if topic]
    return labels


def topics_found(program, folder, names):
    """(file, line) -> topics of the ideas that `ideary split` finds."""
    found = {}
    for name in names:
        run = subprocess.run([program, "split", "--format", "jsonl", "--quiet", folder / name],
                             capture_output=True, check=True)
        for row in run.stdout.decode().splitlines():
            idea = json.loads(row)
            found.setdefault((name, idea["source"]["line"]), idea["topics"])
    return found


def score(options):
    parents = topic_table(options.table)
    labels = labels_of(options.labels)
    names = sorted({name for name, _ in labels})
    found = topics_found(options.ideary, options.folder, names)
    right = collections.Counter()
    false, missed = collections.Counter(), collections.Counter()
    for place in sorted(place for place in labels if place in found):
        wanted = with_parents(labels[place], dict.fromkeys(labels[place]) | parents)
        given = with_parents(found[place], parents)
        right.update(wanted & given)
        false.update(given - wanted)
        missed.update(wanted - given)
        if options.list and wanted != given:
            extra = "; ".join(sorted(given - wanted)) or "-"
            lacking = "; ".join(sorted(wanted - given)) or "-"
            print(f"{place[0]}:{place[1]}\tfalse: {extra}\tmissed: {lacking}")
    report(right.total(), false.total(), missed.total())
    print(f"{sum(place in found for place in labels)} of {len(labels)} labelled ideas found")


def report(right, false, missed):
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    print(f"precision {precision:.3f}  recall {recall:.3f}  "
          f"(right {right}, false {false}, missed {missed})")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="folder with the labelled files")
    parser.add_argument("--ideary", default="ideary", metavar="PROGRAM", help="[ideary]")
    parser.add_argument("--labels", type=pathlib.Path, default=HERE / "topics.tsv")
    parser.add_argument("--table", type=pathlib.Path, default=TABLE)
    parser.add_argument("--list", action="store_true", help="name the ideas that differ")
    score(parser.parse_args())


if __name__ == "__main__":
    main()
