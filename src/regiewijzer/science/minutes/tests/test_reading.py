from datetime import date

import pytest

from regiewijzer.science.minutes.days import day_of
from regiewijzer.science.minutes.reading import read_minutes

HEAD = """Lokaal overleg kinderopvang Zavelbeke - verslag 3 maart 2026

Aanwezig: Greta Lambrecht (Kind & Co), Rachid Ouali (RO), Tineke Vos (TV) en Piet Van den Broeck
Verontschuldigd: An-Katrien De Smedt, de heer Willy Baert, schepen Rita Bos, mevrouw Maes

"""


def marked(line: str):
    actions = read_minutes(HEAD + line + "\n").actions
    assert len(actions) == 1, actions
    action = actions[0]
    return action.text, list(action.owners), action.due, action.due_words, action.done


@pytest.mark.parametrize(
    ("line", "text", "owners", "due", "words"),
    [
        (
            "Actie: lijst opschonen (Rachid, tegen 20 maart)",
            "lijst opschonen",
            ["Rachid"],
            date(2026, 3, 20),
            "20 maart",
        ),
        ("Actie: Greta vraagt de lijst op (tegen 1/4)", "vraagt de lijst op", ["Greta"], date(2026, 4, 1), "1/4"),
        ("Actie: affiche (A3) drukken (Tineke + OCMW)", "affiche (A3) drukken", ["Tineke", "OCMW"], None, ""),
        (
            "Actie: zaal vragen. Wie: Piet en Greta. Wanneer: eind mei.",
            "zaal vragen",
            ["Piet", "Greta"],
            date(2026, 5, 31),
            "eind mei",
        ),
        ("Actie: zaal vragen. Wie: nog te bepalen. Wanneer: Q2.", "zaal vragen", [], None, "Q2"),
        ("Actiepunt: tent huren - Piet - tegen 3 juli 2027", "tent huren", ["Piet"], date(2027, 7, 3), "3 juli 2027"),
        ("Actiepunt: tent huren - ? - 12 juni", "tent huren", [], date(2026, 6, 12), "12 juni"),
        ("ACTIE > tent huren > Piet, Greta > woensdag", "tent huren", ["Piet", "Greta"], date(2026, 3, 4), "woensdag"),
        ("* ACTIE Piet + Greta: tafels anders zetten (zsm)", "tafels anders zetten", ["Piet", "Greta"], None, "zsm"),
        ("TO DO Piet: sleutels bijmaken - tegen vrijdag", "sleutels bijmaken", ["Piet"], date(2026, 3, 6), "vrijdag"),
        ("TO DO: sleutels bijmaken", "sleutels bijmaken", [], None, ""),
        ("AP12 Flyer nalezen (Tineke, 15/2)", "Flyer nalezen", ["Tineke"], date(2027, 2, 15), "15/2"),
        ("☐ rand opmeten – dienst wegen – 9 april", "rand opmeten", ["dienst wegen"], date(2026, 4, 9), "9 april"),
        ("- [ ] stickers bestellen", "stickers bestellen", [], None, ""),
        ("-> RO belt het CAW, tegen 25/6", "belt het CAW", ["Rachid Ouali"], date(2026, 6, 25), "25/6"),
        ("→ RO + TV maken een kaartje, najaar", "maken een kaartje", ["Rachid Ouali", "Tineke Vos"], None, "najaar"),
        ("=> An belt het CAW over de vorming", "belt het CAW over de vorming", ["An"], None, ""),
        ("-> allen: denk na over drie winkels, asap", "denk na over drie winkels", ["allen"], None, "asap"),
        (
            "Afspraken:\n1. LDC De Hazelaar levert de stoelen (uiterlijk 10/12).",
            "levert de stoelen",
            ["LDC De Hazelaar"],
            date(2026, 12, 10),
            "10/12",
        ),
        ("Acties:\n- Greta: prijs vragen, tegen 30 april", "prijs vragen", ["Greta"], date(2026, 4, 30), "30 april"),
        (
            "Actie\tWie\tTegen wanneer\nBrief maken\tRO, Piet\t30-4-2026",
            "Brief maken",
            ["Rachid Ouali", "Piet"],
            date(2026, 4, 30),
            "30-4-2026",
        ),
        (
            "| Nr | Actiepunt | Trekker | Deadline |\n|---|---|---|---|\n| 1 | Nalezen | | half april |",
            "Nalezen",
            [],
            None,
            "half april",
        ),
        (
            "- ACTIE Piet: affiche rondhangen in\n  de winkels (1 mei)",
            "affiche rondhangen in de winkels",
            ["Piet"],
            date(2026, 5, 1),
            "1 mei",
        ),
        ("**Actie:** koffie kopen 🎉 (Piet)", "koffie kopen 🎉", ["Piet"], None, ""),
        (
            "Action: ask the library (Greta and Piet, by 5 June 2026)",
            "ask the library",
            ["Greta", "Piet"],
            date(2026, 6, 5),
            "5 June 2026",
        ),
        (
            "Action point 2: order chairs - Piet - end of July",
            "order chairs",
            ["Piet"],
            date(2026, 7, 31),
            "end of July",
        ),
        ("Action Piet: order chairs by 3rd of May", "order chairs", ["Piet"], date(2026, 5, 3), "3rd of May"),
        ("Action: order chairs (Piet, July)", "order chairs", ["Piet"], None, "July"),
        ("Action: order chairs (to be decided, by next meeting)", "order chairs", [], None, "next meeting"),
        ("-> Piet calls the library, by Friday", "calls the library", ["Piet"], date(2026, 3, 6), "Friday"),
        ("Action items\n- Piet: order chairs, by 1/4", "order chairs", ["Piet"], date(2026, 4, 1), "1/4"),
        ("Action\tWho\tBy when\nOrder chairs\tPiet\t30 April", "Order chairs", ["Piet"], date(2026, 4, 30), "30 April"),
        ("Actie: ~~stoelen~~ tafels huren (~~Greta~~ Piet, 1/4)", "tafels huren", ["Piet"], date(2026, 4, 1), "1/4"),
    ],
)
def test_a_mark_gives_words_owner_and_day(line, text, owners, due, words):
    assert marked(line) == (text, owners, due, words, False)


@pytest.mark.parametrize(
    "line",
    [
        "- [x] lijst opvragen – Piet",
        "AP1 lijst opvragen (Piet) - OK, afgehandeld",
        "AP1 lijst opvragen (Piet) - in orde, gedaan",
        "ACTIE > lijst opvragen > Piet > klaar, OK",
        "Actie\tWie\tStatus\nlijst opvragen\tPiet\tOK, afgehandeld",
        "Actie\tWie\tTegen\nlijst opvragen (OK, afgehandeld)\tPiet\t",
    ],
)
def test_what_is_ticked_or_said_to_be_done_is_done(line):
    assert marked(line) == ("lijst opvragen", ["Piet"], None, "", True)


@pytest.mark.parametrize(
    "line",
    [
        "Actie is nodig, maar niemand weet wie dat kan trekken.",
        'In verslag 13 stond: "Actie: Piet bezorgt de cijfers (tegen 1 november)".',
        'Ook "Actie: Greta nodigt de huisartsen uit" vervalt.',
        "Van thuis naar het centrum -> twintig minuten stappen.",
        "-> dat is geen taak van deze groep",
        "Actie: geen",
        "Actie: geen voor dit punt.",
        "Actiepunten zijn er hier niet.",
        "Het puntje 'to do' was een vergissing.",
        "Over een actieplan: dat komt later.",
        "Piet zou de brief moeten schrijven tegen 1 mei.",
        "Agenda:\n1. Vorig verslag\n2. Acties\n3. Varia",
        "Budget\tBedrag\tRest\nSpeelgoed\t400\t120",
        "OPVOLGING VORIGE ACTIEPUNTEN\n- Piet heeft gebeld",
        "AP9 Zaal vragen (Piet) - vervalt",
        "~~Actie: zaal vragen (Piet, tegen 1 april)~~",
        "-> ~~Piet belt de bakker, tegen 12 juni~~",
        "- [ ] ~~zaal vragen – Piet~~",
        "Actie\tWie\tTegen\n~~zaal vragen~~\t~~Piet~~\t~~1/4~~",
        "A\u0336c\u0336t\u0336i\u0336e\u0336:\u0336 \u0336b\u0336e\u0336l\u0336",
        "Action is needed, but nobody knows who.",
        "Action plan: discussed last year (Piet, by 1 May)",
        "Task Force Wonen: Piet zit erin.",
        "Piet should talk to the library by 5 June.",
        "Action: none",
    ],
)
def test_what_is_not_marked_is_not_proposed(line):
    assert read_minutes(HEAD + line + "\n").actions == ()


def test_the_head_names_network_day_and_people():
    read = read_minutes(HEAD + "Besluit: de proef loopt door.\nBesluit: geen.\n")

    assert (read.network, read.date) == ("Lokaal overleg kinderopvang Zavelbeke", date(2026, 3, 3))
    assert read.present == ("Greta Lambrecht", "Rachid Ouali", "Tineke Vos", "Piet Van den Broeck")
    assert read.excused == ("An-Katrien De Smedt", "Willy Baert", "Rita Bos", "mevrouw Maes")
    assert [(decision.text, decision.line) for decision in read.decisions] == [("de proef loopt door", 6)]


def test_minutes_in_english_name_network_day_people_and_decisions():
    read = read_minutes(
        "Minutes of the meeting of the Newcomers Network\nDate: 21 May 2026\n\n"
        "Attendees: Ellen Vos, David Okoro and Samira Haddad\nApologies: Koen Pauwels\n\n"
        "Decision: the cafe moves.\nIt was decided that nobody pays.\nNext meeting: 3 June 2026\n"
    )

    assert (read.network, read.date) == ("Newcomers Network", date(2026, 5, 21))
    assert (read.present, read.excused) == (("Ellen Vos", "David Okoro", "Samira Haddad"), ("Koen Pauwels",))
    assert [decision.text for decision in read.decisions] == ["the cafe moves", "nobody pays"]


def test_a_list_below_its_heading_and_somebody_who_replaces_are_read():
    read = read_minutes(
        "Platform Zorg\nDatum\n4.12.2025\n\nAanwezig\nIngrid Boes (voorzitter)\nKarel Uyt, politie\n\n"
        "Verontschuldigd\nTinne Goem (centrum), vervangen door Lies Bal\nFrank Loob\n"
    )

    assert read.date == date(2025, 12, 4)
    assert read.present == ("Ingrid Boes", "Karel Uyt", "Lies Bal")
    assert read.excused == ("Tinne Goem", "Frank Loob")


def test_who_was_only_absent_is_not_excused():
    read = read_minutes("Groep\nAanwezig: Noor, Dieter\nAfwezig: Paul (verontschuldigd), Inge\n")

    assert read.excused == ("Paul",)


def test_without_a_date_a_day_without_a_year_stays_unknown():
    read = read_minutes("verslagje\nAanwezig: Ben\nActiepunt: tent huren - Ben - 12/3\nVolgende keer: 4 mei 2026\n")

    assert (read.date, read.network) == (None, None)
    assert (read.actions[0].due, read.actions[0].due_words) == (None, "12/3")


def test_the_day_a_mail_was_sent_is_not_the_day_they_met():
    assert read_minutes("Van: An\nVerzonden: 3 maart 2026\nOnderwerp: verslag\n\nDag allen\n").date is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("29 februari", date(2028, 2, 29)),
        ("31 november", None),
        ("dinsdag", date(2026, 3, 10)),
        ("di 10 maart", date(2026, 3, 10)),
        ("einde februari", date(2027, 2, 28)),
        ("1/4/26", date(2026, 4, 1)),
        ("midden januari", None),
        ("volgende maandag", None),
        ("april", None),
    ],
)
def test_a_day_is_the_first_after_the_meeting_and_vague_words_name_none(words, day):
    assert day_of(words, date(2026, 3, 3)) == day


@pytest.mark.parametrize("text", ["", "\n\n", "a" * 200_000, "( " * 100_000, "😀\n" * 1000, "\t\t\n" * 1000])
def test_any_text_is_read_and_nothing_is_invented(text):
    read = read_minutes(text)

    assert (read.actions, read.decisions, read.present) == ((), (), ())
