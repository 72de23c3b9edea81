from datetime import date

import pytest

from regiewijzer.library import figures


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (14, "14", "14"),
        (2.8, "2,8", "2.8"),
        (4.0, "4,0", "4.0"),
        (2.25, "2,3", "2.3"),  # a half goes up, where a float would go to the even side
        (2026, "2026", "2026"),
        (12500, "12.500", "12,500"),
        (1234567.89, "1.234.567,9", "1,234,567.9"),
        (-1.2, "-1,2", "-1.2"),
        (-0.01, "0,0", "0.0"),
    ],
)
def test_numbers_are_written_as_people_of_the_language_do(value, dutch, english, speak):
    assert figures.number(value) == dutch

    speak("en")

    assert figures.number(value) == english


def test_a_percentage_keeps_its_sign_on_the_same_line_in_dutch(speak):
    assert figures.percentage(12 / 14) == "86\u00a0%"

    speak("en")

    assert figures.percentage(12 / 14) == "86%"


def test_a_share_of_exactly_a_half_percent_goes_up():
    assert figures.percentage(0.285) == "29\u00a0%"


def test_a_date_is_written_in_words(speak):
    assert figures.date_in_words(date(2026, 11, 23)) == "23 november 2026"

    speak("en")

    assert figures.date_in_words(date(2026, 12, 3)) == "3 December 2026"


@pytest.mark.parametrize(("months", "shown"), [(0, "minder dan een maand"), (1, "1 maand"), (31, "31 maanden")])
def test_a_duration_has_its_unit(months, shown):
    assert figures.duration_in_months(months) == shown


@pytest.mark.parametrize(("share", "answer"), [(0, 1), (0.33, 2.32), (0.75, 4.0), (1, 5)])
def test_a_score_is_put_on_the_scale_people_answered_on(share, answer):
    assert figures.on_answer_scale(share) == answer


def test_fourteen_members_need_ninety_one_lines():
    assert figures.pairs(14) == 91
