from itertools import pairwise

from regiewijzer.ui.pictures.rings import CORE, Around, Seen, rings_picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, words

LONG = "Wijkgezondheidscentrum De Scheldekouter"
RING_NAMES = ((CORE, "Kern"), ("complementary", "Complementair"), ("context", "Context"))


def _picture(*partners: Around) -> tuple[str, str]:
    made = rings_picture(Seen("Arena", partners, (), RING_NAMES, ("Partner",)), picture_id="arena")
    assert made is not None
    return both(made)


def test_a_long_name_is_read_whole_beside_the_rings_too() -> None:
    for svg in _picture(Around(LONG, "context", inside=True), Around("CAW", CORE, inside=True)):
        assert not [piece for piece in words(svg) if "…" in piece]
        assert set(LONG.split()) <= set(" ".join(words(svg)).split())


def test_a_name_of_two_lines_leaves_room_for_the_next() -> None:
    wide, _narrow = _picture(Around(LONG, "context", inside=True), Around("CAW", "context", inside=True))

    feet = sorted(float(each["y"]) for each in drawn(wide, "text") if each["x"] not in {"460"})
    assert all(after - before >= 14 for before, after in pairwise(feet))
