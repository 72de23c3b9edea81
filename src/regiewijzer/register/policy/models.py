"""The list of policy codes, and the field in which a record says under which of them it falls."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import AuthorityOwned

LONGEST_CODE = 30
LONGEST_TEXT = 300


class PolicyCode(AuthorityOwned):
    """A policy goal, plan or action of the multi-year plan, by its code."""

    code = models.CharField(_("code"), max_length=LONGEST_CODE)
    text = models.CharField(_("text"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("policy code")
        verbose_name_plural = _("policy codes")
        constraints = [models.UniqueConstraint(fields=["authority", "code"], name="policy_code_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.text}".strip()


def policy_codes_field() -> "ArrayField[Any, Any]":
    """Under which codes a record falls. A code stays when it leaves the list: the plan of then had it."""
    return ArrayField(
        models.CharField(max_length=LONGEST_CODE),
        verbose_name=_("policy codes"),
        default=list,
        blank=True,
        help_text=_("Under which codes of the multi-year plan this falls."),
    )
