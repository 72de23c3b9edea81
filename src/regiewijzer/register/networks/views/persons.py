"""Screens of persons, who hold seats: whoever goes to another organisation is asked which of them end."""

from dataclasses import replace

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.register.networks import actions
from regiewijzer.register.networks.forms import SeatedPersonForm
from regiewijzer.register.organisations.models import Person
from regiewijzer.register.organisations.views import PERSONS
from regiewijzer.register.records.forms import RecordForm


def _change(form: RecordForm[Person], actor: Actor, version: int) -> Person:
    assert isinstance(form, SeatedPersonForm)
    return actions.change_seated_person(
        person=form.save(commit=False), ends=form.seats_that_end, actor=actor, seen_version=version
    )


SCREENS = replace(PERSONS, form=SeatedPersonForm, change=_change)
