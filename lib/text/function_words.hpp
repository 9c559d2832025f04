// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Function words of languages in Latin and Cyrillic script, folded, for language detection. A word
// in several lists counts less. (Stop words, lib/index/analysis/stop_words.cpp, serve ranking.)
#pragma once

#include <array>
#include <string_view>

namespace ideary::text {

struct FunctionWords {
    std::string_view language;
    std::string_view words;   ///< separated by spaces
    std::string_view letters; ///< lower-case letters that speak for it, each counted once
};

inline constexpr std::array<FunctionWords, 22> function_words{{
    {"en",
     "the of and to in is that it for with are this you as on be have not how what we your from "
     "by at or can about an i my do when why their which will who should would more using",
     ""},
    {"de",
     "der die das und ist nicht mit ein eine einen einem einer fur auf von zu im den dem des sich "
     "wie was wir ich sie es auch als aus bei oder uber kann wird sind wenn man mehr warum ohne",
     "ßäöü"},
    {"fr",
     "le la les de des du un une et est pour dans que qui sur avec pas au aux ce cette en il nous "
     "vous je par plus ou comment pourquoi son ses sont ne se mais faire d l quand sans",
     "çœêèàù"},
    {"es",
     "el la los las de del un una y es que en para con por como se no su al lo mas o sobre esta "
     "este son pero sin cuando nuestro hacer ser tu mi desde entre donde hay muy",
     "ñ¿¡"},
    {"it",
     "il lo la gli di del della dei delle che e un una per con non come in si sono da al alla piu "
     "nel nella i le ma anche perche cosa questo essere ci quando senza fare",
     "òìù"},
    {"pt",
     "o a os as de do da dos das um uma e que em para com nao por como no na se mais ao ou sua "
     "seu voce sobre nos isso quando sem fazer ser tem esta pelo muito",
     "ãõç"},
    {"nl",
     "de het een en van in is dat op te met voor niet zijn je aan er om ook als maar bij naar hoe "
     "wat we uit door over kan wordt of deze waarom zonder meer heeft",
     ""},
    {"sv",
     "och att det som en pa ar av for med till den har inte om ett jag vi kan hur man fran vad "
     "eller nar sa ska utan mer varfor dig mig detta",
     "åäö"},
    {"da",
     "og at det som en pa er af for med til den har ikke om et jeg vi kan hvordan man fra hvad "
     "eller nar sa skal uden mere hvorfor dig mig dette blev ud",
     "åæø"},
    {"no",
     "og a det som en pa er av for med til den har ikke om et jeg vi kan hvordan man fra hva "
     "eller nar sa skal uten mer hvorfor deg meg dette ble ut",
     "åæø"},
    {"fi",
     "ja on ei se etta han oli mutta kun myos niin ovat mita miten voi kuin jos tai sen joka "
     "olla ole vain nyt mina sina me te he ilman miksi kanssa",
     "äö"},
    {"pl",
     "i w na z do nie sie to jest ze jak o co dla od po czy przez ale tego oraz za jako sa ich "
     "moze bez dlaczego nas kiedy tym byc ktore przy",
     "łżźśćęąń"},
    {"cs",
     "a v na se je ze s z do to jak pro ale i co o by za jsou nebo od po si tak bez proc kdyz "
     "jsme ktery nam jako pri jeho ve ktere jeste",
     "řěůčž"},
    {"sk",
     "a v na sa je ze s z do to ako pre ale i co o by za su alebo od po si tak bez preco ked "
     "sme ktory nam pri jeho vo ktore este",
     "ľĺŕôčž"},
    {"hu",
     "a az es hogy nem is egy meg de van mint csak ha vagy ez mar volt lehet kell minden hogyan "
     "miert nelkul ezt azt amely amikor lesz",
     "őű"},
    {"ro",
     "si de la in cu pe nu un o sa este ce care din mai pentru sunt ca dar cum prin sau fara "
     "cand despre acest aceasta ale lui",
     "ășțâ"},
    {"tr",
     "ve bir bu da de icin ile ne daha cok nasil olarak gibi ama var mi kadar sonra neden biz "
     "olan ya degil her bunu ben sen",
     "ğşı"},
    {"ca",
     "el la els les de del un una i es que en per amb com no al mes o sobre aquest aquesta son "
     "pero sense quan fer ser des entre on hi ha molt per",
     "ç"},
    {"ru",
     "и в не на что с как это по для к из у о от же но мы вы за так все при если или бы его "
     "чтобы почему без до когда нас можно будет есть",
     "ыэъё"},
    {"uk",
     "і в не на що з як це по для до із у про від та але ми ви за так все при якщо або його "
     "чому без коли нас можна буде є щоб",
     "їєґі"},
    {"bg",
     "и в не на че с как това по за да из от но ние вие така всички при ако или го защо без до "
     "кога са се ще има може който",
     "ъ"},
    {"sr",
     "и у не на да са као ово по за из од али ми ви тако све при ако или га зашто без до када "
     "су се ће има може који је",
     "ђјљњћџ"},
}};

} // namespace ideary::text
