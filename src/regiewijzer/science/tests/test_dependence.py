"""The rule of dependence and rank on its four corners, and where high begins."""

import pytest

from regiewijzer.science.dependence import Dependence, standing


@pytest.mark.parametrize(
    ("importance", "replaceability", "dependence", "rank"),
    [
        (4, 1, Dependence.GREAT, 4),
        (3, 2, Dependence.GREAT, 4),
        (4, 4, Dependence.LIMITED, 3),
        (3, 3, Dependence.LIMITED, 3),
        (1, 1, Dependence.LIMITED, 2),
        (2, 2, Dependence.LIMITED, 2),
        (1, 4, Dependence.ALMOST_NONE, 1),
        (2, 3, Dependence.ALMOST_NONE, 1),
    ],
)
def test_dependence_and_rank(importance, replaceability, dependence, rank):
    found = standing(importance, replaceability)

    assert (found.dependence, found.rank) == (dependence, rank)


@pytest.mark.parametrize(("importance", "replaceability"), [(0, 1), (5, 1), (1, 0), (1, 5)])
def test_outside_the_scale_there_is_no_rule(importance, replaceability):
    with pytest.raises(ValueError, match="1 to 4"):
        standing(importance, replaceability)
