from dataclasses import replace

import pytest
from django.utils.translation import override

from regiewijzer.overview.reports.documents.files_report import board_report
from regiewijzer.overview.reports.tests.reading import alternatives_of, headings_of, opened, text_of
from regiewijzer.overview.reports.tests.samples import findings_of, lists_only, town
from regiewijzer.science.facts import Register
from regiewijzer.science.limits import DEFAULTS


def made(register: Register, *, title: str = "x") -> bytes:
    with override("en"):
        return board_report(register, findings_of(register), title=title)


@pytest.fixture(scope="module")
def report() -> bytes:
    return made(lists_only(), title="Who sits with whom?")


def test_lists_of_members_alone_make_two_pages(report: bytes) -> None:
    assert len(opened(report).pages) == 2
    assert headings_of(report) == [
        "Who sits with whom?",
        "What stands out",
        "Networks that share partners",
        "Who sits together twice",
        "Partners in more than 6 networks",
        "How we know this",
    ]


def test_pairs_with_the_same_partners_are_shown_as_a_picture_and_as_a_table(report: bytes) -> None:
    assert "Finilek and Iverlek" in alternatives_of(report)[0]
    assert "Finilek and Iverlek 6 of 6 100 %" in text_of(report, page=1)


def test_the_finding_about_a_pair_is_asked(report: bytes) -> None:
    assert "have exactly the same partners: 6 of the 6 of both together" in text_of(report, page=0)


def test_nothing_is_said_of_what_a_list_cannot_know(report: bytes) -> None:
    said = text_of(report)

    assert "instrument" not in said
    assert "two years" not in said
    assert "Provan and Kenis" not in said
    assert "Partners come from 5 lists of members (without a date)." in said


def test_a_partner_without_a_name_keeps_its_number() -> None:
    register = replace(lists_only(), organisations=())

    with override("en"):
        report = board_report(register, findings_of(register), title="x", limits=replace(DEFAULTS, member_load=2))

    assert "0 3 networks" in text_of(report)


def test_partners_in_many_networks_stand_by_name_and_not_by_number() -> None:
    with override("en"):
        report = board_report(
            lists_only(), findings_of(lists_only()), title="x", limits=replace(DEFAULTS, member_load=1)
        )

    said = text_of(report, page=1)
    assert "Partners in more than 1 network" in said
    assert said.index("Municipality 10 2 networks") < said.index("Municipality 2 3 networks")


def test_a_report_about_files_is_signed_by_the_program_or_the_authority() -> None:
    assert "Regiewijzer A look at lists" in text_of(made(lists_only()))
    assert "Vliermonde Report for the board" in text_of(made(town()))


def test_files_that_belong_to_no_authority_ask_no_board(report: bytes) -> None:
    assert "board" not in text_of(report)
