"""A line of the trail notes records and people by their number: a reader sees their names."""

import pytest

from regiewijzer.foundation.audit import actions, queries
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.challenges.models import Challenge
from tests.accounts import Member


@pytest.mark.usefixtures("english")
def test_records_people_and_days_stand_there_by_name(
    vliermonde: Authority, coordinator: Member, reader: Member
) -> None:
    challenge = Challenge.objects.create(authority=vliermonde, name="Betaalbaar wonen")
    changes = {
        "challenge": [987654321, challenge.pk],
        "choice_asked": [None, str(reader.position.pseudonym)],
        "placement": [None, ["2026-11-30", "2025-02-01"]],
    }
    actions.record(actor=coordinator.actor, verb=Verb.CHANGED, kind="network", pk=1, changes=changes)

    said = {(change.before, change.after) for change in queries.trail()[0].changes}

    assert said == {
        ("no longer there", "Betaalbaar wonen"),
        ("–", reader.position.user.name),
        ("–", "30 Nov. 2026, 1 Feb. 2025"),
    }
