"""Adding and changing organisations, their numbers, and the persons who work there."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.merges.actions import forget_rows_of
from regiewijzer.register.organisations.models import Identifier, Organisation, Person
from regiewijzer.register.records import actions as records
from regiewijzer.register.search.actions import forget


@transaction.atomic
def add_organisation(*, organisation: Organisation, numbers: dict[str, str], actor: Actor) -> Organisation:
    """numbers: value per scheme, already clean."""
    records.create(organisation, actor=actor)
    set_numbers(organisation=organisation, numbers=numbers, actor=actor)
    return organisation


@transaction.atomic
def change_organisation(
    *, organisation: Organisation, numbers: dict[str, str], actor: Actor, seen_version: int
) -> Organisation:
    records.change(organisation, actor=actor, seen_version=seen_version)
    set_numbers(organisation=organisation, numbers=numbers, actor=actor)
    return organisation


@transaction.atomic
def set_numbers(*, organisation: Organisation, numbers: dict[str, str], actor: Actor) -> None:
    """Make the numbers of the organisation exactly these; an empty value takes a number away."""
    before = {number.scheme: number.value for number in Identifier.objects.filter(organisation=organisation)}
    after = {scheme: value for scheme, value in {**before, **numbers}.items() if value}
    if before == after:
        return
    gone = [scheme for scheme, value in before.items() if after.get(scheme) != value]
    Identifier.objects.filter(organisation=organisation, scheme__in=gone).delete()
    Identifier.objects.bulk_create(
        Identifier(authority_id=actor.authority_id, organisation=organisation, scheme=scheme, value=value)
        for scheme, value in after.items()
        if before.get(scheme) != value
    )
    schemes = sorted({*before, *after})
    changes = {
        scheme: [before.get(scheme), after.get(scheme)] for scheme in schemes if before.get(scheme) != after.get(scheme)
    }
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Organisation.KIND, pk=organisation.pk, changes=changes)
    records.make_findable(organisation)


def add_person(*, person: Person, actor: Actor) -> Person:
    return records.create(person, actor=actor)


def change_person(*, person: Person, actor: Actor, seen_version: int) -> Person:
    return records.change(person, actor=actor, seen_version=seen_version)


@transaction.atomic
def erase_person(*, person: Person, actor: Actor) -> None:
    """Take a person away for good, with their seats and what they are found by. The trail keeps a number, no name."""
    audit.record(actor=actor, verb=Verb.REMOVED, kind=Person.KIND, pk=person.pk)
    forget(kind=Person.KIND, record=person.pk)
    forget_rows_of(table=Person, pk=person.pk)
    person.delete()
