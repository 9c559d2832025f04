// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/members/member_table.hpp"

#include <array>

namespace ideary::source {
namespace {

constexpr std::array table = std::to_array<MemberRow>({
    {"", Meaning::title,
     "title talktitle titleoftalk titleofyourtalk thetitleofyourtalk titleofthetalk sessiontitle "
     "titleofsession titleofyoursession proposaltitle presentationtitle papertitle submissiontitle "
     "contributiontitle lecturetitle talkname sessionname proposedtitle workingtitle titleenglish "
     "titleen entitle titel vortragstitel titeldesvortrags titeldeinesvortrags titelihresvortrags "
     "titeldesbeitrags beitragstitel titre titredelaconference titredelapresentation titredutalk "
     "titredevotretalk titredevotreconference titulo titulodelacharla titulodetucharla "
     "titulodelaponencia titulodapalestra titulodasuapalestra titulodapropuesta titolo "
     "titolodeltalk titolodelintervento titelvanjepraatje titelvandetalk tytul tytulprezentacji "
     "tytulwystapienia nazev nazevprednasky nazov naslov naslovpredavanja cim eloadascime titlu "
     "titlulprezentarii baslik konusmabasligi otsikko esityksenotsikko rubrik foredragstittel "
     "tittel foredragetstitel pealkiri pavadinimas nosaukums заголовок название названиедоклада "
     "темадоклада назва назвадоповіді темадоповіді заглавие наслов τιτλος タイトル 題名 演題 "
     "講演タイトル 発表タイトル セッションタイトル トークタイトル 标题 題目 题目 標題 演讲题目 "
     "演講題目 议题 議題 제목 발표제목 세션명 כותרת العنوان عنوان หัวข้อ judul tieude chủđề"},
    {"", Meaning::weak_title,
     "name summary subject talk session presentation topic paper lecture label heading vortrag "
     "thema sujet charla tema palestra presentacion intervento"},
    {"", Meaning::subtitle, "subtitle untertitel soustitre subtitulo sottotitolo tagline"},
    {"", Meaning::text,
     "abstract shortabstract description shortdescription desc text longabstract longdescription "
     "body talkabstract sessionabstract talkdescription sessiondescription proposalabstract "
     "abstractpublic publicabstract publicdescription descriptionenglish descriptionen abstracten "
     "summary synopsis extract excerpt content contents details info outline talkoutline teaser "
     "abstracttext abstractofyourtalk descriptionofyourtalk presentationabstract "
     "presentationdescription beschreibung kurzbeschreibung zusammenfassung inhalt "
     "vortragsbeschreibung resume resumedelaconference descriptif descripcion resumen "
     "descripciondelacharla descricao resumo descrizione abstrakt omschrijving beschrijving "
     "samenvatting opis opisprezentacji opiswystapienia popis anotace leiras absztrakt descriere "
     "aciklama ozet kuvaus tiivistelma beskrivning sammanfattning beskrivelse sammendrag kirjeldus "
     "описание аннотация описаниедоклада опис анотація 概要 説明 内容 講演概要 発表概要 詳細 摘要 "
     "简介 簡介 内容简介 描述 議程簡介 설명 초록 발표내용 개요 תיאור الوصف"},
    {"", Meaning::authors,
     "speakers speaker speakernames speakername speakersnames speakerlist nameofspeaker "
     "speakersname presenters presenter presenternames presentername presentersname presentedby "
     "persons person people participants lecturers lecturer panelists panelist instructors instructor "
     "facilitators facilitator tutors tutor trainers trainer talker hosts host authors author "
     "authornames authorname primaryauthors submitters submitter submittername submittedby proposer "
     "proposedby leaders leader referent referenten referentin "
     "referentinnen vortragende vortragender sprecher sprecherin speakerin speakerinnen redner "
     "rednerin intervenant intervenants intervenante orateur orateurs oratrice conferencier "
     "conferenciers auteur auteurs ponente ponentes orador oradores autor autores palestrante "
     "palestrantes relatore relatori autore autori spreker sprekers talare foredragsholder "
     "foredragsholdere puhuja puhujat prelegent prelegenci prelegentka prednasejici recnik eloado "
     "eloadok predavac predavaci konusmaci konusmacilar докладчик докладчики спикер спикеры автор "
     "авторы доповідач доповідачі спікер спікери автори 発表者 登壇者 講演者 講師 スピーカー 氏名 "
     "お名前 讲者 講者 演讲者 演講者 讲师 講師 主讲人 发表者 발표자 연사 강연자 מרצה المتحدث"},
    {"", Meaning::co_authors,
     "cospeakers cospeaker copresenters copresenter additionalspeakers additionalspeaker "
     "otherspeakers furtherspeakers secondspeaker weiterereferenten cointervenants"},
    {"", Meaning::author_keys,
     "speakerids speakerid speakerslugs speakerslug speakerkeys presenterslugs presenterslug "
     "presenterids presenterid personids authorids authorid speakerrefs"},
    {"", Meaning::first_name,
     "firstname first givenname givennames speakerfirstname presenterfirstname authorfirstname "
     "vorname prenom voornaam imie jmeno имя имяспикера"},
    {"", Meaning::last_name,
     "lastname last familyname surname speakerlastname presenterlastname authorlastname nachname "
     "familienname apellido apellidos cognome sobrenome achternaam nazwisko prijmeni фамилия"},
    {"", Meaning::person_name,
     "publicname fullpublicname fullname displayname name realname speakername speaker presenter "
     "person personname authorname cn title login username"},
    {"", Meaning::role, "role rolename"},
    {"", Meaning::topics,
     "track tracks trackname tracktitle tracknames sessiontrack tags tag taglist topics topic "
     "categories category categoryitems keywords keyword primaryarea subjectareas subjectarea "
     "areas area themes theme labels subtype mainkeyword mainkeywords themen thema schlagworte "
     "schlagworter stichworte kategorie kategorien categorie themes thematique thematiques motscles "
     "categoria categorias tematica tematicas etiquetas palabrasclave palavraschave pista trilha "
     "argomento argomenti kategoria sciezka tema kategorier kategori категория категории тема теги "
     "трек секция темы カテゴリ カテゴリー トラック タグ テーマ 分类 分類 标签 標籤 议题分类 "
     "트랙 카테고리 분야 태그"},
    {"", Meaning::language,
     "language lang locale contentlocale sessionlanguage talklanguage languageofsession "
     "languageoftalk spokenlanguage languages inlanguage sprache vortragssprache langue idioma "
     "lingua taal jezyk jazyk sprak kieli язык языкдоклада мова 言語 発表言語 语言 語言 언어 dil"},
    {"", Meaning::url,
     "url link htmlurl talkurl sessionurl sessionlink confurl weburl pageurl canonicalurl "
     "permalink eventurl paperurl proposalurl publicurl frontendlink href site selflink lien enlace "
     "frontendurl"},
    {"", Meaning::date,
     "date start startsat startdate startdatetime starttime startat starts startson begin begins "
     "beginsat fromtime datetime sessiondate talkdate sessionstart talkstart eventdate dateofevent "
     "presentationdate scheduledat scheduled scheduledon slot slots dtstart recorded recordeddate "
     "daterecorded day dayofevent when time starttimeutc startutc startsatutc startiso "
     "startlocal startingat datum fecha dato data pvm дата датадоклада 日付 日時 開催日 日期 時間 "
     "时间 날짜"},
    {"", Meaning::year,
     "year jahr annee ano anno rok jaar ar vuosi edition editionyear conferenceyear год рік 年 年度 "
     "연도"},
    {"", Meaning::created,
     "submitted submittedat submissiondate submissiontime submissiontimestamp datesubmitted "
     "timestamp created createdat creationdate datecreated createdon cdate published publishedat "
     "pubdate publisheddate updated updatedat modified modificationdate lastmodified "
     "zeitstempel marcatemporal horodateur informazionicronologiche carimbodedatahora znacznikczasu "
     "отметкавремени タイムスタンプ 时间戳"},
    {"", Meaning::event,
     "event eventname eventtitle conferencename conferencetitle conference booktitle meeting "
     "meetingname journal veranstaltung konferenz evenement evento konferencja конференция"},
    {"", Meaning::id,
     "friendlyid id code uuid guid key slug sessionid talkid proposalid submissionid presentationid "
     "confkey paperid contributionid uid talkcode sessioncode identifier bibkey # nr no number num "
     "identifiant"},
    {"", Meaning::state,
     "state status decision submissionstate proposalstate acceptance accepted isaccepted outcome "
     "result cancelled canceled iscancelled iscanceled withdrawn iswithdrawn rejected "
     "entscheidung statut estado stato"},
    {"", Meaning::kind,
     "kind type slottype sessiontype talktype eventtype entrytype itemtype proposaltype "
     "submissiontype presentationtype category group sessionkind variant layout"},
    {"", Meaning::service,
     "isservicesession servicesession service isservice hideinfeedback isintermission intermission "
     "isbreak break deleted isdeleted trashed istrashed pullrequest isplaceholder isregistration "
     "islunch ismeal"},
    {"", Meaning::container,
     "schedule schedules conferences days day rooms room events event entries entry sessions "
     "session talks talk results items item data proposals submissions presentations presentation "
     "papers paper contributions contribution timetable timetables timeslots timeslot slots slot "
     "program programme programs agenda lectures lecture videos nodes edges records rows channel feed "
     "rss rdf workshops workshop keynotes keynote tutorials tutorial posters poster lightningtalks "
     "lightning list pages issues abstracts dates blocks block stages stage halls hall sections "
     "section collection volume tracks track conference speakersessions subcontributions sheet table "
     "confirmed accepted acceptedtalks allsessions allevents allitems articles children elements "
     "response payload notes groups group categories programa programm vortrage conferencias "
     "charlas"},
    {"", Meaning::envelope,
     "attributes fields content node frontmatter properties submission proposal meta"},
    {"", Meaning::topic_container,
     "tracks categories categoryitems items tags topics labels themes types formats tagslist "
     "trackslist subjectareas tracktypes"},
    {"", Meaning::conference, "conference meta conferenceinfo eventinfo"},

    {"icalendar", Meaning::title, "summary"},
    {"icalendar", Meaning::text, "description"},
    {"icalendar", Meaning::topics, "categories"},
    {"icalendar", Meaning::authors, "attendee organizer"},

    {"feed", Meaning::authors, "creator author"},
    {"feed", Meaning::text, "encoded content description summary"},
    {"feed", Meaning::created, "pubdate published updated date"},
    {"feed", Meaning::topics, "category"},
    {"feed", Meaning::url, "link origlink"},

    {"issues", Meaning::authors, "author user"},
    {"issues", Meaning::id, "number id"},
    {"issues", Meaning::url, "htmlurl url"},
    {"issues", Meaning::topics, "labels"},
    {"issues", Meaning::person_name, "login name"},

    {"acl", Meaning::id, "url bibkey"},
    {"acl", Meaning::authors, "author"},

    {"bibtex", Meaning::id, "key"},
    {"bibtex", Meaning::topics, "keywords"},
    {"bibtex", Meaning::event, "booktitle journal series"},

    {"+table", Meaning::authors,
     "yourname yourfullname fullname by who nameofthespeaker nameofspeakers name names ihrname "
     "deinname nom nombre nombrecompleto nomecompleto nome naam imieinazwisko"},
});

} // namespace

std::span<const MemberRow> member_table() {
    return table;
}

} // namespace ideary::source
