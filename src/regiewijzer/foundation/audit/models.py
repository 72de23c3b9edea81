"""The audit trail: insert-only, chained by hash per authority, with pseudonyms instead of names."""

import hashlib
import json
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.foundation.keys import SEAL_LENGTH, holds, is_ours, sealed

KEY = "trail"
FIRST_HASH = "0" * 64  # what the first line of an authority follows


class Verb(models.TextChoices):
    """What was done to a record."""

    CREATED = "created", _("added")
    CHANGED = "changed", _("changed")
    CONFIRMED = "confirmed", _("confirmed as still right")
    ARCHIVED = "archived", _("archived")
    RESTORED = "restored", _("brought back")
    REMOVED = "removed", _("removed")
    IMPORTED = "imported", _("imported")
    TAKEN_OUT = "taken_out", _("took out")
    INVITED = "invited", _("invited")
    ENDED = "ended", _("ended")
    MERGED = "merged", _("merged")
    TAKEN_APART = "taken_apart", _("took apart again")


class Entry(AuthorityOwned):
    """One thing that was done. `actor` is a pseudonym: erase the position and the name is gone, the trail stands.

    `seal` is over the hash, and by that over all lines before, under a key that is not in the database. Lines of an
    earlier version have none.
    """

    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    verb = models.CharField(max_length=20, choices=Verb.choices)
    kind = models.CharField(max_length=40)
    record = models.BigIntegerField(null=True)
    changes = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    seal = models.CharField(max_length=SEAL_LENGTH, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["authority", "number"], name="audit_entry_number_once")]
        indexes = [models.Index(fields=["authority", "kind", "record"], name="audit_entry_record")]

    def __str__(self) -> str:
        return f"{self.number}: {self.verb} {self.kind} {self.record}"

    def computed_hash(self) -> str:
        """SHA-256 over the former hash and every field of this entry."""
        actor = str(self.actor) if isinstance(self.actor, uuid.UUID) else ""
        parts = [
            self.previous_hash,
            self.number,
            self.at.isoformat(),
            actor,
            self.verb,
            self.kind,
            self.record,
            self.changes,
        ]
        return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()

    @property
    def sealed_here(self) -> bool:
        """Whether it says that this installation sealed it."""
        return is_ours(KEY, self.seal)

    def computed_seal(self) -> str:
        return sealed(KEY, self._said)

    def fits(self, *, sealed_before: bool) -> bool:
        """Whether hash and seal are right. Once a line was sealed here, so is every later one."""
        if self.hash != self.computed_hash():
            return False
        return holds(KEY, self._said, self.seal) if self.sealed_here else not sealed_before

    @property
    def _said(self) -> str:
        return f"{self.authority_id}:{self.hash}"
