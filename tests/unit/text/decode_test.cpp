// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "ideary/error.hpp"
#include "text/decode.hpp"
#include "text/normalize.hpp"

namespace {

using namespace ideary::text;

/// Text of one language, and the legacy encodings in which it is met.
struct Sample {
    const char *language;
    std::vector<const char *> encodings;
    std::string text;
};

const std::vector<Sample> &samples() {
    static const std::vector<Sample> all = {
        {"German",
         {"windows-1252", "ISO-8859-1"},
         "Größere Projekte verlangen Übersicht: Wir erzählen, wie unsere Gruppe Änderungen "
         "prüft, welche Fehler häufig übersehen werden und warum schöne Lösungen selten für "
         "alle Fälle genügen. Danach können Fragen gestellt werden, natürlich auch schwierige."},
        {"French",
         {"windows-1252", "ISO-8859-1"},
         "Déployer une application à grande échelle n'est pas aisé : nous présenterons les "
         "étapes, les difficultés rencontrées et la façon dont l'équipe a préservé la qualité "
         "du code. Une démonstration complète sera donnée à la fin, même sans accès au réseau."},
        {"Spanish",
         {"windows-1252", "ISO-8859-1"},
         "¿Cómo diseñar una aplicación pequeña que crezca con los años? Contaré qué decisión "
         "tomamos, qué errores cometí mañana tras mañana y también cómo la comunicación con "
         "el público ayudó más que ningún método. Habrá tiempo para preguntas sobre diseño."},
        {"Portuguese",
         {"windows-1252", "ISO-8859-1"},
         "Não é fácil manter a organização de um código que já tem vinte anos: vamos mostrar "
         "as funções mais difíceis, a solução que está em produção e também as opções que não "
         "funcionaram. A atenção às pessoas é parte da lição, assim como a documentação."},
        {"Russian",
         {"windows-1251", "KOI8-R", "ISO-8859-5"},
         "Как мы перенесли большую базу данных без остановки сервиса: расскажем о том, что "
         "пошло не так, какие решения оказались верными и почему тесты нужно писать до того, "
         "как начинается работа. В конце доклада будет время для вопросов и обсуждения."},
        {"Greek",
         {"ISO-8859-7", "windows-1253"},
         "Πώς γράφουμε δοκιμές που δεν σπάνε όταν αλλάζει ο κώδικας και γιατί αυτό είναι "
         "σημαντικό για την ομάδα μας. Θα δείξουμε παραδείγματα από την πράξη και θα "
         "απαντήσουμε σε ερωτήσεις για τη βάση δεδομένων και την ασφάλεια του συστήματος."},
        {"Japanese",
         {"Shift_JIS", "EUC-JP", "ISO-2022-JP"},
         "データベースの設計について話してほしいです。どのように変更を安全に行うのか、テストは"
         "いつ書くべきなのか、実際の例を使って説明します。最後に質問の時間もあります。"},
        {"Simplified Chinese",
         {"GB18030"},
         "我们想听一个关于数据库性能的演讲：在网站的用户越来越多的时候，怎样发现最慢的查询，"
         "怎样修改索引，以及为什么缓存不是所有问题的答案。最后有时间回答大家的问题。"},
        {"Traditional Chinese",
         {"Big5"},
         "我們想聽一個關於資料庫效能的演講：在網站的使用者越來越多的時候，怎樣發現最慢的查詢，"
         "怎樣修改索引，以及為什麼快取不是所有問題的答案。最後有時間回答大家的問題。"},
        {"Korean",
         {"EUC-KR"},
         "데이터베이스의 성능에 대한 발표를 듣고 싶습니다. 사용자가 늘어날 때 가장 느린 질의를 "
         "찾는 방법과 색인을 바꾸는 방법, 그리고 캐시가 모든 문제의 답이 아닌 이유를 설명합니다."},
        {"Hebrew",
         {"windows-1255"},
         "איך כותבים בדיקות שלא נשברות כאשר הקוד משתנה, ולמה זה חשוב לצוות שלנו. נראה דוגמאות "
         "מן העבודה היומיומית ונענה על שאלות על בסיס הנתונים ועל האבטחה של המערכת כולה."},
        {"Arabic",
         {"windows-1256"},
         "كيف نكتب اختبارات لا تنكسر عندما يتغير الكود ولماذا هذا مهم لفريق العمل. سوف نعرض "
         "أمثلة من الواقع ونجيب على الأسئلة حول قاعدة البيانات وأمن النظام كله في النهاية."},
        {"Polish",
         {"ISO-8859-2", "windows-1250"},
         "Jak pisać testy, które się nie psują, gdy zmienia się kod źródłowy, i dlaczego jest to "
         "ważne dla całego zespołu. Pokażemy przykłady z życia, a później odpowiemy na pytania "
         "o bezpieczeństwo, wdrożenia i współpracę między działami, także te najtrudniejsze."},
        {"Turkish",
         {"ISO-8859-9", "windows-1254"},
         "Kod değiştiğinde bozulmayan testler nasıl yazılır ve bu neden ekibimiz için önemlidir? "
         "Günlük işlerden örnekler göstereceğiz, veritabanı güvenliği üzerine soruları da "
         "yanıtlayacağız. Konuşmanın sonunda tartışma için yeterince zaman olacaktır."},
    };
    return all;
}

std::string encoded(const std::string &utf8, const char *encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                       &ucnv_close);
    REQUIRE(U_SUCCESS(status));
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
    std::string bytes(static_cast<std::size_t>(text.length()) * 8 + 16, '\0');
    const std::int32_t size =
        ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                        text.getBuffer(), text.length(), &status);
    REQUIRE(U_SUCCESS(status));
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

/// Code points [from, from + count) of text.
std::string slice(const std::string &text, std::size_t from, std::size_t count) {
    const std::string head = truncate(text, from);
    return truncate(std::string_view(text).substr(head.size()), count);
}

/// Stretches of a text of count code points, from several places.
std::vector<std::string> stretches(const std::string &text, std::size_t count) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from + count <= count_code_points(text); from += 17) {
        out.push_back(slice(text, from, count));
    }
    return out;
}

/// Counts cases and those that were read wrongly, and says the first ones.
struct Tally {
    int cases = 0;
    int wrong = 0;
    std::string failures;
    void add(const std::string &text, const std::string &bytes, const char *encoding) {
        ++cases;
        const Decoded decoded = decode(bytes);
        if (decoded.utf8 != text) {
            ++wrong;
            if (wrong <= 12) {
                failures +=
                    std::string(encoding) + " read as " + decoded.encoding + ": " + text + "\n";
            }
        }
    }
};

} // namespace

TEST_CASE("decode: valid UTF-8 is UTF-8") {
    int cases = 0;
    for (const Sample &sample : samples()) {
        for (const std::size_t count : {1, 2, 5, 8, 20, 60, 120}) {
            for (const std::string &text : stretches(sample.text, count)) {
                const Decoded plain = decode(text);
                const bool good = plain.utf8 == text && plain.encoding == "UTF-8" &&
                                  !plain.guessed && !plain.damaged;
                if (!good) {
                    CHECK(plain.utf8 == text);
                    CHECK(plain.encoding == "UTF-8");
                }
                cases += good ? 1 : 0;
            }
        }
    }
    CHECK(cases > 300);
    CHECK(decode("").encoding == "UTF-8");
    CHECK(decode("0A0B0C0D0E0F0a0b").utf8 == "0A0B0C0D0E0F0a0b");
    CHECK(decode("# Title\n\n- one\n\x0C- two").encoding == "UTF-8");
}

TEST_CASE("decode: byte order marks decide") {
    for (const Sample &sample : samples()) {
        for (const std::size_t count : {0, 1, 3, 50}) {
            const std::string text = truncate(sample.text, count);
            CHECK(decode("\xEF\xBB\xBF" + text).utf8 == text);
            CHECK(decode("\xFF\xFE" + encoded(text, "UTF-16LE")).utf8 == text);
            CHECK(decode("\xFE\xFF" + encoded(text, "UTF-16BE")).utf8 == text);
            const std::string utf32 = std::string("\xFF\xFE\0\0", 4) + encoded(text, "UTF-32LE");
            CHECK(decode(utf32).utf8 == text);
            CHECK(decode(utf32).encoding == "UTF-32LE");
        }
    }
    CHECK_FALSE(decode("\xEF\xBB\xBF"
                       "abc")
                    .guessed);
}

TEST_CASE("decode: UTF-16 is recognised [no BOM, 8 characters]") {
    Tally tally;
    for (const Sample &sample : samples()) {
        for (const std::size_t count : {8, 12, 20, 60, 100}) {
            for (const std::string &text : stretches(sample.text, count)) {
                tally.add(text, encoded(text, "UTF-16LE"), "UTF-16LE");
                tally.add(text, encoded(text, "UTF-16BE"), "UTF-16BE");
            }
        }
    }
    tally.add("plain ASCII", encoded("plain ASCII", "UTF-16LE"), "UTF-16LE");
    tally.add("🚀 emoji here", encoded("🚀 emoji here", "UTF-16BE"), "UTF-16BE");
    INFO(tally.failures);
    CHECK(tally.cases > 300);
    CHECK(tally.wrong <= tally.cases * 2 / 100);
}

TEST_CASE("decode: legacy encodings are recognised [64 bytes]") {
    Tally tally;
    for (const Sample &sample : samples()) {
        for (const char *encoding : sample.encodings) {
            for (const std::size_t count : {40, 80, 110}) {
                for (const std::string &text : stretches(sample.text, count)) {
                    const std::string bytes = encoded(text, encoding);
                    if (bytes.size() >= 64 && !is_utf8(bytes)) {
                        tally.add(text, bytes, encoding);
                    }
                }
            }
        }
    }
    INFO(tally.failures);
    CHECK(tally.cases > 300);
    CHECK(tally.wrong <= tally.cases / 10);
}

TEST_CASE("decode: short legacy text is a guess of windows-1252") {
    const Decoded decoded = decode("Gr\xF6\xDF"
                                   "e \x96 caf\xE9");
    CHECK(decoded.utf8 == "Größe – café");
    CHECK(decoded.encoding == "windows-1252");
    CHECK(decoded.guessed);
}

TEST_CASE("decode: legacy text is never taken for UTF-16") {
    for (const Sample &sample : samples()) {
        for (const char *encoding : sample.encodings) {
            for (const std::size_t count : {8, 16, 30, 60}) {
                for (const std::string &text : stretches(sample.text, count)) {
                    const Decoded decoded = decode(encoded(text, encoding));
                    INFO(encoding << ": " << text);
                    if (decoded.encoding.starts_with("UTF-16")) {
                        CHECK(decoded.encoding == encoding);
                    }
                }
            }
        }
    }
}

TEST_CASE("decode: a forced encoding wins, an unknown one is an error") {
    CHECK(decode("\xC4", "windows-1251").utf8 == "Д");
    CHECK(decode("\xC4", "windows-1251").encoding == "windows-1251");
    CHECK_FALSE(decode("\xC4", "windows-1251").guessed);
    CHECK(decode("abc", "utf-8").utf8 == "abc");
    CHECK(decode("\xEF\xBB\xBF"
                 "abc",
                 "utf-8")
              .utf8 == "abc");
    CHECK_THROWS_AS(decode("abc", "klingon-8"), ideary::Error);
    try {
        decode("abc", "klingon-8");
    } catch (const ideary::Error &error) {
        CHECK(error.kind() == ideary::ErrorKind::usage);
        CHECK(std::string(error.what()).find("klingon-8") != std::string::npos);
    }
}

TEST_CASE("decode: invalid bytes become U+FFFD and NUL is removed") {
    const Decoded cut_short = decode("Größe und Länge, für alle da\xC3");
    CHECK(cut_short.encoding == "UTF-8");
    CHECK(cut_short.damaged);
    CHECK(cut_short.utf8 == "Größe und Länge, für alle da\uFFFD");
    CHECK(decode(std::string("a\0b", 3)).utf8 == "ab");
    CHECK(decode("\x1B$B%G!<%?\x1B(B").encoding == "ISO-2022-JP");
    CHECK(is_utf8("Größe"));
    CHECK_FALSE(is_utf8("Gr\xF6\xDF"
                        "e"));
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));
    CHECK(is_utf8(std::string(3'000'000, 'a') + "ä"));
    CHECK_FALSE(is_utf8(std::string((1 << 20) - 1, 'a') + "\xC3"));
    CHECK(is_utf8(std::string((1 << 20) - 1, 'a') + "ä"));
}
