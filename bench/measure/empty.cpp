// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Does nothing. Linked with Xapian and ICU: the lower bound for the start of every such program.
int main() {
    return 0;
}
