"""The dossier of an example network on paper holds everything the tools of form and effect know of it."""

import pytest
from django.utils.translation import override

from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.reports.documents.network_dossier import paper_of
from regiewijzer.overview.reports.documents.report_model import Chapter, Picture
from regiewijzer.register.networks.models import Network
from regiewijzer.ui.pictures.picture import Table


def _chapter(example: Example, name: str, heading: str) -> Chapter:
    with override("en"):
        paper = paper_of(Network.objects.get(name=name), example.authority, example.today)
    return next(chapter for chapter in paper.chapters if chapter.heading.startswith(heading))


def _tables(chapter: Chapter) -> list[str]:
    return [block.caption for block in chapter.blocks if isinstance(block, Table)]


def test_the_form_comes_with_checks_changes_measurements_and_the_second_reading(example: Example) -> None:
    chapter = _chapter(example, "Kansrijk Opgroeien", "The form it has falls short")

    assert _tables(chapter) == [
        "What the form of today needs",
        "What each form would need",
        "Measurements, on a scale of 1 to 5",
        "A second reading, after Raab, Mannak and Cambré, 2015",
    ]
    assert any(isinstance(block, Picture) for block in chapter.blocks)


def test_the_effect_comes_with_levels_criteria_and_what_people_say(example: Example) -> None:
    chapter = _chapter(example, "Kansrijk Opgroeien", "Is there a result?")

    levels, criteria = _tables(chapter)
    assert (levels, criteria) == ("Is there a result?", "Criteria, chosen on 22 September 2025 before scoring")
    assert len([block for block in chapter.blocks if isinstance(block, Picture)]) == 2


def test_a_conclusion_is_told_with_what_was_learned(example: Example) -> None:
    chapter = _chapter(example, "Brede School", "Is there a result?")

    said = str(chapter.blocks[-1])
    assert "Learned: " in said
    assert "Eén rooster deed meer dan tien visieteksten." in said


@pytest.mark.parametrize("name", ["Klimaattafel Kaai", "Verenigingenplatform"])
def test_a_network_of_which_little_is_known_has_the_same_chapters(example: Example, name: str) -> None:
    assert _chapter(example, name, "Is there a result?").blocks
    assert _chapter(example, name, "Which form holds?").blocks
