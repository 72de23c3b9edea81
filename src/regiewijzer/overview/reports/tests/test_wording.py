from django.utils.translation import override

from regiewijzer.overview.reports import wording


def test_a_list_that_was_cut_says_so_and_a_whole_one_says_nothing() -> None:
    with override("en"):
        assert wording.some_of(3, 12) == "3 of 12 shown."
        assert wording.some_of(3, 12, "the heaviest first") == "3 of 12 shown: the heaviest first."
    assert wording.some_of(12, 12) == ""


def test_a_size_is_rounded_up() -> None:
    with override("en"):
        assert wording.size(80 * 1024 + 1) == "81 kB"
