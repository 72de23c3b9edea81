from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as some

from regiewijzer.science.release import REST, comparable, disclosed, fixed_partition, shown_cells
from regiewijzer.science.scoring.definitions import Dimension, Item, Option, Ranking, Scale, ScaleKind, Scheme, Score
from regiewijzer.science.scoring.groups import result
from regiewijzer.science.scoring.respondents import Response

FIVE = Scale(ScaleKind.ORDINAL, (1, 2, 3, 4, 5))
SCHEME = Scheme(
    items=(Item("one", FIVE, "trust"), Item("two", FIVE, "trust"), Item("words", Scale(ScaleKind.TEXT))),
    dimensions=(Dimension("trust", Score.MEAN),),
    layers=("board", "staff"),
)
SIZES = some.dictionaries(some.sampled_from("abcdefg"), some.integers(0, 12), max_size=7)


def forms(how_many: int, cell: str = "", **answers: int) -> list[Response]:
    return [Response(answers or {"one": 2, "two": 4}, cell) for _person in range(how_many)]


@pytest.mark.parametrize(
    ("sizes", "cells"),
    [
        ({"a": 6, "b": 5}, {"a": "a", "b": "b"}),
        ({"a": 6, "b": 3, "c": 2}, {"a": "a", "b": REST, "c": REST}),
        ({"a": 6, "b": 7, "c": 2}, {"a": REST, "b": "b", "c": REST}),
        ({"a": 6, "c": 2}, {}),
        ({"a": 4, "b": 4}, {}),
        ({"a": 20}, {}),
        ({"a": 6, REST: 8}, {"a": "a", REST: REST}),
        ({}, {}),
    ],
)
def test_small_groups_go_together(sizes: Mapping[str, int], cells: Mapping[str, str]) -> None:
    assert fixed_partition(sizes) == cells


@given(SIZES)
def test_no_cell_of_a_partition_is_smaller_than_the_limit(sizes: Mapping[str, int]) -> None:
    cells = fixed_partition(sizes)

    asked = {cell: sum(sizes[name] for name in cells if cells[name] == cell) for cell in cells.values()}
    assert all(people >= 5 for people in asked.values())
    assert cells == {} or set(cells) == set(sizes)


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ({"a": 6, "b": 5}, "ab"),
        ({"a": 7, "b": 6, "c": 2}, "a"),  # without b, everybody less a and b would be two
        ({"a": 7, "b": 6, "c": 0}, "a"),  # and would be nobody: suppressed and empty look alike
        ({"a": 7, "b": 3, "c": 2}, "a"),
        ({"a": 4, "b": 4}, ""),
        ({"a": 9, "b": 1}, ""),
    ],
)
def test_what_is_hidden_is_never_a_small_group(people: Mapping[str, int], shown: str) -> None:
    assert shown_cells([people]) == set(shown)


@given(some.lists(some.fixed_dictionaries(dict.fromkeys("abcde", some.integers(0, 12))), min_size=1, max_size=4))
def test_every_figure_shown_or_left_over_rests_on_five_people(figures: list[Mapping[str, int]]) -> None:
    shown = shown_cells(figures)

    for figure in figures:
        left = [people for cell, people in figure.items() if cell not in shown]
        assert all(figure[cell] >= 5 for cell in shown)
        assert not shown or not left or sum(left) >= 5


@pytest.mark.parametrize(
    ("before", "now", "may"),
    [
        ("abcdef", "abcdef", True),
        ("abcdef", "abcdefg", False),
        ("abcdef", "abcghij", True),
        ("abcde", "", True),
        ("abcdefg", "abchij", True),
        ("abcdefg", "abcdhi", True),
        ("abcdefg", "abcdeh", False),
    ],
)
def test_two_waves_are_compared_only_without_a_small_difference(before: str, now: str, may: bool) -> None:
    assert comparable(before, now) is may


def test_nothing_is_told_of_four_people() -> None:
    assert disclosed(SCHEME, forms(4), ()) is None
    assert disclosed(SCHEME, forms(5), ()) is not None


def test_a_question_few_people_answered_is_taken_out() -> None:
    released = disclosed(SCHEME, [*forms(6, one=2), *forms(4, one=3, two=5)], ())

    assert released is not None
    assert {name for form in released.everyone for name in form.answers} == {"one"}


def test_words_are_never_among_the_figures() -> None:
    released = disclosed(SCHEME, [Response({"one": 1, "words": "Ik ben Jan"}) for _person in range(20)], ())

    assert released is not None
    assert "words" not in {name for form in released.everyone for name in form.answers}


def test_a_cell_that_skipped_a_question_shows_how_many_they_are_and_no_more() -> None:
    answered = [*forms(6, "board"), *forms(7, "staff")]
    some_skipped = [*answered[:3], *forms(3, "board", one=3), *answered[6:]]

    released = disclosed(SCHEME, some_skipped, ("board", "staff"))

    assert released is not None
    assert {cell: len(part) for cell, part in released.cells.items()} == {"board": 6, "staff": 7}
    assert all(form.answers == {} for part in released.cells.values() for form in part)
    assert all(form.layer == "" for form in released.everyone)


def test_a_score_that_few_people_have_is_not_told_although_many_answered_its_questions() -> None:
    """Seven answered each question and four both: the score of those four would be theirs alone."""
    scheme = Scheme(SCHEME.items[:2], (Dimension("trust", Score.MEAN, min_answered=2),))

    released = disclosed(scheme, [*forms(3, one=1), *forms(3, two=5), *forms(4)], ())

    assert released is not None
    assert all(form.answers == {} for form in released.everyone)


def test_a_score_that_few_people_of_a_cell_have_hides_the_questions_of_that_cell() -> None:
    scheme = Scheme(SCHEME.items[:2], (Dimension("trust", Score.MEAN, min_answered=2),), layers=SCHEME.layers)
    board = [*forms(4, "board"), *forms(2, "board", one=1), *forms(2, "board", two=5)]

    released = disclosed(scheme, [*board, *forms(9, "staff")], ("board", "staff"))

    assert released is not None
    assert {cell: len(part) for cell, part in released.cells.items()} == {"board": 8, "staff": 9}
    assert all(form.answers == {} for part in released.cells.values() for form in part)


def test_a_cell_that_is_hidden_for_a_smaller_one_does_not_hide_another_as_well() -> None:
    """Of seven, five and three the five are hidden, so that the three are not what is left. The seven stay."""
    seven = [*forms(5, "a"), *forms(2, "a", two=4)]

    released = disclosed(SCHEME, [*seven, *forms(5, "b"), *forms(3, "c")], ("a", "b", "c"))

    assert released is not None
    assert list(released.cells) == ["a"]
    assert sum("one" in form.answers for form in released.cells["a"]) == 5


def test_a_ranking_that_few_people_finished_is_not_told() -> None:
    first, second = Option("first", "trust"), Option("second", "trust")
    scheme = Scheme((), (Dimension("trust", Score.MEAN),), rankings=(Ranking("order", (first, second)),))
    finished, begun = forms(4, first=1, second=2), forms(5, first=1)

    few, enough = disclosed(scheme, [*finished, *begun], ()), disclosed(scheme, [*finished, *finished], ())

    assert few is not None
    assert enough is not None
    assert {name for form in few.everyone for name in form.answers} == set()
    assert {name for form in enough.everyone for name in form.answers} == {"first", "second"}


def test_the_cell_with_the_fewest_people_in_any_figure_gives_way() -> None:
    figures = [{"a": 5, "b": 6, "c": 4}, {"a": 20, "b": 6, "c": 4}]

    assert shown_cells(figures) == {"b"}


def test_a_layer_of_which_one_subject_is_hidden_is_named_on_no_form() -> None:
    """Or the forms of everybody would tell, cell by cell, what was taken out of the cells."""
    scheme = Scheme(
        (Item("one", FIVE, "trust"), Item("two", FIVE, "goal")),
        (Dimension("trust", Score.MEAN), Dimension("goal", Score.MEAN)),
        layers=SCHEME.layers,
    )
    board = [*forms(3, "board"), *forms(3, "board", one=1)]

    released = disclosed(scheme, [*board, *forms(9, "staff")], ("board", "staff"))

    assert released is not None
    assert {name for form in released.cells["board"] for name in form.answers} == {"one"}
    assert {form.layer for form in released.everyone} == {""}


def test_layers_of_which_everything_is_told_are_compared() -> None:
    released = disclosed(SCHEME, [*forms(6, "board"), *forms(7, "staff", one=5, two=5)], ("board", "staff"))

    assert released is not None
    (trust,) = result(SCHEME, released.everyone, by_question=True).dimensions
    assert trust.layers == {"board": 3.0, "staff": 5.0}


def test_the_score_of_a_survey_is_that_of_its_questions() -> None:
    people = [*forms(5, one=1, two=1), Response({"one": 5})]

    (by_person,), (by_question,) = (
        result(SCHEME, people, by_question=by_question).dimensions for by_question in (False, True)
    )

    assert by_person.score == pytest.approx(10 / 6)  # five people at 1, one at 5
    assert by_question.score == pytest.approx((10 / 6 + 1) / 2)


@pytest.mark.parametrize(("score", "expected"), [(Score.COUNT, 5 / 6 + 1), (Score.COMPARE, 10 / 6 - 1)])
def test_counts_and_differences_are_made_of_questions_too(score: Score, expected: float) -> None:
    """Nobody who answered one question only can be found by taking the score off the questions."""
    dimension = Dimension("trust", score, counted=1)
    scheme = Scheme(SCHEME.items[:2], (dimension,))

    (found,) = result(scheme, [*forms(5, one=1, two=1), Response({"one": 5})], by_question=True).dimensions

    assert found.score == pytest.approx(expected)
