"""What does the story of one example authority hold? Its files as frozen values, every record named by its name.

A field without a default must be filled in the file. Dates are those of the story; `calendar` moves them.
"""

from dataclasses import dataclass

from regiewijzer.overview.example.queries.choices import ChoiceTold, LayerLook, PlacedTold, StanceTold
from regiewijzer.overview.example.queries.decisions import DecisionTold, GoneFinding
from regiewijzer.overview.example.queries.instruments import InstrumentTold
from regiewijzer.overview.example.queries.judgements import Given, JudgedCooperation, JudgedGoal, SplitTold
from regiewijzer.overview.example.queries.looks import (
    ConclusionTold,
    CriteriaTold,
    EffectLook,
    FormLook,
    MembersLook,
    ReadingTold,
    UsersLook,
)
from regiewijzer.overview.example.queries.town import (
    AuthorityTold,
    ChallengeTold,
    Colleague,
    NetworkTold,
    Partner,
    Team,
)


@dataclass(frozen=True, slots=True)
class Story:
    """Everything about one example authority."""

    authority: AuthorityTold
    people: tuple[Colleague, ...] = ()
    challenges: tuple[ChallengeTold, ...] = ()
    organisations: tuple[Partner, ...] = ()
    teams: tuple[Team, ...] = ()
    networks: tuple[NetworkTold, ...] = ()
    instruments: tuple[InstrumentTold, ...] = ()
    forms: tuple[FormLook, ...] = ()
    effects: tuple[EffectLook, ...] = ()
    stances: tuple[StanceTold, ...] = ()
    criteria: tuple[CriteriaTold, ...] = ()
    users: tuple[UsersLook, ...] = ()
    members: tuple[MembersLook, ...] = ()
    readings: tuple[ReadingTold, ...] = ()
    conclusions: tuple[ConclusionTold, ...] = ()
    choices: tuple[ChoiceTold, ...] = ()
    readiness: tuple[LayerLook, ...] = ()
    places: tuple[PlacedTold, ...] = ()
    decisions: tuple[DecisionTold, ...] = ()
    gone: tuple[GoneFinding, ...] = ()
    judged_goals: tuple[JudgedGoal, ...] = ()
    judged_cooperations: tuple[JudgedCooperation, ...] = ()
    given: tuple[Given, ...] = ()
    splits: tuple[SplitTold, ...] = ()
