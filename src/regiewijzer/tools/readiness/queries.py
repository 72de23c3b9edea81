"""What do the layers say, where do they differ, and where do the networks stand?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from regiewijzer.inquiry.questionnaires.public import Questionnaire, questionnaire
from regiewijzer.library.texts import Text
from regiewijzer.register.measurements.queries import from_old_to_new
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import as_facts
from regiewijzer.register.organisations.queries import as_facts as organisations
from regiewijzer.science import facts
from regiewijzer.science.coverage import Coverage, coverage
from regiewijzer.science.facts import Attitude, Layer
from regiewijzer.science.limits import at_least
from regiewijzer.science.placing import Place, Proposal, propose
from regiewijzer.science.readiness import PARTLY_FROM, YES_FROM, Gap, absent, everywhere, gaps
from regiewijzer.tools.readiness.models import Measurement, Placement

KEY = "readiness"


def asked() -> Questionnaire:
    """The eight questions in both languages, with their sources."""
    return questionnaire(KEY)


def to_fact(measurement: Measurement) -> facts.LayerMeasurement:
    """A stored measurement as the rules take it."""
    values = {
        attitude: float(value) for attitude in Attitude if (value := getattr(measurement, attitude.value)) is not None
    }
    return facts.LayerMeasurement(
        layer=Layer(measurement.layer),
        values=values,
        **measurement.provenance(),
    )


def newest() -> dict[Layer, Measurement]:
    """The newest measurement of each layer that was asked, from top to bottom."""
    found = {each.layer: each for each in from_old_to_new(Measurement.objects.all())}
    return {layer: found[layer] for layer in Layer if layer in found}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one layer says of one condition. `kind` is the shape that shows it; an empty word when it was not asked."""

    layer: Layer
    value: float | None
    word: str
    evidence: str

    @property
    def kind(self) -> str:
        return {"yes": "ok", "partly": "tight", "no": "short"}.get(self.word, "open")

    @property
    def bare(self) -> bool:
        """A yes that rests on nothing that was written down."""
        return self.word == "yes" and not self.evidence


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition with what each layer says of it."""

    code: Attitude
    title: Text
    statement: Text
    sources: tuple[str, ...]
    cells: tuple[Cell, ...]
    gap: Gap | None
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """The whole picture: eight conditions, three layers, the gaps between them."""

    layers: Mapping[Layer, Measurement]
    conditions: tuple[Condition, ...]
    gaps: tuple[Gap, ...]
    absent: tuple[Attitude, ...]
    earlier: list[Measurement]

    @property
    def all_everywhere(self) -> bool:
        return all(condition.everywhere for condition in self.conditions)

    @property
    def compared(self) -> Coverage:
        """How many of the conditions two layers answered: of the others nothing can differ."""
        answered = [sum(cell.value is not None for cell in condition.cells) for condition in self.conditions]
        return coverage(sum(count > 1 for count in answered), len(answered))

    @property
    def unasked(self) -> list[Layer]:
        return [layer for layer in Layer if layer not in self.layers]


def picture() -> Readiness:
    """What the layers say now. One query, whatever was measured before."""
    every = list(Measurement.objects.select_related("measured_by__user"))
    found: dict[Layer, Measurement] = {}
    for each in every:
        found.setdefault(Layer(each.layer), each)
    layers = {layer: found[layer] for layer in Layer if layer in found}
    known = [to_fact(each) for each in layers.values()]
    differing = gaps(known)
    of_condition = {gap.attitude: gap for gap in differing}
    conditions = tuple(
        _condition(attitude, layers, of_condition.get(attitude), is_everywhere=everywhere(known, attitude))
        for attitude in Attitude
    )
    newest_rows = {each.pk for each in layers.values()}
    earlier = [each for each in every if each.pk not in newest_rows]
    return Readiness(layers, conditions, differing, absent(known), earlier)


def _condition(
    attitude: Attitude, layers: Mapping[Layer, Measurement], gap: Gap | None, *, is_everywhere: bool
) -> Condition:
    worded = asked().dimension(attitude.value)
    cells = tuple(_cell(layer, layers.get(layer), attitude) for layer in Layer)
    return Condition(attitude, worded.title, worded.text, worded.sources, cells, gap, is_everywhere)


def _cell(layer: Layer, measurement: Measurement | None, attitude: Attitude) -> Cell:
    value = getattr(measurement, attitude.value) if measurement is not None else None
    if measurement is None or value is None:
        return Cell(layer, None, "", "")
    return Cell(layer, float(value), word_for(float(value)), measurement.evidence.get(attitude.value, ""))


def word_for(value: float) -> str:
    """A mean from 0 to 2 in the words of the answers: no, partly or yes."""
    if at_least(value, YES_FROM):
        return "yes"
    return "partly" if at_least(value, PARTLY_FROM) else "no"


@dataclass(frozen=True, slots=True)
class Placed:
    """A network with where somebody placed it, and where the facts would."""

    network: Network
    placement: Placement | None
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Places:
    """The networks under what they rightly are, and those that nobody placed yet."""

    placed: Mapping[Place, list[Placed]]
    unplaced: list[Placed]
    total: int


def places(today: date) -> Places:
    """Every network that runs, placed or not. A fixed number of queries, whatever their number."""
    proposals = _proposals(Network.objects.running(today), today)
    newest_of = {each.network_id: each for each in Placement.objects.order_by("placed_on", "id")}
    found = [
        Placed(network, newest_of.get(network.pk), proposals[network.pk])
        for network in Network.objects.running(today).order_by("name")
    ]
    placed = {
        place: [each for each in found if each.placement and each.placement.place == place.value] for place in Place
    }
    return Places(placed, [each for each in found if each.placement is None], len(found))


def placed(network: Network, today: date) -> Placed:
    """One network with its newest placement and what the facts propose."""
    proposals = _proposals(Network.objects.filter(pk=network.pk), today)
    return Placed(network, network.placements.first(), proposals[network.pk])


def _proposals(networks: QuerySet[Network], today: date) -> dict[int, Proposal]:
    """What the facts propose for each network."""
    partners = {organisation.ref: organisation for organisation in organisations()}
    return {pk: propose(network, partners) for pk, network in as_facts(networks, today).items()}
