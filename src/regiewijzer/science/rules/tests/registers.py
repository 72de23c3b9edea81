"""Registers of every shape, for what holds whatever the facts are."""

from datetime import date

from hypothesis import strategies as st

from regiewijzer.science.cooperation import Theme
from regiewijzer.science.facts import (
    Advice,
    Attitude,
    Challenge,
    Choice,
    Criterion,
    Decision,
    Evaluation,
    Form,
    FormMeasurement,
    GiveAndTake,
    InputSource,
    Instrument,
    InstrumentStatus,
    Layer,
    LayerMeasurement,
    Level,
    Member,
    MemberRatings,
    Network,
    Organisation,
    Origin,
    Rating,
    Register,
    Satisfaction,
    SubGoal,
)
from regiewijzer.science.goals import Dimension

TODAY = date(2026, 11, 23)

scores = st.none() | st.floats(0, 1)
ratings = st.none() | st.integers(1, 5)
powers = st.none() | st.integers(0, 4)
counts = st.none() | st.integers(0, 40)
days = st.none() | st.dates(date(2022, 1, 1), date(2027, 12, 31))
past = st.dates(date(2022, 1, 1), TODAY)
codes = st.lists(st.sampled_from("pqrst"), max_size=5, unique=True).map(tuple)

measurements = st.builds(
    FormMeasurement,
    past,
    st.integers(0, 45),
    scores,
    scores,
    scores,
    scores,
    st.sampled_from(InputSource),
    counts,
    counts,
)


def judged(codes):
    """What members may think of these things, from old to new."""
    rating = st.builds(Rating, st.floats(0, 1), st.none() | st.floats(0, 1))
    ratings = st.dictionaries(st.sampled_from([code.value for code in codes]), rating)
    one = st.builds(MemberRatings, past, ratings, st.sampled_from(InputSource), counts, counts, st.booleans())
    return st.lists(one, max_size=2).map(tuple)


sizes = st.none() | st.integers(0, 3)
said = st.builds(GiveAndTake, st.integers(1, 30), st.just("Partner"), past, sizes, sizes, st.booleans())
sub_goals = st.builds(SubGoal, st.just("Opvang"), codes, codes, st.lists(st.integers(1, 30), max_size=9).map(tuple))

satisfaction = st.builds(
    Satisfaction,
    past,
    st.dictionaries(st.sampled_from(["access", "result", "stay", "meetings"]), st.floats(0, 1)),
    st.sampled_from(InputSource),
    counts,
    counts,
)
criteria = st.builds(
    Criterion,
    st.sampled_from(["network.ties", "community.goal", "organisations.means"]),
    st.lists(st.tuples(st.integers(0, 40), st.none() | st.integers(0, 80)), max_size=2).map(tuple),
    st.frozensets(st.sampled_from(Form)),
    own=st.booleans(),
    mandated=st.booleans(),
    kept=st.booleans(),
)
networks = st.builds(
    Network,
    ref=st.integers(1, 9),
    name=st.sampled_from(["Alfa", "Beta", "Gamma"]),
    goal=st.sampled_from(["", "Gezinnen vinden opvang", "Opvang voor gezinnen", "Veilige straten"]),
    themes=codes,
    target_groups=codes,
    origin=st.sampled_from(Origin),
    started=days,
    ended=days,
    form=st.none() | st.sampled_from(Form),
    lead=st.none() | st.integers(1, 30),
    members=st.lists(st.builds(Member, st.integers(1, 30), st.none() | st.booleans()), max_size=20).map(tuple),
    measurements=st.lists(measurements, max_size=3).map(tuple),
    results=st.frozensets(st.sampled_from(Level)),
    results_known=st.frozensets(st.sampled_from(Level)),
    as_of=days,
    sub_goals=st.lists(sub_goals, max_size=3).map(tuple),
    goal_ratings=judged(Dimension),
    cooperation_ratings=judged(Theme),
    give_and_take=st.lists(said, max_size=9, unique_by=lambda row: row.organisation).map(tuple),
    criteria=st.lists(criteria, max_size=3, unique_by=lambda criterion: criterion.code).map(tuple),
    users=st.lists(satisfaction, max_size=3).map(tuple),
    member_satisfaction=st.lists(satisfaction, max_size=3).map(tuple),
    challenge=st.none() | st.integers(1, 9),
)
evaluations = st.builds(
    Evaluation,
    past,
    power_used=powers,
    power_needed=powers,
    goal_reached=ratings,
    relation=ratings,
    partners_worse=counts,
    partners_total=counts,
)
instruments = st.builds(
    Instrument,
    ref=st.integers(1, 9),
    name=st.just("Premie"),
    status=st.sampled_from(InstrumentStatus),
    evaluations=st.lists(evaluations, max_size=3).map(tuple),
    as_of=days,
)
organisations = st.builds(
    Organisation, st.integers(1, 30), st.just("Partner"), codes, st.booleans(), days, st.booleans()
)

choices = st.builds(
    Choice,
    st.integers(1, 9),
    st.integers(1, 9),
    past,
    st.sampled_from(Advice),
    st.lists(st.integers(1, 9), max_size=2).map(tuple),
)
layers = st.builds(
    LayerMeasurement,
    st.sampled_from(Layer),
    past,
    st.dictionaries(st.sampled_from(Attitude), st.floats(0, 2)),
    st.sampled_from(InputSource),
    counts,
)


def several(records, most):
    return st.lists(records, max_size=most, unique_by=lambda record: record.ref).map(tuple)


registers = st.builds(
    Register,
    today=st.just(TODAY),
    organisations=several(organisations, 30),
    networks=several(networks, 9),
    instruments=several(instruments, 9),
    challenges=several(st.builds(Challenge, st.integers(1, 9), st.just("Opgave"), days), 9),
    decisions=several(st.builds(Decision, st.integers(1, 9), st.just("de vorm"), past, days, st.booleans()), 9),
    choices=several(choices, 6),
    readiness=st.lists(layers, max_size=3, unique_by=lambda each: each.layer).map(tuple),
)


def every_telling(findings):
    """The findings, and those they speak for."""
    return [telling for finding in findings for telling in (finding, *finding.also)]
