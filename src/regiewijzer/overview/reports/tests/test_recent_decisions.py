from datetime import date

import pytest
from django.utils.translation import override
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.library.sentences import Part, Sentence
from regiewijzer.overview.findings.queries import BeforeAfter
from regiewijzer.overview.reports.documents.recent_decisions import change_in_words, decided_lately, lately, state_of
from regiewijzer.overview.reports.tests.samples import TODAY
from regiewijzer.register.decisions.models import Decision
from regiewijzer.ui.pictures.marks import Fit


def said(*bold: str) -> Sentence:
    return Sentence(tuple(part for words in bold for part in (Part("with ", bold=False), Part(words, bold=True))))


def words_of(change: BeforeAfter) -> str:
    with override("en"):
        return change_in_words(change).plain


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (BeforeAfter(said("14 partners", "8"), said("9 partners", "8"), closed=True), "from 14 partners to 9 partners"),
        (BeforeAfter(said("14 partners"), None, closed=True), "The finding is gone."),
        (BeforeAfter(said("14 partners"), said("14 partners"), closed=True), "The finding still stands."),
        (BeforeAfter(said("14 partners"), said("14 partners"), closed=False), ""),
        (BeforeAfter(said("2.8", "14"), said("3.1", "9"), closed=False), "from 2.8, 14 to 3.1, 9"),
    ],
)
def test_only_numbers_that_changed_are_told(change: BeforeAfter, words: str) -> None:
    assert words_of(change) == words


@pytest.mark.parametrize(
    ("outcome", "shape", "word"),
    [("helped", Fit.OK, "helped"), ("not", Fit.SHORT, "did not help"), ("partly", Fit.TIGHT, "helped a little")],
)
def test_whether_it_helped_is_a_shape_and_a_word(outcome: str, shape: Fit, word: str) -> None:
    with override("en"):
        state = state_of(Decision(outcome=outcome))

    assert (state.shape, state.word) == (shape, word)


def test_until_somebody_looked_it_says_when_that_will_be() -> None:
    with override("en"):
        assert state_of(Decision(review_on=date(2027, 6, 1))).word == "follows on 1 June 2027"
        assert state_of(Decision(answer="accept")).word == "Accept"


def test_decisions_of_the_past_year_come_with_reviewed_ones_first(world: World) -> None:
    with inside(world.authority.pk), override("en"):
        Decision.objects.all().delete()
        owned = {"authority": world.authority, "as_of": TODAY}
        Decision.objects.create(name="Long ago", decided_on=date(2024, 1, 1), **owned)
        Decision.objects.create(name="Open", decided_on=date(2026, 11, 1), review_on=date(2027, 5, 1), **owned)
        Decision.objects.create(
            name="Old, looked at again",
            decided_on=date(2024, 1, 1),
            reviewed_on=date(2026, 5, 1),
            outcome="not",
            **owned,
        )
        Decision.objects.create(answer="accept", reason="Because " * 100, decided_on=date(2026, 6, 1), **owned)

        found, cut = list(lately(TODAY)), decided_lately(TODAY, most=2)

    assert [decision.name for decision in found] == ["Old, looked at again", "Open", ""]
    assert [line.name for line in cut.rows] == ["Old, looked at again", "Open"]
    assert cut.note == "2 of 3 shown."
