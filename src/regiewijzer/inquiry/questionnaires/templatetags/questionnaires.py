"""Filters that put the keys of a questionnaire into words. `{% load questionnaires %}`."""

from collections.abc import Iterable

from django import template
from django.utils.functional import Promise

from regiewijzer.inquiry.questionnaires.definitions.values import Document
from regiewijzer.inquiry.questionnaires.queries.own import OWN_SOURCE
from regiewijzer.inquiry.questionnaires.wording import NOT_VALIDATED
from regiewijzer.inquiry.questionnaires.wording import OWN_SOURCE as OWN_SOURCE_IN_WORDS
from regiewijzer.library import catalogue as library
from regiewijzer.library.texts import Text

register = template.Library()


@register.simple_tag
def not_validated() -> Promise:
    """Whose the questions are, and what nobody knows of them."""
    return NOT_VALIDATED


@register.filter
def sources(keys: Iterable[str], document: Document) -> str:
    """Where an idea comes from, as it stands under a question: 'Provan en Kenis, 2008'."""
    return "; ".join(_source(key, document) for key in keys)


def _source(key: str, document: Document) -> str:
    if key == OWN_SOURCE:
        return str(OWN_SOURCE_IN_WORDS)
    own: Text | None = document.references.get(key)
    text = own if own is not None else library.source(key).short
    return str(text)
