// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "charset_samples.hpp"

namespace ideary::hostile {
namespace {

std::vector<Sample> latin_samples() {
    return {
        {"German",
         {"WINDOWS-1252", "ISO-8859-1", "ISO-8859-15"},
         {"Ich wünsche mir einen Vortrag darüber, wie man große Tabellen ändert, ohne dass die "
          "Gäste es merken, und was dabei häufig schiefläuft.",
          "Prüfungen für Zugänglichkeit: warum schöne Oberflächen für viele Menschen unbrauchbar "
          "sind und wie kleine Änderungen darüber entscheiden."}},
        {"French",
         {"WINDOWS-1252", "ISO-8859-1", "ISO-8859-15"},
         {"J'aimerais une présentation sur les requêtes très lentes : où les chercher, comment "
          "les éviter et à quel moment il ne faut surtout rien changer.",
          "Déboguer à plusieurs : ce que l'équipe a appris après une année de pannes répétées, de "
          "journaux illisibles et de nuits gâchées."}},
        {"Spanish",
         {"WINDOWS-1252", "ISO-8859-1", "ISO-8859-15"},
         {"Quisiera escuchar cómo un equipo pequeño migró su aplicación sin detener el servicio, "
          "qué falló la primera mañana y qué decisión fue la más difícil.",
          "¿Por qué nadie documenta? Una conversación sobre hábitos, años de código heredado y "
          "pequeños cambios que sí funcionan."}},
        {"Portuguese",
         {"WINDOWS-1252", "ISO-8859-1"},
         {"Gostaria de ouvir como migrar dados sem interrupção, quais são os padrões que ajudam "
          "e por que as soluções fáceis não são sempre as melhores opções.",
          "Introdução à observação de sistemas: medições, alertas e a atenção às pessoas que "
          "recebem ligações à noite."}},
        {"Italian",
         {"WINDOWS-1252", "ISO-8859-1"},
         {"Vorrei sapere perché la qualità dei test è così difficile da misurare, e se c'è già "
          "qualcuno che può mostrare la realtà di ogni giorno con più onestà.",
          "Velocità o semplicità: ciò che abbiamo imparato in città piccole con reti lente, e "
          "perché più memoria non è la soluzione."}},
        {"Swedish",
         {"WINDOWS-1252", "ISO-8859-1"},
         {"Jag vill höra någon berätta hur man bygger små tjänster för äldre människor, när "
          "nätet är dåligt och ingen får gå vilse på vägen.",
          "Så gör vi våra prov snabbare: färre lager, större mod och några rader som ändå måste "
          "skrivas för hand."}},
        {"Danish",
         {"WINDOWS-1252", "ISO-8859-1"},
         {"Jeg ønsker et foredrag om, hvordan små grupper får større systemer til at køre, også "
          "når næsten ingen tør røre ved de ældste dele.",
          "Hvorfor går det så langsomt? Om målinger på værktøjer, der før var gode nok, og om at "
          "gøre færre ting på én gang."}},
        {"Polish",
         {"ISO-8859-2", "WINDOWS-1250"},
         {"Chciałbym usłyszeć, jak mały zespół przeniósł dużą bazę danych bez przerwy w "
          "działaniu, które pomysły się sprawdziły, a które były błędem.",
          "Dlaczego testy są wolne? O tym, że część z nich można usunąć, resztę przyspieszyć, a "
          "najważniejsze napisać jeszcze raz."}},
        {"Czech",
         {"ISO-8859-2", "WINDOWS-1250"},
         {"Rád bych slyšel, jak malý tým převedl velkou databázi bez výpadku, které nápady se "
          "osvědčily a které byly naopak úplně zbytečné.",
          "Proč jsou naše testy pomalé? Přednáška o tom, že část z nich můžeme smazat, další "
          "zrychlit a některé napsat znovu."}},
        {"Hungarian",
         {"ISO-8859-2", "WINDOWS-1250"},
         {"Szívesen hallanék arról, hogyan költöztetett egy kis csapat nagy adatbázist leállás "
          "nélkül, és mely ötletek bizonyultak később hibásnak.",
          "Miért lassúak a tesztjeink? Előadás arról, hogy egy részüket törölhetjük, másokat "
          "gyorsíthatunk, néhányat pedig újra kell írni."}},
        {"Turkish",
         {"WINDOWS-1254", "ISO-8859-9"},
         {"Küçük bir ekibin büyük bir veritabanını kesinti olmadan nasıl taşıdığını, hangi "
          "fikirlerin işe yaradığını ve hangilerinin yanlış olduğunu dinlemek istiyorum.",
          "Testlerimiz neden yavaş? Bazılarını silebileceğimizi, bazılarını hızlandırabileceğimizi "
          "ve birkaçını yeniden yazmamız gerektiğini anlatan bir konuşma."}},
    };
}

std::vector<Sample> other_samples() {
    return {
        {"Russian",
         {"WINDOWS-1251", "KOI8-R", "ISO-8859-5"},
         {"Хотелось бы услышать, как небольшая команда перенесла большую базу данных без "
          "остановки и какие решения потом оказались ошибкой.",
          "Почему наши тесты медленные? Доклад о том, что часть из них можно удалить, другие "
          "ускорить, а некоторые написать заново."}},
        {"Ukrainian",
         {"WINDOWS-1251"},
         {"Хотілося б почути, як невелика команда перенесла велику базу даних без зупинки і які "
          "рішення згодом виявилися помилкою.",
          "Чому наші тести повільні? Доповідь про те, що частину з них можна видалити, а деякі "
          "треба написати знову."}},
        {"Greek",
         {"ISO-8859-7", "WINDOWS-1253"},
         {"Θα ήθελα να ακούσω πώς μια μικρή ομάδα μετέφερε μια μεγάλη βάση δεδομένων χωρίς "
          "διακοπή και ποιες ιδέες αποδείχθηκαν λάθος.",
          "Γιατί οι δοκιμές μας είναι αργές; Μια ομιλία για το ποιες μπορούμε να σβήσουμε και "
          "ποιες πρέπει να γραφτούν ξανά."}},
        {"Hebrew",
         {"WINDOWS-1255", "ISO-8859-8"},
         {"הייתי רוצה לשמוע איך צוות קטן העביר מסד נתונים גדול בלי להפסיק את השירות ואילו רעיונות "
          "התבררו אחר כך כטעות.",
          "למה הבדיקות שלנו איטיות? הרצאה על כך שאפשר למחוק חלק מהן, להאיץ אחרות ולכתוב כמה מהן "
          "מחדש."}},
        {"Arabic",
         {"WINDOWS-1256", "ISO-8859-6"},
         {"أود أن أسمع كيف نقل فريق صغير قاعدة بيانات كبيرة دون توقف الخدمة وما هي الأفكار التي "
          "تبين فيما بعد أنها خطأ.",
          "لماذا اختباراتنا بطيئة؟ محاضرة عن حذف بعضها وتسريع بعضها الآخر وكتابة القليل منها من "
          "جديد."}},
        {"Japanese",
         {"SHIFT_JIS", "EUC-JP", "ISO-2022-JP"},
         {"小さなチームが大きなデータベースをサービスを止めずに移した話を聞きたいです。どの案がうま"
          "くいき、"
          "どの案が間違いだったのでしょうか。",
          "私たちのテストはなぜ遅いのか。消せるものを消し、速くできるものを速くし、いくつかは書き直"
          "す必要がある"
          "という発表です。"}},
        {"Chinese",
         {"GB18030", "GBK"},
         {"我想听听一个小团队如何在不停止服务的情况下迁移大型数据库，哪些想法有效，哪些后来被证明是"
          "错误的。",
          "为什么我们的测试这么慢？这个演讲说明其中一部分可以删除，另一部分可以加快，还有几个需要重"
          "新编写。"}},
        {"Taiwanese",
         {"BIG5"},
         {"我想聽聽一個小團隊如何在不停止服務的情況下遷移大型資料庫，哪些想法有效，哪些後來被證明是"
          "錯誤的。",
          "為什麼我們的測試這麼慢？這個演講說明其中一部分可以刪除，另一部分可以加快，還有幾個需要重"
          "新編寫。"}},
        {"Korean",
         {"EUC-KR"},
         {"작은 팀이 서비스를 멈추지 않고 큰 데이터베이스를 어떻게 옮겼는지, 어떤 생각이 통했고 "
          "어떤 생각이 "
          "나중에 잘못으로 드러났는지 듣고 싶습니다.",
          "우리 테스트는 왜 느린가? 일부는 지울 수 있고 일부는 빠르게 할 수 있으며 몇 개는 다시 "
          "써야 한다는 "
          "발표입니다."}},
    };
}

} // namespace

const std::vector<Sample> &charset_samples() {
    static const std::vector<Sample> all = [] {
        std::vector<Sample> samples = latin_samples();
        const std::vector<Sample> other = other_samples();
        samples.insert(samples.end(), other.begin(), other.end());
        return samples;
    }();
    return all;
}

} // namespace ideary::hostile
