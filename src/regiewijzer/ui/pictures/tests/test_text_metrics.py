import pytest

from regiewijzer.ui.pictures.text_metrics import ELLIPSIS, NARROW, Letter, shorten, width_of, wrap

PLAIN = Letter("", 15, 18)
NAME = "Vlaamse Vereniging voor Samenlevingsopbouw en Armoedebestrijding vzw"


@pytest.mark.parametrize(
    ("words", "measured"),
    [
        ("Communicatief-rationeel", 157.8),
        ("Subsidie buitenschoolse opvang", 202.6),
        ("sterker dan nodig: overtuigen volstond", 242.7),
        ("Nood aan netwerkkunde", 154.7),
    ],
)
def test_the_estimate_is_at_most_a_few_percent_above_what_the_font_takes(words: str, measured: float) -> None:
    assert measured <= width_of(words, PLAIN) <= measured * 1.05


def test_an_accent_takes_no_room_and_an_unknown_script_takes_much() -> None:
    assert width_of("geëngageerd", PLAIN) == width_of("geengageerd", PLAIN)
    assert width_of("e\u0301", PLAIN) == width_of("e", PLAIN)
    assert width_of("政策", PLAIN) == 30


def test_bold_is_wider() -> None:
    assert width_of(NAME, PLAIN.strong) > width_of(NAME, PLAIN)


@pytest.mark.parametrize("room", [40, 90, 143, 236, 350])
def test_no_line_is_wider_than_its_room(room: float) -> None:
    lines = wrap(NAME, PLAIN, room, lines=3)

    assert len(lines) <= 3
    assert all(width_of(line, PLAIN) <= room for line in lines)


def test_words_break_at_spaces_and_none_is_lost() -> None:
    lines = wrap(NAME, PLAIN, 200, lines=4)

    assert " ".join(lines) == NAME


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap(NAME, PLAIN, 120)

    assert len(lines) == 2
    assert lines[1].endswith(ELLIPSIS)
    assert not lines[0].endswith(ELLIPSIS)


def test_a_word_breaks_behind_its_own_hyphen_before_it_gets_a_new_one() -> None:
    assert wrap("Communicatief-rationeel", PLAIN, 120) == ("Communicatief-", "rationeel")
    first, second = wrap("Samenwerkingsverband", PLAIN, 100)
    assert first.endswith("-")
    assert first[:-1] + second == "Samenwerkingsverband"


def test_spaces_around_and_between_words_do_not_count() -> None:
    assert wrap("  Brede   School \n", PLAIN, 200) == ("Brede School",)
    assert wrap(" ", PLAIN, 200) == ()


def test_a_short_name_stays_whole_and_a_room_too_small_leaves_an_ellipsis() -> None:
    assert shorten("Zorgraad", PLAIN, 100) == "Zorgraad"
    assert shorten("Zorgraad", PLAIN, 3) == ELLIPSIS


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("Verenigingenplatform", ("Verenigingenplat-", "form")),
        ("Revalidatiecentrum", ("Revalidatie-", "centrum")),
        ("Wijkgezondheidscentrum", ("Wijkgezondheids-", "centrum")),
    ],
)
def test_a_long_word_is_parted_between_syllables_and_leaves_no_few_letters(word: str, parted: tuple[str, str]) -> None:
    room = width_of(word, NARROW.body) - 1

    assert wrap(word, NARROW.body, room) == parted
