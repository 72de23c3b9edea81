"""Rule 6: foreign keys and templates look down and never sideways to a tool. Import-linter cannot see either."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.template.library import Library
from django.test.utils import isolate_apps
from django.utils.module_loading import import_string

from regiewijzer.config import settings
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.effect.models import Evaluation
from tests.architecture.rules import PACKAGE, app_of, app_of_file, circle, template_files, wrong_arrow

OURS = [model for model in apps.get_models() if model.__module__.startswith("regiewijzer.")]
REFERENCE = re.compile(r"{%\s*(?:include|extends)\s+(\S+)")
COMPONENT = re.compile(r"<c-([a-z_.-]+)")
OF_THE_PARTS_LIBRARY = frozenset({"vars", "slot"})  # words of django-cotton itself


def arrows_of_keys(of: list[type[models.Model]]) -> Iterator[tuple[str, str]]:
    """Which app points at which, by foreign key, one-to-one and many-to-many."""
    for model in of:
        for field in model._meta.get_fields():
            whom = field.related_model if field.concrete and field.is_relation else None
            if isinstance(whom, type) and whom.__module__.startswith("regiewijzer."):
                yield app_of(model.__module__), app_of(whom.__module__)


def arrows_of_templates(root: Path) -> Iterator[tuple[str, str]]:
    """Which app uses a template, a component or a filter of which; `?x` for a name that leads nowhere."""
    files = template_files(root)
    home = {path.relative_to(root).as_posix().split("templates/", 1)[1]: app_of_file(path, root) for path in files}
    for path in files:
        text, app = path.read_text(), app_of_file(path, root)
        for quoted in REFERENCE.findall(text):
            name = quoted.strip("\"'").split("#")[0]
            yield app, home.get(name, f"?{quoted}")
        for name in set(COMPONENT.findall(text)) - OF_THE_PARTS_LIBRARY:
            yield app, home.get(f"cotton/{name.replace('-', '_').replace('.', '/')}.html", f"?<c-{name}>")
        for name, owner in OWNERS_OF_WORDS.items():
            if re.search(rf"\|{name}\b|{{%\s*{name}\b", text):
                yield app, owner


def _owners_of_words() -> dict[str, str]:
    """The app of every filter and tag of ours."""
    owners = {}
    for path in settings.TEMPLATES[0]["OPTIONS"]["builtins"]:
        if path.startswith("regiewijzer."):
            library: Library = import_string(f"{path}.register")
            owners |= dict.fromkeys([*library.filters, *library.tags], app_of(path))
    return owners


OWNERS_OF_WORDS = _owners_of_words()


def faults(arrows: list[tuple[str, str]]) -> list[str]:
    """What is wrong with these arrows, in sentences."""
    nowhere = [f"{user} uses {used}" for user, used in arrows if used.startswith("?")]
    somewhere = [(user, used) for user, used in arrows if not used.startswith("?")]
    wrong = [sentence for user, used in sorted(set(somewhere)) if (sentence := wrong_arrow(user, used))]
    return nowhere + wrong + [sentence for sentence in [circle(somewhere)] if sentence]


def test_foreign_keys_look_down() -> None:
    arrows = list(arrows_of_keys(OURS))

    assert len(arrows) > 30
    assert faults(arrows) == []


@isolate_apps("regiewijzer.register.networks")
def test_a_foreign_key_that_looks_up_is_caught() -> None:
    class Wrong(models.Model):  # noqa: DJ008 - never made
        __module__ = "regiewijzer.register.networks.models"
        latest = models.ForeignKey(Evaluation, models.CASCADE)

        class Meta:
            app_label = "networks"

    assert faults(list(arrows_of_keys([Wrong]))) == ["register.networks looks up to tools.effect"]


@isolate_apps("regiewijzer.tools.steering")
def test_a_key_from_tool_to_tool_is_caught() -> None:
    class Wrong(models.Model):  # noqa: DJ008 - never made
        __module__ = "regiewijzer.tools.steering.models"
        seen = models.ManyToManyField(Evaluation)
        network = models.OneToOneField(Network, models.CASCADE)

        class Meta:
            app_label = "steering"

    assert faults(list(arrows_of_keys([Wrong]))) == ["tools.steering knows another tool, tools.effect"]


def test_a_circle_of_keys_is_caught() -> None:
    arrows = [("register.networks", "register.organisations"), ("register.organisations", "register.networks")]

    assert "A circle" in faults(arrows)[0]


def test_templates_look_down() -> None:
    arrows = list(arrows_of_templates(PACKAGE))

    assert len(arrows) > 100
    assert faults(arrows) == []


PLANTED = {
    "an include that looks up": (
        "register/networks/templates/networks/list.html",
        '{% include "effect/_panel.html" %}',
        "register.networks looks up to tools.effect",
    ),
    "a tool that extends a tool": (
        "tools/steering/templates/steering/page.html",
        "{% extends 'effect/_panel.html' %}",
        "tools.steering knows another tool, tools.effect",
    ),
    "a component of a layer above": (
        "ui/templates/ui/shell.html",
        '<c-effect-mark kind="ok" />',
        "ui looks up to tools.effect",
    ),
    "a filter of a layer above": (
        "ui/templates/ui/shell.html",
        "{% if position|may:'see' %}{% endif %}",
        "ui looks up to register.records",
    ),
    "a template that is not there": (
        "register/networks/templates/networks/list.html",
        "{% include 'networks/_gone.html' %}",
        "register.networks uses ?'networks/_gone.html'",
    ),
    "a name that cannot be checked": (
        "register/networks/templates/networks/list.html",
        "{% include template %}",
        "register.networks uses ?template",
    ),
}


@pytest.mark.parametrize(("file", "text", "sentence"), PLANTED.values(), ids=PLANTED.keys())
def test_a_template_that_looks_the_wrong_way_is_caught(tmp_path: Path, file: str, text: str, sentence: str) -> None:
    for name, content in {
        "tools/effect/templates/effect/_panel.html": "",
        "tools/effect/templates/cotton/effect_mark.html": "",
        file: text,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)

    assert faults(list(arrows_of_templates(tmp_path))) == [sentence]
