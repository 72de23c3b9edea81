"""Kinds and fields of the trail in words: those of the models and apps, and here what none of them names."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import AppConfig, apps
from django.db.models import CharField, Model
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

KINDS = {
    "organisation": _("partner"),
    "position": _("colleague"),
    "invitation": _("invitation"),
    "authority": _("authority"),
    "import": _("import"),
    "export": _("the whole register"),
    "report": _("report"),
    "stance": _("how you steer a policy field"),
    "sitting": _("filled-in questionnaire"),
    "own_questionnaire": _("own questionnaire"),
    "survey": _("survey"),
    "calendar": _("calendar feed"),
    "policy_code": _("policy code"),
}

WORDS = {
    "measurement": _("measurement"),
    "evaluation": _("evaluation"),
    "goal": _("goal"),
    "member": _("partner"),
    "delegate": _("person at the table for"),
    "manager": _("network manager"),
    "required_seat": _("required seat"),
    "note": _("note"),
    "kind": _("kind"),
    "network": _("network"),
    "challenges": _("challenges"),
    "form_since": _("form since"),
    "started_precision": _("known of the start"),
    "agenda": _("agenda"),
    "arena": _("arena"),
    "reviewed_on": _("reviewed on"),
    "aims": _("aims at"),
    "aims_at": _("aims at"),
    "relation": _("relation"),
    "reason": _("reason"),
    "decided_by": _("decided by"),
    "made_by": _("made by"),
    "guest": _("guest"),
    "ovo": _("OVO code"),
    "nis": _("NIS code"),
    "questionnaire": _("questionnaire"),
    "held_on": _("held on"),
    "version": _("version"),
    "rows": _("rows"),
    "file": _("file"),
    "state": _("state"),
    "reminded_on": _("reminded on"),
    "subject": _("about"),
    "question": _("question"),
    "questions": _("questions"),
    "order": _("order"),
    "copied_from": _("copied from"),
    "account": _("may log in"),
    "two_steps": _("two steps"),
}

CONFIDENTIAL = frozenset({"critical_voice"})  # noted of persons before it was kept by seat: shown to nobody
# what a decision rested on, for the program to compare with: its page tells it in words
RECKONED = frozenset({"rule", "rule_version", "numbers", "limits_used", "subjects", "finding"})


def kind_in_words(kind: str) -> str:
    """What a kind is called: here, or by its model."""
    if kind in KINDS:
        return str(KINDS[kind])
    return str(_models()[kind]._meta.verbose_name) if kind in _models() else kind


def field_in_words(kind: str, name: str) -> str:
    """What a field is called: by the model of the kind, here, or by another model."""
    own = _labels(_models()[kind]).get(name) if kind in _models() else None
    return str(own or _words().get(name) or _elsewhere().get(name) or name.replace("_", " "))


def value_in_words(kind: str, name: str, value: Any) -> Any:
    """The word of a code: by its field of the kind, or of the first model that has one; another value as it is."""
    if isinstance(value, list) and name in _words_of_lists():
        return _words_of_lists()[name]([str(each) for each in value])
    if not isinstance(value, str):
        return value
    own = _codes(_models()[kind]) if kind in _models() else {}
    word = own.get((name, value)) or _codes_elsewhere(get_language() or "").get((name, value))
    return str(word) if word else value


@cache
def links_of(kind: str) -> dict[str, type[Model]]:
    """The fields of a kind that lead to other records, each with the model it leads to."""
    if kind not in _models():
        return {}
    options = _models()[kind]._meta
    fields = [field for field in (*options.fields, *options.many_to_many) if field.is_relation]
    return {
        name: field.related_model
        for field in fields
        for name in (field.name, field.attname)
        if isinstance(field.related_model, type) and issubclass(field.related_model, Model)
    }


def _codes(model: type[Model]) -> dict[tuple[str, str], Any]:
    """Field and code, with its word."""
    fields = [field for field in model._meta.concrete_fields if isinstance(field, CharField)]
    return {(field.name, code): word for field in fields for code, word in field.flatchoices if code}


@cache
def _codes_elsewhere(_language: str) -> dict[tuple[str, str], Any]:
    """Of every model: some words are in the language of the moment."""
    found: dict[tuple[str, str], Any] = {}
    for model in apps.get_models():
        found = {**_codes(model), **found}
    return found


@cache
def _models() -> dict[str, type[Model]]:
    """The models the trail speaks of, by their kind."""
    return {model.KIND: model for model in apps.get_models() if hasattr(model, "KIND")}


@cache
def _words() -> dict[str, Any]:
    """The words here, and those an app has of its own: `trail_words` of its configuration."""
    return dict(WORDS, **{name: word for app in apps.get_app_configs() for name, word in _trail_words(app).items()})


@cache
def _words_of_lists() -> dict[str, Callable[[list[str]], list[str]]]:
    """By field, what gives the words of a list of codes: `trail_lists` of the configuration of an app."""
    return {name: words for app in apps.get_app_configs() for name, words in getattr(app, "trail_lists", {}).items()}


def _trail_words(app: AppConfig) -> dict[str, Any]:
    return getattr(app, "trail_words", {})


def _labels(model: type[Model]) -> dict[str, Any]:
    """The fields somebody gave a name, with that name."""
    fields = model._meta.concrete_fields
    return {field.name: field.verbose_name for field in fields if isinstance(field.verbose_name, Promise)}


@cache
def _elsewhere() -> dict[str, Any]:
    """What the first model that has a field of this name calls it: a line may tell of what belongs to a record."""
    found: dict[str, Any] = {}
    for model in apps.get_models():
        found = {**_labels(model), **found}
    return found
