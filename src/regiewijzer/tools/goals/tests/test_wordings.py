from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiewijzer.tools.goals.wording import Change, Run, changed_words

wordings = st.lists(st.sampled_from(["elk", "kind", "gezin", "vindt", "hulp,", "één", "gids"]), max_size=12).map(
    " ".join
)


def _words(runs: tuple[Run, ...], *changes: Change) -> str:
    return " ".join(run.words for run in runs if run.change in changes)


@settings(deadline=None)
@given(wordings, wordings)
def test_both_wordings_can_be_read_back(before: str, after: str) -> None:
    runs = changed_words(before, after)

    assert _words(runs, Change.KEPT, Change.REMOVED) == before
    assert _words(runs, Change.KEPT, Change.ADDED) == after


@settings(deadline=None)
@given(wordings, wordings)
def test_two_runs_next_to_each_other_differ(before: str, after: str) -> None:
    changes = [run.change for run in changed_words(before, after)]

    assert all(one is not other for one, other in pairwise(changes))


@pytest.mark.parametrize("text", ["Elk kind", "Elk  kind\n", " Elk kind "])
def test_spaces_are_no_change(text: str) -> None:
    assert changed_words("Elk kind", text) == (Run(Change.KEPT, "Elk kind"),)


def test_what_went_stands_before_what_came() -> None:
    assert changed_words("Alle gezinnen vinden hulp", "Elk gezin vindt hulp") == (
        Run(Change.REMOVED, "Alle gezinnen vinden"),
        Run(Change.ADDED, "Elk gezin vindt"),
        Run(Change.KEPT, "hulp"),
    )
