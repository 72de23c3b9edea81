"""What an authority said about its first hour, and about networks that were proposed to it."""

from django.db import models

from regiewijzer.foundation.authorities.models import AuthorityOwned


class HiddenSteps(AuthorityOwned):
    """Somebody put the steps of the first hour away before the last was taken."""

    hidden_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority"], name="steps_hidden_once")]

    def __str__(self) -> str:
        return f"hidden at {self.hidden_at}"


class RefusedProposal(AuthorityOwned):
    """Somebody said that a network which was proposed does not exist here. `code`: a mandate, or a KBO number."""

    code = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "code"], name="proposal_refused_once")]

    def __str__(self) -> str:
        return self.code
