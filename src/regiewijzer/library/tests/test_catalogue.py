import pytest

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Attendance, Duty, MandateStatus, SeatBasis, ThemeKind, WeightLevel
from regiewijzer.library.pages import PageKind


@pytest.mark.parametrize(
    ("weight", "level"),
    [
        (5, WeightLevel.FIRST),
        (4, WeightLevel.FIRST),
        (3, WeightLevel.NEXT),
        (2, WeightLevel.WATCH),
        (1, WeightLevel.WATCH),
    ],
)
def test_a_weight_becomes_one_of_three_levels(weight, level):
    assert WeightLevel.of(weight) is level


@pytest.mark.parametrize("weight", [0, 6])
def test_a_weight_off_the_scale_is_refused(weight):
    with pytest.raises(ValueError, match="from 1 to 5"):
        WeightLevel.of(weight)


def test_every_level_has_a_word():
    assert [catalogue.word(level, "weight_levels").short.nl for level in WeightLevel] == [
        "Eerst",
        "Daarna",
        "In het oog",
    ]


def test_a_finding_type_names_its_subject_and_its_sources():
    kind = catalogue.finding_type("form.too_many_participants")

    assert catalogue.subject_label(kind.rule).nl == "Vorm"
    assert catalogue.source(kind.sources[0]).short.nl == "Provan en Kenis, 2008"
    assert kind.level is WeightLevel.FIRST
    assert kind.placeholders == {"network", "count", "limit"}


def test_the_article_of_vvsg_is_named_short():
    assert catalogue.source("seed 001").short.nl == "VVSG, Lokaal 4/2020"


def test_a_word_without_a_short_form_has_its_name_with_a_capital():
    own, expertise = catalogue.word("flanders", "origins"), catalogue.word("health", "domains")

    assert (own.short.nl, own.plural.nl) == ("Vlaanderen", "Vlaanderen")
    assert (expertise.text.nl, expertise.short.nl) == ("gezondheid en zorg", "Zorg")


@pytest.mark.parametrize(
    ("look_up", "sentence"),
    [
        (lambda: catalogue.finding_type("x"), "no finding type called 'x'"),
        (lambda: catalogue.ground_type("x"), "no ground called 'x'"),
        (lambda: catalogue.source("x"), "no source called 'x'"),
        (lambda: catalogue.word("x", "forms"), "no word in the group 'forms' called 'x'"),
        (lambda: catalogue.words("x"), "no group of words called 'x'"),
        (lambda: catalogue.theme("x"), "no theme called 'x'"),
        (lambda: catalogue.principle("x"), "no design principle called 'x'"),
        (lambda: catalogue.impasse("x"), "no impasse called 'x'"),
        (lambda: catalogue.introduction("x"), "no introduction called 'x'"),
        (lambda: catalogue.knowledge_page("x"), "no page called 'x'"),
    ],
)
def test_an_unknown_key_is_refused_with_a_sentence(look_up, sentence):
    with pytest.raises(KeyError, match=sentence):
        look_up()


def test_there_are_eleven_principles_with_a_name_from_the_source():
    principles = catalogue.principles()

    assert [each.number for each in principles] == list(range(1, 12))
    assert principles[0].original_name == "Werk vanuit een urgent en intrigerend vraagstuk"


def test_every_impasse_leads_to_principles():
    titles = [catalogue.principle(key).title.nl for each in catalogue.impasses() for key in each.principles]

    assert len(catalogue.impasses()) == 12
    assert all(titles)


def test_practice_cases_have_known_themes_and_say_how_much_is_known():
    for case in catalogue.practice_cases():
        assert all(catalogue.theme(key).kind is ThemeKind.POLICY for key in case.themes)
        assert case.known.nl == "Alleen titel en thema’s bekend"


def test_lists_with_an_introduction_have_a_title_and_notes():
    for chapter in catalogue.INTRODUCED:
        assert catalogue.introduction(chapter).title.nl
        assert catalogue.introduction(chapter).notes


def test_the_glossary_explains_enforcement_power():
    terms = {term.key: term for term in catalogue.glossary()}

    assert terms["power"].term.nl == "doorzettingsmacht"


def test_every_page_is_there_in_both_languages(speak):
    dutch = catalogue.knowledge_pages()

    speak("en")
    english = catalogue.knowledge_pages()

    assert {page.key for page in dutch} == {page.key for page in english}
    assert [page.title for page in dutch] == sorted((page.title for page in dutch), key=str.casefold)


def test_help_pages_can_be_listed_apart():
    keys = {page.key for page in catalogue.knowledge_pages(PageKind.HELP)}

    assert keys == {
        "help-accessibility",
        "help-choice",
        "help-composition",
        "help-readiness",
        "help-calculation",
        "help-cooperation",
        "help-effect",
        "help-findings",
        "help-form",
        "help-goals",
        "help-import",
        "help-overlap",
        "help-team-roles",
        "help-privacy",
        "help-register",
        "help-reports",
        "help-roles",
        "help-steering",
        "help-confirmations",
        "help-meetings",
        "help-mix",
        "help-surveys",
        "help-arena",
        "help-breakthrough",
        "help-practice",
        "help-mandates",
        "help-insights",
        "help-week",
        "help-whole",
        "help-workshops",
        "help-year",
    }


def test_the_mandates_are_those_that_were_read_and_what_nobody_checked_stays_marked():
    mandates = catalogue.mandates()

    assert len(mandates) == 41
    assert sum(each.status is MandateStatus.TO_CHECK for each in mandates) == 16
    assert sum(each.year_inferred for each in mandates) == 22
    assert sum(each.contested for each in mandates) == 10
    assert all(each.seen_in.address.startswith("http") and 1990 < each.year <= 2026 for each in mandates)
    assert all(each.regulation and each.doubt and each.seen_in.publisher for each in mandates)


def test_a_mandate_tells_who_sits_there_on_what_ground_and_how_many_were_read():
    safety = catalogue.mandate("local_security_cell_radicalisation")
    house = catalogue.mandate("house_of_the_child")
    housing = catalogue.mandate("local_housing_consultation")

    assert (safety.status, safety.duty, safety.year) == (MandateStatus.SEEN, Duty.ALWAYS, 2018)
    assert safety.seats_members
    assert {seat.basis for seat in house.seats} == {SeatBasis.MEMORY}
    assert not house.seats_members
    assert (housing.meetings_per_year, housing.duty_seen) == (2, 2023)
    assert {seat.attendance for seat in housing.seats} <= set(Attendance)
    assert all(seat.minimum is None or seat.minimum > 0 for each in catalogue.mandates() for seat in each.seats)


def test_a_mandate_that_does_not_exist_is_named():
    with pytest.raises(KeyError, match="no mandate called 'dance'"):
        catalogue.mandate("dance")
