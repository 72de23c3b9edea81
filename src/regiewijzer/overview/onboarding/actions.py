"""What the first hour changes: forms, goals and starts of many networks at once, and the steps out of sight."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.overview.onboarding.definitions import KBO, Proposed
from regiewijzer.overview.onboarding.models import HiddenSteps, RefusedProposal
from regiewijzer.register.networks.actions import add_network, take_form, word_goal
from regiewijzer.register.networks.models import FormPeriod, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.actions import change
from regiewijzer.science.names import compared
from regiewijzer.science.written_days import KnownDay


def hide_steps(*, actor: Actor) -> None:
    """Show the steps no more; the networks stay as they are."""
    HiddenSteps.objects.get_or_create(authority_id=actor.authority_id)


@transaction.atomic
def fill_forms(*, chosen: Mapping[int, tuple[str, int | None]], actor: Actor) -> int:
    """Give networks that have no form the one that was chosen, with the key of who leads. Returns how many it were."""
    filled = 0
    for network in _locked(chosen):
        form, lead = chosen[network.pk]
        if FormPeriod.objects.filter(network=network, ended=None).exists():
            continue  # somebody else said so meanwhile
        leading = Organisation.objects.get(pk=lead) if lead else None
        take_form(network=network, form=form, lead=leading, started=None, actor=actor)
        filled += 1
    return filled


@transaction.atomic
def fill_goals(*, goals: Mapping[int, str], today: date, actor: Actor) -> int:
    """Give networks without a goal their first wording. Returns how many it were."""
    filled = 0
    for network in _locked(goals):
        if network.goals.exists():
            continue
        word_goal(network=network, text=goals[network.pk], valid_from=today, actor=actor)
        filled += 1
    return filled


@transaction.atomic
def fill_starts(*, starts: Mapping[int, KnownDay], actor: Actor) -> int:
    """Say since when networks exist of which nobody had said so. Returns how many it were."""
    filled = 0
    for network in _locked(starts):
        if network.started is not None:
            continue
        started = starts[network.pk]
        network.started, network.started_precision = started, started.precision.value
        change(network, actor=actor, seen_version=network.version)
        filled += 1
    return filled


@transaction.atomic
def confirm_proposals(
    *, exist: Iterable[Proposed], absent: Iterable[Proposed], source: str, today: date, actor: Actor
) -> int:
    """Make the networks that exist here, and propose those that do not no more. Returns how many exist.

    A network that stands in the register under the same name is tied to its rule instead of made again.
    """
    for each in absent:
        RefusedProposal.objects.get_or_create(authority_id=actor.authority_id, code=each.code)
    named = {compared(network.name): network for network in Network.objects.select_for_update()}
    confirmed = 0
    for each in exist:
        mandate = "" if each.code.startswith(KBO) else each.code
        known = named.get(compared(each.name))
        if known is None:
            note = f"{each.rule}. KBO {each.code.removeprefix(KBO)}. {source}." if not mandate else ""
            network = Network(name=each.name, origin=each.origin, mandate=mandate, as_of=today, note=note)
            add_network(network=network, goal="", actor=actor)
        elif not known.mandate:
            known.mandate, known.origin = mandate, each.origin
            change(known, actor=actor, seen_version=known.version)
        confirmed += 1
    return confirmed


def _locked(keys: Mapping[int, object]) -> list[Network]:
    """These networks, which nobody else changes until this is done."""
    return list(Network.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
