from dataclasses import replace

import pytest

from regiewijzer.ui.pictures.mix import Acting, Action, Mix, mix_picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, said_at, words
from regiewijzer.ui.pictures.tests.samples import MIX


def test_nothing_is_drawn_when_nothing_acts() -> None:
    assert mix_picture(replace(MIX, actions=()), picture_id="mix") is None


def test_an_action_on_what_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the mix of 2"):
        mix_picture(Mix(("A", "B"), (Action(0, 2, Acting.NEEDS),)), picture_id="mix")


def test_each_mark_is_a_word_in_the_key_the_lines_and_the_table() -> None:
    made = mix_picture(MIX, picture_id="mix")

    assert made is not None
    for svg in both(made):
        assert {"reinforces", "weakens", "needs", "replaces"} <= set(words(svg))
    assert [row[1] for row in made.data_table.rows] == ["weakens", "reinforces", "needs", "replaces"]
    assert made.data_table.rows[0] == ("Reglement", "weakens", "Label", "Twee boodschappen")


def test_a_reinforcement_is_a_plus_and_a_clash_a_cross_in_the_row_of_who_acts() -> None:
    made = mix_picture(replace(MIX, actions=(Action(1, 0, Acting.WEAKENS),)), picture_id="mix")

    assert made is not None
    heights = {float(each["y1"]) for each in drawn(made.wide, "line", "s-short")}
    foot = float(said_at(made.wide, "Reglement")["y"])
    assert min(abs(height - foot) for height in heights) < 12
    assert not drawn(made.wide, "line", "s-ok")
