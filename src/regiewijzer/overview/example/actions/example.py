"""Building the example authorities around a day, and taking them away again."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from regiewijzer.foundation.accounts.models import User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.example.actions.cast import found_authority, give_tasks, take_positions
from regiewijzer.overview.example.actions.challenges import add_challenges
from regiewijzer.overview.example.actions.choices import add_choices, add_readiness
from regiewijzer.overview.example.actions.decisions import answer_findings, decide_without_finding
from regiewijzer.overview.example.actions.findings import give_findings_a_past
from regiewijzer.overview.example.actions.instruments import add_instruments
from regiewijzer.overview.example.actions.judgements import add_judgements
from regiewijzer.overview.example.actions.looks import add_looks
from regiewijzer.overview.example.actions.networks import add_networks
from regiewijzer.overview.example.actions.partners import add_partners
from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import AUTHORITIES, CONTENT, STORY_DAY, Story, moved, read_story
from regiewijzer.overview.findings.actions import refresh


class NameTaken(Exception):
    """An authority that is no example has the address of one; nothing was built."""


@transaction.atomic
def build_example(*, today: date) -> Authority:
    """Build every example authority that is not there yet, and give back the one to look at.

    Its story is dated as on `today`. StoryMistakes when the files hold mistakes.
    """
    stories = [moved(read_story(CONTENT / name), today - STORY_DAY) for name in AUTHORITIES]
    standing = [_standing(story) for story in stories]
    built = [there or _build(story, today) for there, story in zip(standing, stories, strict=True)]
    return built[0]


def build_example_if_missing(*, today: date) -> bool:
    """Build the example unless all of it stands; True when something was built."""
    if Authority.objects.filter(is_example=True, slug__in=AUTHORITIES).count() == len(AUTHORITIES):
        return False
    build_example(today=today)
    return True


@transaction.atomic
def remove_example() -> int:
    """Delete the example authorities with all they hold, and the people who work nowhere else.

    Returns how many authorities went. Runs as the owner of the tables: the audit trail refuses everybody else.
    """
    authorities = list(Authority.objects.filter(is_example=True))
    people = list(User.objects.filter(positions__authority__in=authorities).distinct().values_list("pk", flat=True))
    for authority in authorities:
        with inside(authority.pk):
            authority.delete()
    _forget(people)
    return len(authorities)


def _forget(people: Iterable[int]) -> None:
    User.objects.filter(pk__in=people, positions=None).delete()


def _standing(story: Story) -> Authority | None:
    """The authority of this story when it was built before."""
    authority = Authority.objects.filter(slug=story.authority.slug).first()
    if authority is not None and not authority.is_example:
        raise NameTaken(f"“{authority.name}” uses the address “{authority.slug}” and is no example.")
    return authority


def _build(story: Story, today: date) -> Authority:
    authority = found_authority(story.authority)
    with inside(authority.pk):
        stage = Stage(authority, today, take_positions(story.people, authority))
        add_partners(story, stage)
        add_challenges(story, stage)
        add_networks(story, stage)
        add_instruments(story, stage)
        give_tasks(story, stage)
        add_looks(story, stage)
        add_choices(story, stage)
        add_readiness(story, stage)
        add_judgements(story, stage)
        decide_without_finding(story, stage)
        refresh(authority=authority, today=today)
        answer_findings(story, stage)
        refresh(authority=authority, today=today)  # an answer may be due for review itself
        give_findings_a_past(story, stage)
    return authority
