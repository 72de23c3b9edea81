"""Deciding on networks that overlap: the decision is of all of them, and under one roof they become parts."""

from collections.abc import Sequence

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.overview.findings.actions import answer
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.overlaps.wording import Way
from regiewijzer.register.decisions.actions import decide
from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.decisions.queries import answered
from regiewijzer.register.networks.actions import change_network
from regiewijzer.register.networks.models import Network

OVERLAP = "overlap."


@transaction.atomic
def decide_on_overlap(
    *, decision: Decision, way: str, networks: Sequence[Network], which: Network | None, actor: Actor
) -> Decision:
    """Record one decision about all these networks; it answers the finding about exactly them, where one is open.

    Raises Conflict when somebody changed a network meanwhile.
    """
    decision.answer = Answer.ACCEPT.value if way == Way.KEEP_APART else Answer.ACT.value
    decision.network = which or networks[0]
    stored = _finding_about({network.pk for network in networks})
    if stored is not None:
        made = answer(decision=decision, stored=stored, actor=actor)
    else:
        decision.subjects = [{"kind": Network.KIND, "ref": each.pk, "name": each.name} for each in networks]
        made = decide(decision=decision, actor=actor)
    if way == Way.ONE_ROOF and which is not None:
        for network in networks:
            if network.pk != which.pk:
                _put_under(network, which, actor)
    return made


def _put_under(network: Network, whole: Network, actor: Actor) -> None:
    network.within = whole
    change_network(network=network, goal="", actor=actor, seen_version=network.version)


def _finding_about(networks: set[int]) -> StoredFinding | None:
    """The open finding that these very networks overlap."""
    standing = StoredFinding.objects.standing().filter(rule__startswith=OVERLAP).order_by("pk")
    for stored in standing:
        about = {subject["ref"] for subject in stored.subjects if subject["kind"] == Network.KIND}
        if about == networks and not answered(stored.keys):
            return stored
    return None
