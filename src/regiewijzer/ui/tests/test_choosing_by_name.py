"""Choosing by typing a name: never another one than was meant."""

import pytest
from django.core.exceptions import ValidationError

from regiewijzer.ui.forms import ChoiceByNameField


def _chosen(typed: str, **options: int) -> object:
    field = ChoiceByNameField(options=options.items())
    return field.clean(typed)


def test_the_exact_name_comes_first() -> None:
    assert (_chosen("Cado", Cado=1, CADO=2), _chosen("CADO", Cado=1, CADO=2)) == (1, 2)


def test_another_spelling_will_do_when_it_can_only_be_one() -> None:
    assert _chosen("huis van het kind", **{"Huis van het Kind": 1, "Cado": 2}) == 1
    assert _chosen("Jeugdhuis 't\u00a0Kot", **{"Jeugdhuis ’t Kot": 1, "Cado": 2}) == 1


@pytest.mark.usefixtures("english")
def test_a_spelling_that_may_be_several_is_asked_again() -> None:
    with pytest.raises(ValidationError, match="may be one of several: Cado, CADO"):
        _chosen("cado", Cado=1, CADO=2)


@pytest.mark.usefixtures("english")
def test_a_name_that_nobody_has_is_not_in_the_list() -> None:
    with pytest.raises(ValidationError, match="is not in the list"):
        _chosen("Elders", Cado=1)
