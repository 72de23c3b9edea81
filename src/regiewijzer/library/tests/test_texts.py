import pytest

from regiewijzer.library.texts import Text

GOAL = Text(nl="doel", en="goal")


@pytest.mark.parametrize(("tag", "shown"), [("nl", "doel"), ("nl-be", "doel"), ("en", "goal"), ("en_GB", "goal")])
def test_a_text_is_shown_in_the_language_of_the_reader(tag, shown):
    assert GOAL.in_language(tag) == shown


def test_a_language_we_do_not_write_is_refused_with_a_sentence():
    with pytest.raises(KeyError, match="no texts in the language 'fr'"):
        GOAL.in_language("fr")
