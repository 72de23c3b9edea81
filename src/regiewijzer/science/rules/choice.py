"""Which findings follow from why a network was chosen, and from networks that run without a choice?

Gate and search: `choice` (seeds 001, 003, 004). Looked at are an authority's own networks: one that another government
imposes was never its to choose. Of each challenge only the newest choice counts. A planned network and one that does
the same already are told here, and not once more as an overlap. Networks for which no choice was recorded are told one
by one, or together when they are many: the young ones, of which the choice can still be unmade, apart from the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regiewijzer.science.effect import two_year_mark
from regiewijzer.science.facts import Advice, Challenge, Choice, Network, Ref, Register
from regiewijzer.science.finding import Finding, Kind, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.overlap import listed, overlapping, planned_beside_running
from regiewijzer.science.rules.vocabulary import Reason, Rule

KINDS: Mapping[Advice, str] = {Advice.INVOLVE_RESIDENTS: "participation", Advice.OUTSOURCE: "outsourcing"}
YOUNG, LASTING = "young", "lasting"


@dataclass(frozen=True, slots=True)
class _Beside:
    """A network that runs, beside one that is planned."""

    running: Network
    themes: tuple[str, ...]
    shared: int


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about networks that came without a choice, or against one."""
    newest = {choice.challenge: choice for choice in register.choices}
    names = {challenge.ref: challenge for challenge in register.challenges}
    return (
        *_against_the_choice(newest, names, register, limits),
        *_already_there(register, limits),
        *_unrecorded(register, limits),
    )


def _own_running(register: Register) -> tuple[Network, ...]:
    return tuple(network for network in register.running if not network.mandated)


def _against_the_choice(
    newest: Mapping[Ref, Choice], challenges: Mapping[Ref, Challenge], register: Register, limits: Limits
) -> Iterator[Finding]:
    """Networks for a challenge of which the newest choice asks for something else."""
    for choice in newest.values():
        challenge = challenges.get(choice.challenge)
        running = [network for network in _own_running(register) if network.challenge == choice.challenge]
        if challenge is None or not running:
            continue
        if choice.decided is Advice.DO_ALONE:
            yield from (_alone(network, challenge, choice, register.today, limits) for network in running)
        elif choice.decided in KINDS:
            yield _not_cooperation(challenge, choice, register.today, limits)


def _alone(network: Network, challenge: Challenge, choice: Choice, today: date, limits: Limits) -> Finding:
    reasons = (grounds.of_age(Reason.CHOICE_DATED, choice.decided_on, today, limits),)
    return Finding(
        rule=Rule.COULD_DO_ALONE.value,
        subjects=(
            Subject(Kind.NETWORK, network.ref, network.name),
            Subject(Kind.CHALLENGE, challenge.ref, challenge.name),
        ),
        numbers={"network": network.name, "challenge": challenge.name},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=choice.decided_on,
    )


def _not_cooperation(challenge: Challenge, choice: Choice, today: date, limits: Limits) -> Finding:
    reasons = (grounds.of_age(Reason.CHOICE_DATED, choice.decided_on, today, limits),)
    return Finding(
        rule=Rule.NOT_COOPERATION.value,
        subjects=(Subject(Kind.CHALLENGE, challenge.ref, challenge.name),),
        numbers={"challenge": challenge.name, "kind": KINDS[choice.decided]},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=choice.decided_on,
    )


def _already_there(register: Register, limits: Limits) -> Iterator[Finding]:
    """Planned networks beside one that runs and shares enough partners; pairs are only sought when one is planned."""
    if not any(network.started and network.started > register.today for network in register.running):
        return
    beside: dict[Ref, list[_Beside]] = {}
    planned: dict[Ref, Network] = {}
    for pair in overlapping(register, limits):
        found = planned_beside_running(pair, register.today)
        if found is not None:
            planned[found[0].ref] = found[0]
            beside.setdefault(found[0].ref, []).append(_Beside(found[1], found[2], pair.shared))
    yield from (_doubles(planned[ref], found, register.today, limits) for ref, found in beside.items())


def _doubles(planned: Network, beside: Sequence[_Beside], today: date, limits: Limits) -> Finding:
    """One finding for all networks that do already what the planned one is for, by the number of partners shared."""
    most_first = sorted(beside, key=lambda each: (-each.shared, each.running.name))
    networks = (planned, *(each.running for each in most_first))
    themes = dict.fromkeys(theme for each in most_first for theme in each.themes)
    most = most_first[0].shared
    reasons = (
        grounds.of_members(networks, today, limits),
        *(grounds.ground(Reason.SAME_THEME, holds=True, theme=theme) for theme in themes),
        grounds.of_limit("overlap_shared", most, limits),
    )
    return Finding(
        rule=Rule.EXISTING_NETWORK.value,
        subjects=tuple(Subject(Kind.NETWORK, network.ref, network.name) for network in networks),
        numbers={
            "network": planned.name,
            "other": listed([each.running.name for each in most_first]),
            "count": len(most_first),
            "shared": most,
        },
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=planned.as_of,
        limits_used=grounds.limits_used(limits, "overlap_shared"),
    )


def _unrecorded(register: Register, limits: Limits) -> Iterator[Finding]:
    own = _own_running(register) if register.choices_known else ()
    silent = [network for network in own if not recorded(network, register.choices)]
    young = [network for network in silent if _is_young(network, register.today, limits)]
    lasting = [network for network in silent if network not in young]
    for aspect, networks in ((YOUNG, young), (LASTING, lasting)):
        if len(networks) > limits.unrecorded_choices:
            yield _many_unrecorded(aspect, networks, len(silent), len(own), register, limits)
        else:
            yield from (_not_recorded(network, register.today, limits) for network in networks)


def recorded(network: Network, choices: Sequence[Choice]) -> bool:
    """Whether a choice was about this network, led to it, or was about its challenge."""
    return any(
        network.ref in choice.networks or (network.challenge is not None and network.challenge == choice.challenge)
        for choice in choices
    )


def _is_young(network: Network, today: date, limits: Limits) -> bool:
    return network.started is not None and today < two_year_mark(network.started, limits)


def _not_recorded(network: Network, today: date, limits: Limits) -> Finding:
    reasons = (grounds.of_facts(network.as_of, today, limits),)
    return Finding(
        rule=Rule.NOT_RECORDED.value,
        subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
        numbers={"network": network.name},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=network.as_of,
    )


def _many_unrecorded(
    aspect: str, networks: Sequence[Network], silent: int, total: int, register: Register, limits: Limits
) -> Finding:
    dates = [network.as_of for network in networks if network.as_of]
    oldest = min(dates) if len(dates) == len(networks) else None
    reasons = (grounds.of_facts(oldest, register.today, limits),)
    return Finding(
        rule=Rule.MANY_NOT_RECORDED.value,
        subjects=(Subject(Kind.AUTHORITY, register.authority, register.authority_name),),
        numbers={"count": len(networks), "total": total} | ({"silent": silent} if silent > len(networks) else {}),
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=min(dates, default=None),
        aspect=aspect,
        limits_used=grounds.limits_used(limits, "unrecorded_choices"),
    )
