// SPDX-License-Identifier: GPL-2.0-or-later
#include "ideas/phrases_tables.hpp"

namespace ideary::ideas {

namespace {

// A3: words between a suggestion and who made it. `via` needs a sign that a person follows.
constexpr PhraseRow credit_by_rows[] = {
    {"en", "by"},  {"en", "suggested by"},  {"en", "proposed by"}, {"en", "from"},
    {"de", "von"}, {"de", "vorschlag von"}, {"fr", "par"},         {"fr", "proposé par"},
    {"es", "por"}, {"es", "propuesto por"}, {"pt", "por"},         {"nl", "door"},
    {"it", "di"},
};

// P1: the parts of a proposal.
constexpr PhraseRow proposal_part_rows[] = {
    {"en", "abstract"},
    {"en", "additional information"},
    {"en", "additional notes"},
    {"en", "audience"},
    {"en", "audience level"},
    {"en", "bio"},
    {"en", "biography"},
    {"en", "about the speaker"},
    {"en", "about the talk"},
    {"en", "about me"},
    {"en", "brief outline"},
    {"en", "conclusion"},
    {"en", "description"},
    {"en", "detailed abstract"},
    {"en", "detailed description"},
    {"en", "detailed outline"},
    {"en", "details"},
    {"en", "duration"},
    {"en", "elevator pitch"},
    {"en", "format"},
    {"en", "introduction"},
    {"en", "keywords"},
    {"en", "key takeaways"},
    {"en", "learning objectives"},
    {"en", "length"},
    {"en", "level"},
    {"en", "long description"},
    {"en", "message to reviewers"},
    {"en", "motivation"},
    {"en", "notes"},
    {"en", "notes for reviewers"},
    {"en", "notes to reviewers"},
    {"en", "objectives"},
    {"en", "outline"},
    {"en", "outline of the talk"},
    {"en", "pitch"},
    {"en", "prerequisites"},
    {"en", "previous experience"},
    {"en", "proposal"},
    {"en", "references"},
    {"en", "requirements"},
    {"en", "resources"},
    {"en", "short abstract"},
    {"en", "short description"},
    {"en", "speaker"},
    {"en", "speaker bio"},
    {"en", "speaker biography"},
    {"en", "speaker experience"},
    {"en", "speaker info"},
    {"en", "speakers"},
    {"en", "summary"},
    {"en", "tagline"},
    {"en", "takeaways"},
    {"en", "talk abstract"},
    {"en", "talk description"},
    {"en", "talk format"},
    {"en", "talk outline"},
    {"en", "talk title"},
    {"en", "target audience"},
    {"en", "title"},
    {"en", "tutorial outline"},
    {"en", "what attendees will learn"},
    {"en", "what you will learn"},
    {"en", "who is this talk for"},
    {"en", "who and why"},
    {"de", "beschreibung"},
    {"de", "gliederung"},
    {"de", "kurzbeschreibung"},
    {"de", "referent"},
    {"de", "titel"},
    {"de", "vorkenntnisse"},
    {"de", "zielgruppe"},
    {"de", "zusammenfassung"},
    {"de", "über den referenten"},
    {"de", "über mich"},
    {"fr", "biographie"},
    {"fr", "description courte"},
    {"fr", "intervenant"},
    {"fr", "niveau"},
    {"fr", "plan"},
    {"fr", "prérequis"},
    {"fr", "public"},
    {"fr", "public visé"},
    {"fr", "résumé"},
    {"fr", "titre"},
    {"es", "audiencia"},
    {"es", "biografía"},
    {"es", "descripción"},
    {"es", "detalles"},
    {"es", "esquema"},
    {"es", "nivel"},
    {"es", "ponente"},
    {"es", "público objetivo"},
    {"es", "requisitos previos"},
    {"es", "resumen"},
    {"es", "título"},
    {"pt", "descrição"},
    {"pt", "público-alvo"},
    {"pt", "resumo"},
    {"it", "descrizione"},
    {"it", "pubblico"},
    {"it", "relatore"},
    {"nl", "beschrijving"},
    {"nl", "doelgroep"},
    {"nl", "samenvatting"},
    {"ja", "概要"},
    {"ja", "タイトル"},
    {"ja", "対象"},
    {"ja", "対象者"},
    {"ja", "詳細"},
    {"ja", "自己紹介"},
    {"ja", "アウトライン"},
    {"zh", "摘要"},
    {"zh", "简介"},
    {"zh", "大纲"},
    {"zh", "听众"},
    {"zh", "讲者介绍"},
    {"ru", "аннотация"},
    {"ru", "описание"},
    {"ru", "план"},
    {"ru", "аудитория"},
    {"ru", "о докладчике"},
};

// L7: heads of columns, the surest first.
constexpr PhraseRow title_column_rows[] = {
    {"en", "title"},      {"en", "talk title"},    {"en", "talk"},
    {"en", "session"},    {"en", "session title"}, {"en", "proposed title"},
    {"en", "idea"},       {"en", "talk idea"},     {"en", "presentation"},
    {"de", "titel"},      {"de", "vortrag"},       {"de", "vortragstitel"},
    {"de", "idee"},       {"fr", "titre"},         {"fr", "conférence"},
    {"fr", "idée"},       {"fr", "présentation"},  {"es", "título"},
    {"es", "charla"},     {"es", "ponencia"},      {"es", "idea"},
    {"pt", "título"},     {"pt", "palestra"},      {"it", "titolo"},
    {"it", "intervento"}, {"nl", "titel"},         {"nl", "lezing"},
    {"ja", "タイトル"},   {"ja", "題名"},          {"ja", "発表"},
    {"zh", "标题"},       {"zh", "题目"},          {"zh", "演讲"},
    {"ru", "название"},   {"ru", "доклад"},
};

constexpr PhraseRow topic_column_rows[] = {
    {"en", "topic"},
    {"en", "topics"},
    {"en", "theme"},
    {"en", "themes"},
    {"en", "subject"},
    {"en", "suggestion"},
    {"en", "suggested topic"},
    {"de", "thema"},
    {"de", "themen"},
    {"de", "vorschlag"},
    {"de", "wunsch"},
    {"fr", "sujet"},
    {"fr", "thème"},
    {"es", "tema"},
    {"es", "temas"},
    {"es", "propuesta"},
    {"pt", "tema"},
    {"pt", "tópico"},
    {"it", "argomento"},
    {"it", "tema"},
    {"nl", "onderwerp"},
    {"ja", "テーマ"},
    {"ja", "トピック"},
    {"zh", "主题"},
    {"zh", "话题"},
    {"zh", "议题"},
    {"ru", "тема"},
};

constexpr PhraseRow speaker_column_rows[] = {
    {"en", "author"},        {"en", "authors"},
    {"en", "presenter"},     {"en", "presenters"},
    {"en", "proposed by"},   {"en", "requested by"},
    {"en", "speaker"},       {"en", "speakers"},
    {"en", "speaker(s)"},    {"en", "submitted by"},
    {"en", "suggested by"},  {"de", "autor"},
    {"de", "referent"},      {"de", "referentin"},
    {"de", "sprecher"},      {"de", "vorgeschlagen von"},
    {"de", "vortragende"},   {"fr", "auteur"},
    {"fr", "intervenant"},   {"fr", "orateur"},
    {"fr", "proposé par"},   {"es", "autor"},
    {"es", "autora"},        {"es", "ponente"},
    {"es", "propuesto por"}, {"pt", "palestrante"},
    {"it", "relatore"},      {"nl", "spreker"},
    {"ja", "発表者"},        {"ja", "講演者"},
    {"ja", "登壇者"},        {"zh", "讲者"},
    {"zh", "演讲者"},        {"zh", "作者"},
    {"ru", "докладчик"},     {"ru", "автор"},
};

// L7: a table with one of these is a form or a calendar.
constexpr PhraseRow form_column_rows[] = {
    {"en", "answer"},   {"en", "answers"},   {"en", "question"},  {"en", "questions"},
    {"en", "field"},    {"en", "value"},     {"en", "date"},      {"en", "dates"},
    {"en", "deadline"}, {"en", "milestone"}, {"en", "when"},      {"en", "edition"},
    {"de", "antwort"},  {"de", "frage"},     {"de", "datum"},     {"de", "termin"},
    {"de", "frist"},    {"fr", "question"},  {"fr", "réponse"},   {"fr", "date"},
    {"fr", "échéance"}, {"es", "pregunta"},  {"es", "respuesta"}, {"es", "fecha"},
    {"es", "plazo"},    {"pt", "pergunta"},  {"pt", "resposta"},  {"pt", "data"},
    {"it", "domanda"},  {"it", "risposta"},  {"nl", "vraag"},     {"nl", "antwoord"},
    {"nl", "datum"},    {"ja", "質問"},      {"ja", "回答"},      {"ja", "日付"},
    {"ja", "日程"},     {"zh", "问题"},      {"zh", "回答"},      {"zh", "日期"},
    {"ru", "вопрос"},   {"ru", "ответ"},     {"ru", "дата"},
};

// C2, A2: capitalised words of which names of people are not made.
constexpr PhraseRow no_name_rows[] = {
    {"en", "academy"},      {"en", "admin"},        {"en", "advanced"},     {"en", "agile"},
    {"en", "all"},          {"en", "analysis"},     {"en", "api"},          {"en", "application"},
    {"en", "applications"}, {"en", "architecture"}, {"en", "association"},  {"en", "audience"},
    {"en", "basics"},       {"en", "beginner"},     {"en", "beginners"},    {"en", "best"},
    {"en", "beyond"},       {"en", "board"},        {"en", "building"},     {"en", "case"},
    {"en", "challenges"},   {"en", "cloud"},        {"en", "code"},         {"en", "community"},
    {"en", "company"},      {"en", "conference"},   {"en", "core"},         {"en", "corporation"},
    {"en", "council"},      {"en", "data"},         {"en", "database"},     {"en", "day"},
    {"en", "deep"},         {"en", "design"},       {"en", "developer"},    {"en", "developers"},
    {"en", "development"},  {"en", "devops"},       {"en", "django"},       {"en", "docker"},
    {"en", "editor"},       {"en", "engineering"},  {"en", "era"},          {"en", "everyone"},
    {"en", "experience"},   {"en", "foundation"},   {"en", "framework"},    {"en", "frameworks"},
    {"en", "friends"},      {"en", "from"},         {"en", "future"},       {"en", "game"},
    {"en", "group"},        {"en", "guide"},        {"en", "hard"},         {"en", "history"},
    {"en", "how"},          {"en", "inc"},          {"en", "initiative"},   {"en", "institute"},
    {"en", "intelligence"}, {"en", "internals"},    {"en", "introduction"}, {"en", "java"},
    {"en", "javascript"},   {"en", "journey"},      {"en", "kubernetes"},   {"en", "lab"},
    {"en", "labs"},         {"en", "language"},     {"en", "learned"},      {"en", "learning"},
    {"en", "lessons"},      {"en", "lightning"},    {"en", "linux"},        {"en", "live"},
    {"en", "ltd"},          {"en", "machine"},      {"en", "made"},         {"en", "management"},
    {"en", "meetup"},       {"en", "member"},       {"en", "members"},      {"en", "method"},
    {"en", "methods"},      {"en", "model"},        {"en", "models"},       {"en", "modern"},
    {"en", "month"},        {"en", "mobile"},       {"en", "network"},      {"en", "new"},
    {"en", "next"},         {"en", "nobody"},       {"en", "not"},          {"en", "of"},
    {"en", "open"},         {"en", "opening"},      {"en", "organization"}, {"en", "organizer"},
    {"en", "organizers"},   {"en", "panel"},        {"en", "part"},         {"en", "past"},
    {"en", "patterns"},     {"en", "people"},       {"en", "performance"},  {"en", "practice"},
    {"en", "practices"},    {"en", "practical"},    {"en", "present"},      {"en", "problem"},
    {"en", "problems"},     {"en", "production"},   {"en", "programming"},  {"en", "project"},
    {"en", "projects"},     {"en", "python"},       {"en", "reader"},       {"en", "readers"},
    {"en", "revisited"},    {"en", "rust"},         {"en", "scale"},        {"en", "science"},
    {"en", "security"},     {"en", "server"},       {"en", "service"},      {"en", "services"},
    {"en", "session"},      {"en", "simple"},       {"en", "society"},      {"en", "software"},
    {"en", "solutions"},    {"en", "source"},       {"en", "speaker"},      {"en", "speakers"},
    {"en", "state"},        {"en", "story"},        {"en", "strategies"},   {"en", "student"},
    {"en", "students"},     {"en", "studio"},       {"en", "study"},        {"en", "survey"},
    {"en", "system"},       {"en", "systems"},      {"en", "talk"},         {"en", "talks"},
    {"en", "team"},         {"en", "teams"},        {"en", "tech"},         {"en", "technologies"},
    {"en", "technology"},   {"en", "test"},         {"en", "testing"},      {"en", "tests"},
    {"en", "the"},          {"en", "this"},         {"en", "tips"},         {"en", "today"},
    {"en", "tomorrow"},     {"en", "tools"},        {"en", "track"},        {"en", "tricks"},
    {"en", "tutorial"},     {"en", "university"},   {"en", "update"},       {"en", "user"},
    {"en", "users"},        {"en", "way"},          {"en", "web"},          {"en", "week"},
    {"en", "what"},         {"en", "why"},          {"en", "with"},         {"en", "women"},
    {"en", "work"},         {"en", "workflow"},     {"en", "workflows"},    {"en", "workshop"},
    {"en", "world"},        {"en", "year"},         {"en", "years"},        {"en", "yesterday"},
    {"en", "you"},          {"en", "your"},         {"en", "let"},          {"en", "everybody"},
    {"en", "apps"},         {"en", "app"},          {"en", "and"},          {"en", "for"},
    {"en", "in"},           {"en", "to"},           {"en", "github"},       {"en", "google"},
    {"en", "amazon"},       {"en", "microsoft"},    {"en", "postgres"},     {"en", "postgresql"},
    {"en", "react"},        {"en", "redis"},        {"en", "ruby"},         {"en", "scala"},
    {"en", "scratch"},      {"en", "templates"},    {"en", "views"},        {"en", "stack"},
    {"en", "search"},       {"en", "editors"},      {"en", "staff"},        {"en", "time"},
    {"de", "einführung"},   {"de", "entwicklung"},  {"de", "freunde"},      {"de", "gemeinschaft"},
    {"de", "gesellschaft"}, {"de", "grundlagen"},   {"de", "heute"},        {"de", "hochschule"},
    {"de", "projekt"},      {"de", "sicherheit"},   {"de", "stiftung"},     {"de", "universität"},
    {"de", "verein"},       {"de", "vortrag"},      {"de", "zukunft"},      {"de", "der"},
    {"de", "die"},          {"de", "das"},          {"de", "und"},          {"de", "mit"},
    {"de", "wir"},          {"de", "uns"},          {"fr", "communauté"},   {"fr", "fondation"},
    {"fr", "introduction"}, {"fr", "sécurité"},     {"fr", "société"},      {"fr", "université"},
    {"fr", "le"},           {"fr", "les"},          {"fr", "et"},           {"fr", "avec"},
    {"es", "asociación"},   {"es", "comunidad"},    {"es", "fundación"},    {"es", "introducción"},
    {"es", "seguridad"},    {"es", "sociedad"},     {"es", "universidad"},  {"es", "el"},
    {"es", "los"},          {"es", "las"},          {"es", "con"},          {"pt", "fundação"},
    {"it", "fondazione"},
};

constexpr PhraseRow day_rows[] = {
    {"en", "monday"},      {"en", "tuesday"},      {"en", "wednesday"},    {"en", "thursday"},
    {"en", "friday"},      {"en", "saturday"},     {"en", "sunday"},       {"en", "day"},
    {"en", "day one"},     {"en", "day two"},      {"en", "day three"},    {"en", "first day"},
    {"en", "second day"},  {"en", "third day"},    {"de", "montag"},       {"de", "dienstag"},
    {"de", "mittwoch"},    {"de", "donnerstag"},   {"de", "freitag"},      {"de", "samstag"},
    {"de", "sonnabend"},   {"de", "sonntag"},      {"de", "tag"},          {"de", "erster tag"},
    {"de", "zweiter tag"}, {"fr", "lundi"},        {"fr", "mardi"},        {"fr", "mercredi"},
    {"fr", "jeudi"},       {"fr", "vendredi"},     {"fr", "samedi"},       {"fr", "dimanche"},
    {"fr", "jour"},        {"fr", "premier jour"}, {"es", "lunes"},        {"es", "martes"},
    {"es", "miércoles"},   {"es", "jueves"},       {"es", "viernes"},      {"es", "sábado"},
    {"es", "domingo"},     {"es", "día"},          {"es", "primer día"},   {"pt", "segunda-feira"},
    {"pt", "terça-feira"}, {"pt", "quarta-feira"}, {"pt", "quinta-feira"}, {"pt", "sexta-feira"},
    {"pt", "dia"},         {"it", "lunedì"},       {"it", "martedì"},      {"it", "mercoledì"},
    {"it", "giovedì"},     {"it", "venerdì"},      {"it", "sabato"},       {"it", "domenica"},
    {"it", "giorno"},      {"nl", "maandag"},      {"nl", "dinsdag"},      {"nl", "woensdag"},
    {"nl", "donderdag"},   {"nl", "vrijdag"},      {"nl", "zaterdag"},     {"nl", "zondag"},
    {"nl", "dag"},         {"ja", "月曜"},         {"ja", "火曜"},         {"ja", "水曜"},
    {"ja", "木曜"},        {"ja", "金曜"},         {"ja", "土曜"},         {"ja", "日曜"},
    {"ja", "1日目"},       {"ja", "2日目"},        {"ja", "3日目"},        {"zh", "第一天"},
    {"zh", "第二天"},      {"zh", "第三天"},       {"ru", "понедельник"},  {"ru", "вторник"},
    {"ru", "среда"},       {"ru", "четверг"},      {"ru", "пятница"},      {"ru", "суббота"},
    {"ru", "воскресенье"}, {"ru", "день"},
};

constexpr PhraseRow month_rows[] = {
    {"en", "january"},   {"en", "february"},  {"en", "march"},     {"en", "april"},
    {"en", "may"},       {"en", "june"},      {"en", "july"},      {"en", "august"},
    {"en", "september"}, {"en", "october"},   {"en", "november"},  {"en", "december"},
    {"en", "jan"},       {"en", "feb"},       {"en", "mar"},       {"en", "apr"},
    {"en", "jun"},       {"en", "jul"},       {"en", "aug"},       {"en", "sep"},
    {"en", "sept"},      {"en", "oct"},       {"en", "nov"},       {"en", "dec"},
    {"de", "januar"},    {"de", "februar"},   {"de", "märz"},      {"de", "mai"},
    {"de", "juni"},      {"de", "juli"},      {"de", "oktober"},   {"de", "dezember"},
    {"fr", "janvier"},   {"fr", "février"},   {"fr", "mars"},      {"fr", "avril"},
    {"fr", "juin"},      {"fr", "juillet"},   {"fr", "août"},      {"fr", "septembre"},
    {"fr", "octobre"},   {"fr", "novembre"},  {"fr", "décembre"},  {"es", "enero"},
    {"es", "febrero"},   {"es", "marzo"},     {"es", "abril"},     {"es", "mayo"},
    {"es", "junio"},     {"es", "julio"},     {"es", "agosto"},    {"es", "septiembre"},
    {"es", "octubre"},   {"es", "noviembre"}, {"es", "diciembre"}, {"pt", "janeiro"},
    {"pt", "fevereiro"}, {"pt", "março"},     {"pt", "maio"},      {"pt", "junho"},
    {"pt", "julho"},     {"pt", "setembro"},  {"pt", "outubro"},   {"pt", "novembro"},
    {"pt", "dezembro"},  {"it", "gennaio"},   {"it", "febbraio"},  {"it", "aprile"},
    {"it", "maggio"},    {"it", "giugno"},    {"it", "luglio"},    {"it", "settembre"},
    {"it", "ottobre"},   {"it", "novembre"},  {"it", "dicembre"},  {"nl", "januari"},
    {"nl", "februari"},  {"nl", "maart"},     {"nl", "mei"},       {"nl", "augustus"},
    {"ru", "января"},    {"ru", "февраля"},   {"ru", "марта"},     {"ru", "апреля"},
    {"ru", "мая"},       {"ru", "июня"},      {"ru", "июля"},      {"ru", "августа"},
    {"ru", "сентября"},  {"ru", "октября"},   {"ru", "ноября"},    {"ru", "декабря"},
};

// C3: headings among notes that are no sessions.
constexpr PhraseRow not_session_rows[] = {
    {"en", "books"},          {"en", "break"},          {"en", "coffee"},
    {"en", "links"},          {"en", "lunch"},          {"en", "misc"},
    {"en", "miscellaneous"},  {"en", "photos"},         {"en", "pictures"},
    {"en", "q & a"},          {"en", "q and a"},        {"en", "q&a"},
    {"en", "questions"},      {"en", "recap"},          {"en", "references"},
    {"en", "resources"},      {"en", "slides"},         {"en", "sponsor"},
    {"en", "sponsors"},       {"en", "summary"},        {"en", "takeaways"},
    {"en", "to do"},          {"en", "todo"},           {"en", "useful links"},
    {"en", "final thoughts"}, {"en", "other notes"},    {"en", "other links"},
    {"en", "notes"},          {"en", "contact"},        {"en", "contacts"},
    {"en", "dinner"},         {"en", "breakfast"},      {"de", "folien"},
    {"de", "fragen"},         {"de", "kaffeepause"},    {"de", "mittagspause"},
    {"de", "pause"},          {"de", "sponsoren"},      {"de", "sonstiges"},
    {"de", "linksammlung"},   {"fr", "diapos"},         {"fr", "déjeuner"},
    {"fr", "liens"},          {"fr", "pause"},          {"fr", "questions"},
    {"fr", "sponsors"},       {"es", "comida"},         {"es", "descanso"},
    {"es", "enlaces"},        {"es", "patrocinadores"}, {"es", "preguntas"},
    {"es", "varios"},         {"pt", "perguntas"},      {"it", "domande"},
    {"nl", "vragen"},         {"ja", "質疑"},           {"ja", "リンク"},
    {"ja", "休憩"},           {"zh", "问答"},           {"zh", "链接"},
    {"zh", "赞助"},           {"ru", "вопросы"},        {"ru", "ссылки"},
    {"ru", "спонсоры"},
};

constexpr PhraseRow keynote_rows[] = {
    {"en", "keynote"},           {"en", "opening keynote"},
    {"en", "closing keynote"},   {"en", "invited talk"},
    {"en", "lightning talk"},    {"en", "panel"},
    {"en", "tutorial"},          {"en", "workshop"},
    {"de", "eröffnungsvortrag"}, {"fr", "conférence plénière"},
    {"es", "charla inaugural"},  {"ja", "基調講演"},
    {"zh", "主题演讲"},
};

// Endings of one word that is an event's own name: PyCon, JSConf, EuroSciPy, FOSDEM.
constexpr PhraseRow event_brand_rows[] = {
    {"", "con"},    {"", "cons"},       {"", "conf"},       {"", "fest"},      {"", "camp"},
    {"", "fosdem"}, {"", "europython"}, {"", "froscon"},    {"", "conde"},     {"", "cones"},
    {"", "scipy"},  {"", "fossgis"},    {"", "chemnitzer"}, {"", "fosscomm"},  {"", "kielux"},
    {"", "devoxx"}, {"", "pydata"},     {"", "codemash"},   {"", "rubykaigi"}, {"", "kaigi"},
};

// Words that make a run of capitalised words an event's name.
constexpr PhraseRow event_word_rows[] = {
    {"en", "conference"}, {"en", "conf"},         {"en", "congress"},    {"en", "convention"},
    {"en", "con"},        {"en", "day"},          {"en", "days"},        {"en", "fest"},
    {"en", "festival"},   {"en", "forum"},        {"en", "meetup"},      {"en", "summit"},
    {"en", "symposium"},  {"en", "unconference"}, {"en", "week"},        {"en", "camp"},
    {"en", "barcamp"},    {"en", "hackathon"},    {"en", "expo"},        {"de", "kongress"},
    {"de", "konferenz"},  {"de", "tag"},          {"de", "tage"},        {"de", "linuxtag"},
    {"de", "linux-tage"}, {"de", "linuxtage"},    {"de", "tagung"},      {"de", "treffen"},
    {"fr", "congrès"},    {"fr", "conférence"},   {"fr", "journées"},    {"fr", "rencontres"},
    {"fr", "salon"},      {"es", "congreso"},     {"es", "conferencia"}, {"es", "encuentro"},
    {"es", "jornadas"},   {"pt", "congresso"},    {"pt", "encontro"},    {"it", "convegno"},
    {"nl", "dagen"},      {"nl", "congres"},
};

} // namespace

std::span<const PhraseRow> name_table(Say table) {
    switch (table) {
    case Say::credit_by:
        return credit_by_rows;
    case Say::proposal_part:
        return proposal_part_rows;
    case Say::title_column:
        return title_column_rows;
    case Say::topic_column:
        return topic_column_rows;
    case Say::speaker_column:
        return speaker_column_rows;
    case Say::form_column:
        return form_column_rows;
    case Say::no_name:
        return no_name_rows;
    case Say::day:
        return day_rows;
    case Say::month:
        return month_rows;
    case Say::not_session:
        return not_session_rows;
    case Say::keynote:
        return keynote_rows;
    case Say::event_brand:
        return event_brand_rows;
    case Say::event_word:
        return event_word_rows;
    default:
        return {};
    }
}

} // namespace ideary::ideas
