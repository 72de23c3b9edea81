"""What was sent and made something: so that the same, sent again, makes nothing."""

from django.db import models

from regiewijzer.foundation.authorities.models import AuthorityOwned


class Submission(AuthorityOwned):
    """A form that was taken. `key` tells the sending apart, and holds nothing of what was typed.

    `lasting`: it made something, so that the same never makes it again; else it only counts for a double press.
    """

    key = models.CharField(max_length=64)
    lasting = models.BooleanField()
    location = models.CharField(max_length=2000)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "key"], name="submission_once")]

    def __str__(self) -> str:
        return self.location
