"""Putting in the challenges of an example."""

from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.town import ChallengeTold
from regiewijzer.register.challenges.actions import add
from regiewijzer.register.challenges.models import Challenge


def add_challenges(story: Story, stage: Stage) -> None:
    """Every challenge, by name."""
    for told in story.challenges:
        stage.challenges[told.name] = add(challenge=_challenge(told), actor=stage.keeper)


def _challenge(told: ChallengeTold) -> Challenge:
    return Challenge(
        name=told.name,
        result=told.result,
        themes=list(told.themes),
        target_groups=list(told.target_groups),
        territory=told.territory,
        owner=told.owner,
        due=told.due,
        status=told.status,
        as_of=told.as_of,
    )
