import pytest

from regiewijzer.library.patterns import Placeholder, read_pattern


def test_text_holes_and_bold_are_told_apart():
    pattern = read_pattern("{network} telt **{count} partners**.")

    assert [tuple(segment) for segment in pattern.segments] == [
        (Placeholder("network"), False),
        (" telt ", False),
        (Placeholder("count"), True),
        (" partners", True),
        (".", False),
    ]


def test_a_hole_may_have_a_manner_and_a_unit():
    placeholders = read_pattern("{form:forms.plural}{count|partner|partners}").placeholders

    assert placeholders == (
        Placeholder("form", formatter="forms.plural"),
        Placeholder("count", one="partner", many="partners"),
    )


@pytest.mark.parametrize("broken", ["{count", "count}", "{}", "{count|partner}", "{two words}"])
def test_a_brace_without_a_proper_hole_is_refused(broken):
    with pytest.raises(ValueError, match="brace without a proper placeholder"):
        read_pattern(broken)


def test_bold_that_does_not_end_is_refused():
    with pytest.raises(ValueError, match="begun and not ended"):
        read_pattern("**9 van 11 partners")
