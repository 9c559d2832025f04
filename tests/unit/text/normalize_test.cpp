// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "ideary/text.hpp"
#include "text/fold.hpp"
#include "text/normalize.hpp"

namespace {

using namespace ideary::text;
using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string repeated(std::string_view unit, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += unit;
    }
    return out;
}

double seconds_of(const auto &work) {
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

TEST_CASE("normalize_nfc: it composes and removes control characters") {
    CHECK(normalize_nfc("plain text") == "plain text");
    CHECK(normalize_nfc("Cafe\u0301") == "Café");
    CHECK(normalize_nfc("a\x01\x1B[31mb\x7F\u0085c") == "a[31mb c");
    CHECK(normalize_nfc("a\tb") == "a b");
    CHECK(normalize_nfc("one\r\ntwo\rthree\nfour") == "one two three four");
    CHECK(normalize_nfc("one\r\ntwo\rthree\nfour", true) == "one\ntwo\nthree\nfour");
    CHECK(normalize_nfc("a\u202Eb\u2066c\u200Fd\uFEFFe") == "abcde");
    CHECK(normalize_nfc(std::string("a\0b", 3)) == "ab");
    CHECK(normalize_nfc("a\xFF\x62") == "a\uFFFDb");
}

TEST_CASE("normalize: at most 30 marks stay on a base character") {
    CHECK(count_code_points(normalize_nfc("x" + repeated("\u0316", 100))) == 31);
    CHECK(count_code_points(normalize_nfc("x" + repeated("\u0316", 30) + "y")) == 32);
}

TEST_CASE("normalize: huge runs of marks are linear") {
    const std::string bomb = "a" + repeated("\u0301\u0316", 250'000);
    CHECK(seconds_of([&] { normalize_nfc(bomb); }) < 0.5);
    CHECK(seconds_of([&] { fold_value(bomb); }) < 0.5);
    CHECK(seconds_of([&] { slug(bomb); }) < 0.5);
    CHECK(seconds_of([&] { truncate(bomb, 10); }) < 0.5);
    CHECK(seconds_of([&] { collation_key(bomb); }) < 0.5);
    CHECK(seconds_of([&] { mask_addresses(repeated("a@b.", 250'000)); }) < 0.5);
    CHECK(seconds_of([&] { mask_addresses(repeated("\"@", 500'000)); }) < 0.5);
    CHECK(seconds_of([&] { mask_addresses(repeated("a%40", 60'000)); }) < 0.5);
    CHECK(seconds_of([&] { mask_addresses(repeated("\"@b.cc ", 50'000)); }) < 0.5);
}

TEST_CASE("fold: equivalent spellings fold alike") {
    const Pairs cases = {
        {"Django", "django"},
        {"  two   words\n", "two words"},
        {"é", "e"},
        {"e\u0301", "e"},
        {"ü", "u"},
        {"Straße", "strasse"},
        {"ẞ", "ss"},
        {"Łódź", "lodz"},
        {"Smørrebrød", "smorrebrod"},
        {"Æon œuvre", "aeon oeuvre"},
        {"İstanbul", "istanbul"},
        {"ısı", "isi"},
        {"ﬁne", "fine"},
        {"Ｄｊａｎｇｏ", "django"},
        {"ёж", "еж"},
        {"Ещё", "еще"},
        {"Йод", "йод"},
        {"її", "її"},
        {"и\u0306", "й"},
        {"за\u0301мок", "замок"},
        {"ѓ ќ ў", "ѓ ќ ў"},
        {"Άνθρωπος", "ανθρωποσ"},
        {"ﾃﾞｰﾀ", "データ"},
        {"か\u3099", "が"},
        {"ハ ば ぱ", "ハ ば ぱ"},
        {"\u1112\u1161\u11AB", "한"},
        {"ง่าย", "ง่าย"},
        {"हिन्दी", "हिन्दी"},
        {"مُحَمَّد", "محمد"},
        {"שָׁלוֹם", "שלום"},
        {"٢٠٢٤", "2024"},
        {"don’t", "don't"},
        {"soft\u00ADware", "software"},
        {"①②", "12"},
        {"", ""},
    };
    for (const auto &[text, folded] : cases) {
        INFO(text);
        CHECK(fold_value(text) == folded);
        CHECK(ideary::fold(text) == folded);
        CHECK(fold_value(fold_value(text)) == folded);
    }
}

TEST_CASE("fold: table, cache and reference agree") {
    std::mt19937 random(5);
    constexpr std::u32string_view some = U"aÉßñłøİıЙЁїЖΆς字か\u3099が한\u1112\u1161ไ\u0E31ท\u0E48"
                                         U"ﷺ①Ａﾃﾞ\u0301\u0316\u0308ж²ǆŉʼ\u037A\u0345هُ\u00AD\u200D";
    Folder folder;
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (std::size_t i = 1 + random() % 6; i > 0; --i) {
            char32_t point = some[random() % some.size()];
            if (random() % 4 == 0) {
                point = 0xA1 + random() % 0x3000;
            }
            const bool wide = point >= 0x800;
            if (point < 0x80) {
                text.push_back(static_cast<char>(point));
            } else if (wide) {
                text.push_back(static_cast<char>(0xE0 | (point >> 12)));
                text.push_back(static_cast<char>(0x80 | ((point >> 6) & 0x3F)));
                text.push_back(static_cast<char>(0x80 | (point & 0x3F)));
            } else {
                text.push_back(static_cast<char>(0xC0 | (point >> 6)));
                text.push_back(static_cast<char>(0x80 | (point & 0x3F)));
            }
        }
        INFO(text);
        const std::string slow = fold_reference(text);
        REQUIRE(fold_form(text) == slow);
        REQUIRE(folder.fold(text) == slow);
    }
}

TEST_CASE("truncate: no grapheme is split") {
    CHECK(truncate("abc", 5) == "abc");
    CHECK(truncate("abcdef", 3) == "abc");
    CHECK(truncate("äöü", 2) == "äö");
    CHECK(truncate("ae\u0301b", 2) == "a");
    CHECK(truncate("ae\u0301b", 3) == "ae\u0301");
    CHECK(truncate("x👩\u200D💻y", 3) == "x");
    CHECK(truncate("🇩🇪🇫🇷", 3) == "🇩🇪");
    CHECK(truncate("", 3).empty());
    CHECK(truncate("abc", 0).empty());
}

TEST_CASE("slug: slugs are readable and have no dash at the ends") {
    const Pairs cases = {
        {"Deployment at Any Size", "deployment-at-any-size"},
        {"What I'd like to see", "what-id-like-to-see"},
        {"Don’t repeat yourself!", "dont-repeat-yourself"},
        {"C++ for Pythonistas", "c-for-pythonistas"},
        {".NET & AT&T", "net-at-t"},
        {"--disable-gil", "disable-gil"},
        {"Über die Größe", "uber-die-grosse"},
        {"Django 5.1", "django-5-1"},
        {"数据库 优化", "数据库-优化"},
        {"ภาษาไทย", "ภาษาไทย"},
        {"हिन्दी में", "हिन्दी-में"},
        {"Как дела?", "как-дела"},
        {"🚀 launch 🚀", "launch"},
        {"!!!", ""},
        {"", ""},
    };
    for (const auto &[text, expected] : cases) {
        CHECK(slug(text) == expected);
    }
    CHECK(slug("one two three", 8) == "one-two");
    CHECK(slug("one two three", 7) == "one-two");
    CHECK(slug("one two three", 6) == "one");
    CHECK(slug(std::string(100, 'a')) == std::string(60, 'a'));
    CHECK(count_code_points(slug(repeated("word ", 50))) <= 60);
}

TEST_CASE("mask_addresses: e-mail addresses are masked") {
    const Pairs cases = {
        {"mail joe@example.org now", "mail … now"},
        {"joe.doe+talks@mail.example.co.uk.", "…."},
        {"<joe@example.org>", "<…>"},
        {"(mailto:joe@example.org)", "(mailto:…)"},
        {"mailto:joe%40example.org?subject=x", "mailto:…?subject=x"},
        {"jürgen@bücher.de", "…"},
        {"user@xn--bcher-kva.example", "…"},
        {"请联系bob@example.com或者", "请联系…或者"},
        {"пишите иван@почта.рф", "пишите …"},
        {"a@b.de,c@d.fr;e@f.es", "…,…;…"},
        {"\"joe doe\"@example.org", "…"},
        {"joe＠example.org", "…"},
        // quoted at once what would be quoted once it is read again
        {"\"joe@example.org, jane\"@example.org", "…"},
        {"\"joe@example.org@\"@example.org", "…"},
        {"'joe@example.org'", "'…'"},
        {"-- joe_@example.org", "-- …"},
        {"@property and @handle", "@property and @handle"},
        {"joe@localhost", "joe@localhost"},
        {"react@18.2.0", "react@18.2.0"},
        {"x @ y.z", "x @ y.z"},
        {"@joe@fosstodon.org", "@joe@fosstodon.org"},
        {"see @joe@fosstodon.org", "see @joe@fosstodon.org"},
        {"foo@joe@example.org", "foo@…"},
        {"a@b", "a@b"},
        {"@", "@"},
        {"", ""},
    };
    for (const auto &[text, masked] : cases) {
        INFO(text);
        CHECK(mask_addresses(text) == masked);
        CHECK(mask_addresses(masked) == masked);
    }
    // Closing quotes come nearer to opening ones by what is masked between them.
    const std::string quoted =
        mask_addresses("\"a@b.org" + repeated("l\":\"a@b.org", 7) + "l\"gl\":\"@b.orgl\":\"@b.org");
    CHECK(mask_addresses(quoted) == quoted);
}

TEST_CASE("collation_key: byte order is collation order") {
    const std::vector<std::string> sorted = {"",       "10",    "äpfel", "Apfelsaft", "banane",
                                             "Éclair", "zebra", "ёж",    "数据"};
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        INFO(sorted[i]);
        CHECK(collation_key(sorted[i - 1]) < collation_key(sorted[i]));
    }
    CHECK(collation_key("a") < collation_key("A"));
    CHECK(collation_key(std::string(500, 'a')) < collation_key(std::string(501, 'a')));
}

TEST_CASE("guess_language: script and function words decide") {
    const Pairs cases = {
        {"en", "How to write tests that you are not ashamed of, and why it matters for your team"},
        {"en", "What I learned by running Django in the cloud for three years"},
        {"de", "Wie wir unsere Anwendung ohne Ausfall in die Cloud gebracht haben"},
        {"de", "Größere Projekte mit Python: was man über die Struktur wissen muss"},
        {"fr", "Comment nous avons déployé une application avec des tests et sans douleur"},
        {"es", "Cómo diseñar una API que no se rompa con el paso de los años"},
        {"it", "Come scrivere dei test che non si rompono, e perché sono importanti per il team"},
        {"pt", "Como escrever uma aplicação que não quebra quando os dados mudam"},
        {"nl", "Hoe je een applicatie test zonder dat het je hele dag kost, en waarom dat werkt"},
        {"sv", "Hur man skriver tester som inte går sönder och vad vi har lärt oss av det"},
        {"da", "Hvordan man skriver test der ikke går i stykker, og hvad vi har lært af det"},
        {"no", "Hvordan man skriver tester som ikke går i stykker, og hva vi har lært av det"},
        {"fi", "Miten kirjoittaa testejä niin että ne ovat hyviä, ja mitä siitä voi oppia"},
        {"pl", "Jak pisać testy, które się nie psują, i dlaczego jest to ważne dla zespołu"},
        {"cs", "Jak psát testy, které se nerozbijí, a proč je to důležité pro tým"},
        {"ru", "Как писать тесты, которые не ломаются, и почему это важно для команды"},
        {"uk", "Як писати тести, що не ламаються, і чому це важливо для команди"},
        {"ja", "データベースの設計について話してほしい"},
        {"zh", "如何优化数据库的性能"},
        {"zh", "使用 Django 和 PostgreSQL 构建网站的最佳实践"},
        {"ko", "데이터베이스를 설계하는 방법"},
        {"th", "การเขียนโปรแกรมภาษาไทย"},
        {"el", "Πώς να γράψετε δοκιμές"},
        {"he", "איך לכתוב בדיקות טובות"},
        {"ar", "كيف تكتب اختبارات جيدة"},
        {"fa", "چگونه آزمون بنویسیم و پایگاه داده"},
        {"hi", "अच्छे परीक्षण कैसे लिखें"},
        {"ru", "Дескрипторы"},
        {"uk", "Мій досвід"},
        {"be", "Моў шмат"},
        {"", "Kubernetes"},
        {"", "PostgreSQL 17"},
        {"", "12345 !!!"},
        {"", ""},
    };
    for (const auto &[language, text] : cases) {
        INFO(text);
        CHECK(guess_language(text) == language);
    }
}

TEST_CASE("language_code: ISO 639 codes and tags map to two letters") {
    const Pairs cases = {{"eng", "en"}, {"en", "en"},      {"en-US", "en"}, {"DE_at", "de"},
                         {"ger", "de"}, {"deu", "de"},     {"fre", "fr"},   {"zho", "zh"},
                         {"chi", "zh"}, {"zh-Hant", "zh"}, {"", ""},        {"x", ""},
                         {"qqq", ""},   {"english", ""},   {"12", ""}};
    for (const auto &[code, expected] : cases) {
        INFO(code);
        CHECK(language_code(code) == expected);
    }
}

TEST_CASE("fold: folding and slugging are idempotent") {
    for (const std::string text : {"٣\u0301", "か'\u3099", "a\u0E48\x01\u0E39", "ŉ İ ﷺ",
                                   "x\u00AD\u0301", "ﾊ\u200Bﾟ", "Ⅳ ² ½ ℀"}) {
        INFO(text);
        CHECK(fold_value(fold_value(text)) == fold_value(text));
        CHECK(slug(slug(text)) == slug(text));
        CHECK(normalize_nfc(normalize_nfc(text)) == normalize_nfc(text));
    }
}

TEST_CASE("mask_addresses: telephone numbers and passwords of URLs are masked") {
    using ideary::text::mask_addresses;
    CHECK(mask_addresses("call +49 170 5550199 now") == "call … now");
    CHECK(mask_addresses("tel:+1-555-555-0199.") == "tel:….");
    CHECK(mask_addresses("(555) 555-0199") == "…");
    CHECK(mask_addresses("ring 555-555-0199") == "ring …");
    CHECK(mask_addresses("https://jane:secret@host.example/x") == "https://…@host.example/x");
    for (const char *kept : {"2024-03-01 10:00", "C++ 20", "1+1", "from +100 to +200", "v1.2.3-4567",
                             "https://x.example/555-555-0199", "ISBN 978-3-16-148410-0",
                             "1998-2003 and 2004-2010", "10:30", "127.0.0.1:8080"}) {
        CHECK(mask_addresses(kept) == kept);
    }
}
