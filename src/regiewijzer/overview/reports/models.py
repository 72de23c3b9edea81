"""Reports that were ordered: what about, in which language, how far they are, and the PDF itself."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.overview.reports.wording import Failure, Kind, Language, Status, size
from regiewijzer.register.networks.models import Network

LONGEST_MAKING = timedelta(minutes=5)


class ReportQuerySet(models.QuerySet["Report"]):
    def without_content(self) -> Self:
        """For a list: the PDF itself stays where it is."""
        return self.defer("content", "tables")

    def under_way(self) -> Self:
        """Ordered, and not yet given up on."""
        unfinished = Q(status__in=[Status.WAITING, Status.MAKING])
        return self.filter(unfinished, created_at__gt=timezone.now() - LONGEST_MAKING)


class Report(AuthorityOwned):
    """One report. `tables` say the same as its pictures: [{caption, head, rows, numeric}]; `size` is in bytes."""

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    network = models.ForeignKey(Network, models.CASCADE, null=True, related_name="+", verbose_name=_("network"))
    language = models.CharField(_("language"), max_length=2, choices=Language.choices, default=Language.DUTCH)
    title = models.CharField(_("title"), max_length=200)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.WAITING)
    failure = models.CharField(max_length=10, choices=Failure.choices, blank=True)
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    content = models.BinaryField(null=True)
    size = models.PositiveIntegerField(default=0)
    pages = models.PositiveSmallIntegerField(default=0)
    tables = models.JSONField(default=list)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("report")
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="ready") | Q(content__isnull=False), name="ready_report_is_there"
            ),
            models.CheckConstraint(
                condition=Q(kind="board", network=None) | Q(kind="network", network__isnull=False),
                name="report_of_network_names_it",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def ready(self) -> bool:
        return self.status == Status.READY

    @property
    def size_in_words(self) -> str:
        return size(self.size)

    @property
    def failed(self) -> bool:
        """It could not be made, or it takes so long that nobody is making it any more."""
        overdue = timezone.now() - self.created_at > LONGEST_MAKING
        return self.status == Status.FAILED or (overdue and not self.ready)
