import pytest

from regiewijzer.library.texts import Language, Text, active_language

GOAL = Text(nl="doel", en="goal")


@pytest.mark.parametrize(("tag", "shown"), [("nl", "doel"), ("nl-be", "doel"), ("en", "goal"), ("en_GB", "goal")])
def test_a_text_is_shown_in_the_language_of_the_reader(tag, shown, speak):
    speak(tag)

    assert (str(GOAL), f"{GOAL}", "%s" % GOAL, GOAL.in_language(tag)) == (shown,) * 4  # noqa: UP031


def test_dutch_is_spoken_where_nobody_chose(speak):
    speak(None)

    assert active_language() is Language.DUTCH
    assert str(GOAL) == "doel"


def test_a_text_speaks_when_it_is_shown_and_not_when_it_was_found(speak):
    found = [GOAL]

    speak("en")

    assert [str(text) for text in found] == ["goal"]


def test_a_language_we_do_not_write_is_refused_with_a_sentence(speak):
    speak("fr")

    with pytest.raises(KeyError, match="no texts in the language 'fr'"):
        str(GOAL)
    with pytest.raises(KeyError, match="no texts in the language 'fr'"):
        GOAL.in_language("fr")
