// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "ideary/split.hpp"

TEST_CASE("explain: names the rule of each heading, item and row") {
    const std::string text = ideary::explain("# Lamp wishes\n\n"
                                             "## How to submit\n\n- Write a letter\n\n"
                                             "## Ideas\n\n- Oil lamps\n- and much more\n\n"
                                             "## Wicks\n\nThey burn, and that is all.\n",
                                             "lamps.md");
    CHECK(text ==
          "    1  title   Lamp wishes  [S1]\n"
          "    3  path    How to submit  [N3: the heading, or one above, speaks to the submitter or "
          "of the event]\n"
          "    5  no idea Write a letter  [N3: the heading, or one above, speaks to the submitter or "
          "of the event]\n"
          "    7  path    Ideas  [S5: the heading names or invites to a list]\n"
          "    9  idea    Oil lamps  [L1: an item]\n"
          "   10  no idea and much more  [L4: says that there is more]\n"
          "   12  idea    Wicks  [S2: a heading with prose]\n");
}

TEST_CASE("explain: lists the proposals of a form") {
    const std::string text =
        ideary::explain("Name: Ada Flame\nTopic: Oil lamps\n\nName: Bo Wick\nTopic: Wicks\n", "-");
    CHECK(text == "    2  idea    Oil lamps  [P1: a proposal]\n"
                  "    5  idea    Wicks  [P1: a proposal]\n");
}

TEST_CASE("explain: names the veto of lists and headings that read like a guide") {
    const std::string text = ideary::explain("# Lampenavond\n\n"
                                             "## Neem je laptop mee\n\nEr is stroom.\n\n"
                                             "## Licht\n\n- Schrijf je naam op het bord\n",
                                             "lamps.md");
    CHECK(text == "    1  title   Lampenavond  [S1]\n"
                  "    3  no idea Neem je laptop mee  [L9: the list reads like a guide or a form]\n"
                  "    7  topic   Licht  [S3: the heading of a list, or of nothing]\n"
                  "    9  no idea Schrijf je naam op het bord  [L9: the list reads like a guide or "
                  "a form]\n");
}
