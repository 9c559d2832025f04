#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Scores lines by corpus/titles.weights: above 0 a line reads like the title of a talk.

    score_titles.py < LINES

Prints each line of standard input, a tab and its score. "The title weights" in corpus/README.md
describes the features and the file format.
"""
import math
import os
import struct
import sys
import unicodedata

MAGIC = b"idytitle"
BITS = 15
SIZES = (3, 4, 5)  # code points of an n-gram
LONGEST = 160  # code points of a line that count
SPELLINGS = dict(zip("æðøþđħıĸłŋœŧƀƒƙƚƞƥƫƴƶǝǥȥɓɖɗəɛɨɔʉ’‐‑",
                     "ae d o th d h i k l n oe t b f k l n p t y z e g z b d d e e i o u ' - -"
                     .split()))


def is_accent(mark, base):
    """Whether a mark goes, given the letter it stands on: the rule of text::fold_form."""
    code = ord(mark)
    name = unicodedata.name(base, "") if base else ""
    stress = code in (0x300, 0x301, 0x304)
    if base == "е":
        return stress or code == 0x308
    if base and base in "аиоуыэюяієұүө":
        return stress or 0x483 <= code <= 0x487
    if name.startswith("CYRILLIC"):
        return 0x483 <= code <= 0x487
    if name.startswith("ARABIC"):
        return 0x64B <= code <= 0x652 or code == 0x670
    if name.startswith("HEBREW"):
        return 0x591 <= code <= 0x5C7
    if base and unicodedata.category(base)[0] == "L" and not name.startswith(("LATIN", "GREEK")):
        return False
    return (0x300 <= code <= 0x36F or 0x1AB0 <= code <= 0x1AFF or 0x1DC0 <= code <= 0x1DFF
            or 0x20D0 <= code <= 0x20FF or 0xFE20 <= code <= 0xFE2F)


def fold(line):
    """The folded form of a line, as text::fold_form: case, width and accents off."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", line).casefold())
    out, base = [], ""
    for c in unicodedata.normalize("NFD", text):
        category = unicodedata.category(c)
        if category in ("Me", "Cf") or c in "\u0640" or 0xFE00 <= ord(c) <= 0xFE0F:
            continue
        if category != "Mn":
            base = c
            digit = unicodedata.decimal(c, None)
            out.append(str(digit) if digit is not None else SPELLINGS.get(c, c))
        elif not is_accent(c, base):
            out.append(c)
    return " ".join(unicodedata.normalize("NFC", "".join(out)).split())


class Features:
    """The buckets of a line: each n-gram's hash, once."""

    def __init__(self):
        self.known = {}

    def bucket(self, gram):
        found = self.known.get(gram)
        if found is None:
            code = 2166136261  # FNV-1a
            for byte in gram.encode():
                code = (code ^ byte) * 16777619 & 0xFFFFFFFF
            found = self.known[gram] = (code ^ code >> 16) & (1 << BITS) - 1
        return found

    def of(self, line):
        text = "\x02" + fold(line)[:LONGEST] + "\x03"
        return sorted({self.bucket(text[i:i + n]) for n in SIZES for i in range(len(text) - n + 1)})


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    _, scale, bias = struct.unpack_from("<Iff", data, len(MAGIC))
    return struct.unpack_from(f"{1 << BITS}b", data, len(MAGIC) + 12), scale, bias


def scores(lines, model, features):
    weights, scale, bias = model
    for line in lines:
        buckets = features.of(line)
        if buckets:
            yield bias + scale * sum(weights[b] for b in buckets) / math.sqrt(len(buckets))
        else:
            yield 0.0


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    model, features = read(os.path.join(here, "titles.weights")), Features()
    for line in sys.stdin:
        line = line.rstrip("\n")
        print(f"{line}\t{next(scores([line], model, features)):.4f}")


if __name__ == "__main__":
    main()
