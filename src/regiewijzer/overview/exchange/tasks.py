"""Reading and saving, by the worker process: both can take longer than a page may."""

from django.utils import timezone
from django_tasks import task

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange import actions
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.exchange.wording import State
from regiewijzer.overview.findings.actions import refresh_when_needed

LARGE = 500  # rows, from which the database had better look again at what is in its tables


@task()
def read_draft(authority: int, draft: int) -> None:
    """Read the files somebody chose."""
    try:
        with inside(authority):
            found = ImportDraft.objects.filter(pk=draft, state=State.READING).first()
            if found is not None:
                actions.read(draft=found, today=timezone.localdate())
    except Exception:
        _say_it_broke(authority, draft)
        raise


@task()
def save_draft(authority: int, draft: int) -> None:
    """Save what somebody confirmed, then compute the findings, in a transaction of their own."""
    try:
        with inside(authority):
            found = actions.claim(draft=draft)
            if found is not None:
                actions.carry_out(draft=found, actor=found.position.actor, today=timezone.localdate())
    except Exception:
        _say_it_broke(authority, draft)
        raise
    if found is not None and found.state == State.SAVED and found.preview["rows"] >= LARGE:
        actions.gather_statistics()
    with inside(authority):
        refresh_when_needed(authority=Authority.objects.get(pk=authority), today=timezone.localdate())


def _say_it_broke(authority: int, draft: int) -> None:
    with inside(authority):
        actions.give_up(draft=draft)
