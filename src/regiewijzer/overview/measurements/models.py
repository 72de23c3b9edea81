"""Which outcomes were handed on, so that none is taken over twice."""

from django.db import models

from regiewijzer.foundation.authorities.models import AuthorityOwned


class Adoption(AuthorityOwned):
    """One outcome that was handed on. `way` and `key` say where it came from, `tool` who took it over.

    `tool` is empty for a questionnaire that no tool asks; when one does later, it is taken over then.
    """

    way = models.CharField(max_length=20)
    key = models.BigIntegerField()
    questionnaire = models.CharField(max_length=60)
    tool = models.CharField(max_length=40, blank=True)
    adopted_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "way", "key"], name="adopted_once")]

    def __str__(self) -> str:
        return f"{self.way} {self.key} to {self.tool or 'nobody'}"
