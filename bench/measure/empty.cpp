// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Does nothing; it is linked to Xapian and ICU. What it takes, every program with them takes.
int main() {
    return 0;
}
