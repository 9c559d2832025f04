// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "source/metadata/dates.hpp"

using namespace ideary::source;

TEST_CASE("dates: a line that is only a date returns its year in each language") {
    const std::pair<const char *, int> lines[] = {
        {"Thursday March 19, 2026", 2026},
        {"March 19th, 2026 at 11:30 AM", 2026},
        {"2024-03-01", 2024},
        {"2024-03-01T10:15:00Z", 2024},
        {"2024/03/01", 2024},
        {"26.08.2014, 08:00 Uhr", 2014},
        {"1. März 2014", 2014},
        {"19 mars 2024", 2024},
        {"le mardi 19 août 2025", 2025},
        {"3 de octubre de 2020", 2020},
        {"3 de Março de 2021", 2021},
        {"7 maggio 2019", 2019},
        {"12 oktober 2022", 2022},
        {"5 września 2018", 2018},
        {"2024年3月1日", 2024},
        {"2024年3月1日（金）", 2024},
        {"２０２４年３月１日", 2024},
        {"2023년 5월 2일", 2023},
        {"*Sept. 3, 2022*", 2022},
        {"<p><time>May 6, 2023</time></p>", 2023},
        {"3 Oct 2020", 2020},
    };
    for (const auto &[line, year] : lines) {
        CAPTURE(line);
        CHECK(date_line(line) == year);
    }
}

TEST_CASE("dates: a line with other words returns no year") {
    const char *lines[] = {
        "2024",
        "DjangoCon US 2024",
        "March madness 2024",
        "March 19",
        "Version 3.12 of 2024",
        "## March 3, 2024",
        "- March 3, 2024",
        "May 5, 1850",
        "10 tips for 2024",
        "",
        "Europython 2024, 8-14 July",
    };
    for (const char *line : lines) {
        CAPTURE(line);
        CHECK_FALSE(date_line(line).has_value());
    }
}

TEST_CASE("dates: a labelled date returns its year") {
    const std::pair<const char *, int> lines[] = {
        {"Published April 19, 2025", 2025},
        {"*Published on 3 May 2023*", 2023},
        {"Created: September 8, 2025 10:24 AM in Notion", 2025},
        {"Posted by Jane Roe on March 3, 2024", 2024},
        {"Letztes Datum der Aktualisierung: **26.08.2014, 08:00 Uhr**", 2014},
        {"Veröffentlicht am 1. März 2014", 2014},
        {"Publié le 19 mars 2024", 2024},
        {"Publicado el 3 de octubre de 2020", 2020},
        {"公開日：2024年3月1日", 2024},
        {"Date: 2019-02-03", 2019},
        {"Last updated: 2021-01-02", 2021},
    };
    for (const auto &[line, year] : lines) {
        CAPTURE(line);
        CHECK(labelled_date(line) == year);
    }
    CHECK_FALSE(labelled_date("Deadline: March 23, 2026").has_value());
    CHECK_FALSE(labelled_date("Data science in 2024").has_value());
    CHECK_FALSE(labelled_date("Published by the committee").has_value());
}

TEST_CASE("dates: a labelled date wins over a date line, the head over the middle") {
    CHECK(find_date({"Title", "March 3, 2022", "Published May 1, 2023"})->year == 2023);
    CHECK(find_date({"Title", "March 3, 2022", "Published May 1, 2023"})->line == 3);
    std::vector<std::string> lines(40, "some words of text");
    lines[30] = "March 3, 2022";
    CHECK_FALSE(find_date(lines).has_value());
    lines.emplace_back("Thursday March 19, 2026");
    lines.emplace_back("");
    CHECK(find_date(lines)->year == 2026);
    CHECK(find_date(lines)->line == 41);
    CHECK_FALSE(find_date({}).has_value());
}

TEST_CASE("dates: a year is found in every usual form of value") {
    CHECK(year_in("2024") == 2024);
    CHECK(year_in("2022-05-08 23:30:00-05:00") == 2022);
    CHECK(year_in("20240301") == 2024);
    CHECK(year_in("1. März 2014") == 2014);
    CHECK_FALSE(year_in("true").has_value());
    CHECK_FALSE(year_in("1850").has_value());
    CHECK_FALSE(year_in("12345").has_value());
}
