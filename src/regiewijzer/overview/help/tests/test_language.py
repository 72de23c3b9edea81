"""One language is active at a time, that of the page or document being made; the library speaks it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.translation import deactivate_all, override
from tests.accounts import Member

from regiewijzer.foundation.accounts.models import User
from regiewijzer.library import catalogue
from regiewijzer.library.texts import Language, Text, active_language

GOAL = Text(nl="doel", en="goal")
WITHOUT_DJANGO = """
import sys
from regiewijzer.library import catalogue, sentences
from regiewijzer.library.texts import set_language_provider

print(catalogue.word("nao", "forms").short, sentences.sentence_of("form.no_form_fits", {"network": "Huis"}))
set_language_provider(lambda: "en")
print(catalogue.word("nao", "forms").short)
print([name for name in sys.modules if name.partition(".")[0] == "django"])
"""


@pytest.fixture
def knowledge() -> Text:
    """The title of a knowledge page in both languages."""
    found = {}
    for language in Language:
        with override(language):
            found[language] = catalogue.knowledge_page("three-forms").title
    return Text(**{language.value: title for language, title in found.items()})


def read(member: Member, language: str) -> str:
    User.objects.filter(pk=member.user.pk).update(language=language)
    return member.client.get("/vliermonde/kennis/").content.decode()


def test_a_text_follows_the_language_of_a_document_and_is_dutch_where_translation_is_off() -> None:
    with override("en"):
        assert str(GOAL) == "goal"
        with override("nl"):
            assert str(GOAL) == "doel"
        assert str(GOAL) == "goal"
        deactivate_all()
        assert active_language() is Language.DUTCH


def test_a_template_speaks_when_it_is_filled() -> None:
    page = Template("{{ goal }} {% if goal == 'x' %}{% endif %}{{ goal|title }}")

    with override("en"):
        assert page.render(Context({"goal": GOAL})) == "goal Goal"
    assert page.render(Context({"goal": GOAL})) == "doel Doel"


def test_a_text_is_escaped_in_a_template() -> None:
    assert Template("{{ text }}").render(Context({"text": Text("<b>", "<b>")})) == "&lt;b&gt;"


def test_no_request_hears_the_language_of_the_one_before(
    administrator: Member, coordinator: Member, client: Client, knowledge: Text
) -> None:
    english, dutch, again = read(administrator, "en"), read(coordinator, "nl"), read(administrator, "en")

    assert knowledge.en in english
    assert knowledge.nl not in english
    assert knowledge.nl in dutch
    assert knowledge.en not in dutch
    assert knowledge.en in again
    assert '<html lang="nl"' in client.get("/account/login/").content.decode()


def test_no_thread_hears_the_language_of_another() -> None:
    with ThreadPoolExecutor(max_workers=1) as other, override("en"):
        assert other.submit(str, GOAL).result() == "doel"
        assert str(GOAL) == "goal"


def test_the_library_is_read_without_the_framework() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_DJANGO], capture_output=True, text=True, check=False)

    dutch, english, framework = done.stdout.splitlines()
    assert dutch.startswith("Netwerk-administratief ")
    assert "Huis" in dutch
    assert english == "Network administrative"
    assert framework == "[]"
