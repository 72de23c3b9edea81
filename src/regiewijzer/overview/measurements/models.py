"""Which inquiries were handed on, so that none is kept twice."""

from django.db import models

from regiewijzer.foundation.authorities.models import AuthorityOwned


class Imported(AuthorityOwned):
    """One inquiry that was handed on. `way` and `key` say where it came from, `tool` who keeps it.

    `tool` is empty for a questionnaire that no tool asks; when one does later, it is handed on then.
    """

    way = models.CharField(max_length=20)
    key = models.BigIntegerField()
    questionnaire = models.CharField(max_length=60)
    tool = models.CharField(max_length=40, blank=True)
    imported_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "way", "key"], name="imported_once")]

    def __str__(self) -> str:
        return f"{self.way} {self.key} to {self.tool or 'nobody'}"
