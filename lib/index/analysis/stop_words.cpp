// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/analysis/stop_words.hpp"

#include <array>

namespace ideary::index {
namespace {

// Function words, as written; they are folded like any other word before they are compared.
// A language without a row has no stop words.
// clang-format off
constexpr std::string_view english =
    "i me my myself we our ours ourselves you your yours yourself yourselves he him his "
    "himself she her hers herself it its itself they them their theirs themselves what which "
    "who whom this that these those am is are was were be been being have has had having do "
    "does did doing would should could ought i'm you're he's she's it's we're they're i've "
    "you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll "
    "they'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't "
    "wouldn't shan't shouldn't can't cannot couldn't mustn't let's that's who's what's here's "
    "there's when's where's why's how's a an the and but if or because as until while of at "
    "by for with about against between into through during before after above below to from "
    "up down in out on off over under again further then once here there when where why how "
    "all any both each few more most other some such no nor not only own same so than too "
    "very ";
constexpr std::string_view german =
    "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer "
    "anderes auch auf aus bei bin bis bist da damit dann das dass dazu dein deine deinem "
    "deinen deiner deines dem den denn der derer des dessen dich die dies diese diesem diesen "
    "dieser dieses dir doch dort du durch ein eine einem einen einer eines einig einige "
    "einigem einigen einiger einiges einmal er es etwas euch euer eure eurem euren eurer "
    "eures für gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn "
    "ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist jede jedem jeden jeder jedes "
    "jene jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner keines können "
    "könnte machen man manche manchem manchen mancher manches mein meine meinem meinen meiner "
    "meines mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein "
    "seine seinem seinen seiner seines selbst sich sie sind so solche solchem solchen solcher "
    "solches soll sollte sondern sonst über um und uns unser unsere unserem unseren unserer "
    "unseres unter viel vom von vor während war waren warst was weg weil weiter welche "
    "welchem welchen welcher welches wenn werde werden wie wieder will wir wird wirst wo "
    "wollen wollte würde würden zu zum zur zwar zwischen ";
constexpr std::string_view french =
    "au aux avec ce ces cet cette dans de des du elle elles en et eux il ils je la le les "
    "leur leurs lui ma mais me même mes moi mon ne nos notre nous on ou où par pas pour qu "
    "que qui quoi sa se ses si son sur ta te tes toi ton tu un une vos votre vous c d j l à m "
    "n s t y est es suis sommes êtes sont été étée étées étés étant sera serai seras serons "
    "serez seront serait serais serions seriez seraient étais était étions étiez étaient ai "
    "as avons avez ont ayant eu eue eus aurai aura auras aurons aurez auront aurait aurais "
    "avais avait avions aviez avaient fait faire comme plus moins très sans sous entre aussi "
    "dont donc car ni ceci cela ça ";
constexpr std::string_view spanish =
    "de la que el en y a los del se las por un para con no una su al lo como más pero sus le "
    "ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien "
    "desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes "
    "algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada muchos cual "
    "poco ella estar estas algunas algo nosotros mi mis tú te ti tu tus ellas nosotras "
    "vosotros vosotras os mío mía suyo suya nuestro nuestra vuestro vuestra esos esas es soy "
    "eres somos son sea seas fue fui era eran ser será sería sido siendo está están estoy "
    "estaba estado he has ha hemos han había haber tengo tiene tienen tener ";
constexpr std::string_view italian =
    "di a da in con su per tra fra il lo la i gli le un uno una e ed o ma se che chi cui non "
    "come dove quando perché anche più meno molto al allo alla ai agli alle del dello della "
    "dei degli delle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul "
    "sullo sulla sui sugli sulle io tu lui lei noi voi loro mi ti ci vi si mio mia tuo tua "
    "suo sua nostro nostra vostro vostra questo questa questi queste quello quella quelli "
    "quelle è sono sei siamo siete era erano essere stato stata ho hai ha abbiamo avete hanno "
    "aveva avere ";
constexpr std::string_view portuguese =
    "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao "
    "ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso "
    "ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram "
    "essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe "
    "deles essas esses pelas este fosse dele tu te vocês vos lhes meus minhas teu tua nosso "
    "nossa dela delas esta estes estas aquele aquela isto aquilo ";
constexpr std::string_view dutch =
    "de het een en van in is dat op te voor met die zijn niet aan er om ook als dan maar bij "
    "nog uit door over of naar wat zo kan hun ze zij wij we ik je jij u hij haar hem mijn "
    "jouw ons onze deze dit daar hier toen wel geen al was waren wordt worden werd heeft "
    "hebben had tot zich men iets niets alles meer ";
constexpr std::string_view russian =
    "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только "
    "ее мне было вот от меня еще нет о из ему теперь когда даже ну ли если уже или ни быть "
    "был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть "
    "надо ней для мы тебя их чем была сам чтоб без чего раз тоже себе под будет ж тогда кто "
    "этот того потому этого какой ним здесь этом один почти мой тем чтобы нее были куда зачем "
    "всех при об это эта эти ";
// clang-format on

constexpr std::array<StopWords, 8> lists{{
    {"en", english},
    {"de", german},
    {"fr", french},
    {"es", spanish},
    {"it", italian},
    {"pt", portuguese},
    {"nl", dutch},
    {"ru", russian},
}};

} // namespace

std::span<const StopWords> stop_word_lists() {
    return lists;
}

} // namespace ideary::index
