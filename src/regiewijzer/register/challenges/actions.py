"""Adding challenges."""

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.records import actions as records


def add(*, challenge: Challenge, actor: Actor) -> Challenge:
    return records.create(challenge, actor=actor)
