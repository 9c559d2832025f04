#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Reads exports of conference tools; prints the ideas of each as JSON Lines."""

import argparse
import json
import os
import pathlib
import re
import sys
import xml.etree.ElementTree

import papers
import schedules
import sessionize
import site_data
import sites
import tables

READERS = (schedules.READERS + sessionize.READERS + sites.READERS + papers.READERS
           + tables.READERS + site_data.READERS)


class Document:
    """A file, as bytes, text, JSON and XML; what it is not is None."""

    def __init__(self, path):
        self.path = path
        self.raw = path.read_bytes()
        self.text = self.raw.decode("utf-8-sig", "replace")
        self.json = self.parse_json()
        self.xml = self.parse_xml()

    def parse_json(self):
        text = re.sub(r"\A(?:\s*//[^\n]*\n|\s*/\*.*?\*/)+", "", self.text, flags=re.S)
        try:
            return json.loads(text) if text.lstrip()[:1] in ("{", "[") else None
        except json.JSONDecodeError:
            return None

    def parse_xml(self):
        if not self.text.lstrip().startswith("<"):
            return None
        text = re.sub(r"&(?!#?\w+;)", "&amp;", self.text)
        try:
            return xml.etree.ElementTree.fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", text))
        except xml.etree.ElementTree.ParseError:
            return None


class Folder:
    """A folder that is one export."""

    def __init__(self, path):
        self.path = path


def read(path):
    """The ideas of a file or of a folder that is one export; none where no reader knows it."""
    path = pathlib.Path(path)
    document = Folder(path) if path.is_dir() else Document(path)
    readers = site_data.FOLDER_READERS if path.is_dir() else READERS
    for reader in readers:
        ideas = reader(document)
        if ideas is not None:
            return ideas
    return []


def exports_folder(named=None):
    """The folder that holds facts.json: the one named, $IDEARY_REAL, or `conferences` below it."""
    folder = pathlib.Path(named or os.environ.get("IDEARY_REAL", "."))
    for place in (folder, folder / "conferences"):
        if (place / "facts.json").exists():
            return place
    sys.exit(f"{folder}: no facts.json here or in conferences/")


def facts_of(folder):
    return json.loads((folder / "facts.json").read_text(encoding="utf-8"))


def differences(ideas, fact):
    """What is not as the facts about a file say."""
    sure = sum(one["sure"] for one in ideas)
    if not fact["at_least"] <= sure <= len(ideas) <= fact["ideas"]:
        yield f"{len(ideas)} ideas, {sure} sure; wanted {fact['at_least']} to {fact['ideas']}"
    for sample in fact["samples"]:
        wanted = {name: value for name, value in sample.items() if name != "url"}
        found = [{name: one[name] for name in wanted} for one in ideas]
        if wanted not in found:
            same = [one for one in found if one["title"] == wanted["title"]]
            yield f"wanted {wanted}\n    found {same[0] if same else 'no such title'}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", help="folder with facts.json [$IDEARY_REAL]")
    parser.add_argument("--check", action="store_true",
                        help="compare with the counts and samples of facts.json, print no ideas")
    options = parser.parse_args()
    folder, wrong = exports_folder(options.folder), 0
    for fact in facts_of(folder):
        ideas = read(folder / fact["file"])
        if options.check:
            for difference in differences(ideas, fact):
                wrong += 1
                print(f"{fact['file']}: {difference}")
            continue
        for one in ideas:
            print(json.dumps({"file": fact["file"], **one}, ensure_ascii=False))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
