"""How is every finding made? Each rule with its version, formula, limits, sources and a check value, as docs/method.md.

Measures are computed and rules are fired while the page is written, so that it says what the program does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

import click
from django.utils import translation

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Source
from regiewijzer.library.finding_text import RuleText
from regiewijzer.library.goal_lists import goal_lists
from regiewijzer.library.texts import Language
from regiewijzer.science import likeness
from regiewijzer.science.composition import variety
from regiewijzer.science.consensus import consensus
from regiewijzer.science.effect import two_year_mark
from regiewijzer.science.facts import Form, Member, Network, Power, Ref
from regiewijzer.science.finding import Finding, Ground
from regiewijzer.science.governance import Conditions, advise, requirements
from regiewijzer.science.limits import Basis, Limits, Threshold, thresholds
from regiewijzer.science.overlap import Pair, benjamini_hochberg, pairs
from regiewijzer.science.power import place, proportion
from regiewijzer.science.release import LEAST_FOR_SCORES, shown_cells
from regiewijzer.science.rules.check_values import CHECK_VALUES, CheckValue
from regiewijzer.science.rules.grounds import certainty, ground
from regiewijzer.science.rules.vocabulary import Reason, Rule, version_of

HEAD = """# How every finding is made

Made by `regiewijzer method > docs/method.md` from the rules and the library; a test fails when it is out of date. The
numbers of measures (M) and rules (R) stand for the code beside them. A rule that draws its line otherwise gets a higher
version; a finding and a decision keep the version and the limits they were made with.

Facts of one day go in, findings come out; no rule asks the clock, a file or chance. A rule fires or does not: nothing
is added up to a mark, and no authority, partner or person is ranked. What is not known makes no rule fire. Certainty
says how good the evidence is (who answered, how many, how old, how far from the limit), never whose limit it is.

`ours` at a limit or source: a proposal of Regiewijzer, which no source gives; an authority may set another one. A
source marked *from memory* could not be looked up. The questionnaires are ours and not validated.
"""
CASE = date(2024, 2, 29)


@dataclass(frozen=True, slots=True)
class Measure:
    """A formula with its sources, and a case with what the program computes for it."""

    name: str
    formula: str
    sources: tuple[str, ...]
    case: str
    computed: Callable[[], object]


def _shared_three() -> Pair:
    """Three networks of four; the first two share three."""
    seats = ("abcx", "abcy", "vwxy")
    networks = [Network(nr, f"N{nr}", members=tuple(map(Member, each))) for nr, each in enumerate(seats, 1)]
    return pairs(networks)[0]


MEASURES = (
    Measure(
        "Agreement of answers",
        "`Cns = 1 + sum p(x) log2(1 - |x - mean| / (highest - lowest))`, from 0 (half at either end) to 1 (all alike).",
        ("Tastle & Wierman 2007",),
        "the answers 1, 2, 3, 4, 5 on a scale of 1 to 5",
        lambda: round(consensus([1, 2, 3, 4, 5]), 4),
    ),
    Measure(
        "Variety of main domains",
        "Blau's index `1 - sum p(k)^2`, divided by the most that so many partners can reach over the fixed list of "
        "domains. Own services together are one partner.",
        ("Harrison & Klein 2007", "ours"),
        "6, 1, 1 and 1 partners in 4 of 10 domains",
        lambda: round(variety([6, 1, 1, 1], 10) or 0.0, 4),
    ),
    Measure(
        "What networks share",
        "Jaccard (1901) `shared / both together`, and containment (Szymkiewicz-Simpson) `shared / the smaller`. Own "
        "services together are one partner.",
        (),
        "two networks of 4 that share 3: Jaccard and containment",
        lambda: (_shared_three().jaccard, _shared_three().containment),
    ),
    Measure(
        "Chance of sharing so many",
        "`p`: Poisson-binomial tail of the stochastic degree sequence model. Organisation k sits in network i with "
        "chance `x(i) y(k) / (1 + x(i) y(k))`, fitted so that every network and every organisation keeps its number of "
        "seats; over the organisations that sit anywhere. Check on data: of 1,348 pairs of Flemish associations that "
        "share three or more, 679 stay at q of at most .05.",
        ("Neal 2021",),
        "the networks abcx, abcy and vwxy: the first two share three",
        lambda: round(_shared_three().p, 6),
    ),
    Measure(
        "Correction for the number of pairs",
        "`q(i) = min over j from i of p(j) tests / j`, over all pairs of networks with partners (Benjamini & Hochberg, "
        "1995, Journal of the Royal Statistical Society B 57, 289-300).",
        (),
        "p of .01, .02, .03 and .5 in a family of 4",
        lambda: [
            round(q, 4) for _test, q in sorted(benjamini_hochberg(dict(enumerate((0.01, 0.02, 0.03, 0.5)))).items())
        ],
    ),
    Measure(
        "Place on the axis of power",
        "Mean of the steps of the types, weighted by their shares; spread: mean absolute deviation from it.",
        ("seed 000", "seed 004", "ours"),
        "communicative 50 %, legal 50 %: place and spread",
        lambda: (
            place({Power.COMMUNICATIVE: 50, Power.LEGAL: 50}).mean,
            place({Power.COMMUNICATIVE: 50, Power.LEGAL: 50}).deviation,
        ),
    ),
    Measure(
        "Power used against power needed",
        "Used above needed: too strong. Below it: too weak when the goal is missed, a deterrent that works when it is "
        "reached. Equal: in proportion.",
        ("seed 000", "seed 001", "ours"),
        "used 1, needed 3, goal reached 2",
        lambda: proportion(1, 3, 2).value,
    ),
    Measure(
        "Form of a network",
        "Each condition on its own against the table below, never a mean: a form fits when nothing is short. Advised "
        "is the lightest form that fits: self-regulating, then led, then an NAO; none when every form is short of "
        "something.",
        ("Provan & Kenis 2008", "ours"),
        "trust .8, 20 partners, consensus .6, need .5, trust in the lead .7, from 0 to 1",
        lambda: advise(Conditions(trust=0.8, participants=20, consensus=0.6, need=0.5, trust_in_lead=0.7)).form,
    ),
    Measure(
        "Two years",
        "The day so many months after the start; past it without a result on any level a network is late.",
        ("seed 001", "seed 004", "ours"),
        "begun on 29 February 2024",
        lambda: two_year_mark(CASE).isoformat(),
    ),
    Measure(
        "How alike goals are",
        f"Cosines weighted by rarity, of themes ({likeness.THEME_WEIGHT:g}), stems of words ({likeness.STEM_WEIGHT:g}) "
        f"and people ({likeness.PEOPLE_WEIGHT:g}); themes and people are found by lists. Two goals that each name a "
        f"theme and share none count for 0; for other people for {likeness.OTHER_PEOPLE:g}; by words alone "
        f"for {likeness.NO_THEME:g}, or {likeness.ONE_THEME:g} where a list knows one of both. An order, not a share. "
        "`python -m benchmarks.likeness FILE` judges it on labelled pairs.",
        ("ours",),
        "“Minder kinderen groeien op in armoede” and “We dringen kinderarmoede terug”, alone in the corpus",
        lambda: round(_two_goals() or 0.0, 4),
    ),
    Measure(
        "Certainty",
        "Great when no ground speaks against a finding, fair when one kind does, limited when two kinds do, when it "
        "rests on one's own estimate, or when no ground is known.",
        ("ours",),
        "no ground, one for, one against, two against, an own estimate",
        lambda: [certainty(grounds).value for grounds in _grounds()],
    ),
    Measure(
        "Small groups",
        f"Nothing is shown of fewer than {LEAST_FOR_SCORES} people, nor what would follow from the difference of two "
        "figures that are shown.",
        ("GDPR", "ours"),
        "groups a, b and c of 6, 5 and 4 people, of which the total is shown: the groups that are shown too",
        lambda: sorted(_groups_shown()),
    ),
)


def _two_goals() -> float | None:
    goals: dict[Ref, str] = {1: "Minder kinderen groeien op in armoede", 2: "We dringen kinderarmoede terug"}
    return likeness.corpus(goals, goal_lists()).likeness(1, 2)


def _grounds() -> Iterable[tuple[Ground, ...]]:
    good, old = ground(Reason.ANSWERS_ONLY, holds=True), ground(Reason.MEASURED_MONTHS_AGO, holds=False)
    near, own = ground(Reason.NEAR_LIMIT, holds=False), ground(Reason.OWN_ESTIMATE, holds=False)
    return (), (good,), (good, old), (near, old), (own,)


def _groups_shown() -> Iterable[str]:
    return shown_cells([{"a": 6, "b": 5, "c": 4}], LEAST_FOR_SCORES)


def page() -> str:
    """The page, as Markdown."""
    with translation.override(Language.ENGLISH):
        measures = [_measure(number, measure) for number, measure in enumerate(MEASURES, 1)]
        rules = [_rule(number, rule, CHECK_VALUES[rule]) for number, rule in enumerate(Rule, 1)]
        return "\n".join([HEAD, "## Measures\n", *measures, _forms(), "## Rules\n", *rules, _not_running()])


def _measure(number: int, measure: Measure) -> str:
    parts = (
        f"### M{number}. {measure.name}",
        measure.formula,
        _sources(measure.sources),
        f"Check value: {measure.case}: `{measure.computed()}`.",
    )
    return _paragraphs(parts)


def _forms() -> str:
    rows = [
        f"| {catalogue.word(form, 'forms').text} | {catalogue.word(condition, 'form_conditions').short} "
        f"| {catalogue.word(bound, 'bounds').text} {limit:g} |"
        for form in Form
        for condition, bound, limit in requirements(form)
    ]
    return "\n".join(
        ["The table of the forms:", "", "| form | condition | limit, ours |", "| --- | --- | --- |", *rows, ""]
    )


def _rule(number: int, rule: Rule, check: CheckValue) -> str:
    text, kind, found = RuleText(rule), catalogue.finding_type(rule), check.finding(rule)
    parts = (
        f"### R{number}. {rule.value}",
        f"Version {version_of(rule)}; {text.label}; weight {kind.weight} of 5; basis: {text.basis}.",
        text.sentence.plain,
        _limits(rule, found),
        _sources(kind.sources),
        f"Check value: {check.said} {_numbers(found)}",
    )
    return _paragraphs(parts)


def _limits(rule: Rule, found: Finding) -> str:
    """The limits the rule names or used, each with whose it is."""
    named = {threshold.name for threshold in RuleText(rule).thresholds} | found.limits_used.keys()
    rows = [_limit(threshold) for threshold in thresholds() if threshold.name in named]
    return "\n".join(["| limit | default | unit | whose |", "| --- | --- | --- | --- |", *rows]) if rows else ""


def _limit(threshold: Threshold) -> str:
    default = getattr(Limits(), threshold.name)
    shown = ", ".join(map(str, default)) if isinstance(default, tuple) else f"{default:g}"
    whose = "ours" if threshold.basis is Basis.OURS else ", ".join(threshold.sources)
    return f"| `{threshold.name}` | {shown} | {threshold.unit.value} | {whose} |"


def _sources(keys: Iterable[str]) -> str:
    named = " ".join(_source(catalogue.source(key)) for key in keys)
    return named and f"Sources: {named}"


def _source(source: Source) -> str:
    memory = " (from memory)" if source.checked == "memory" else ""
    return f"{str(source.reference).rstrip('.')}{memory}."


def _numbers(found: Finding) -> str:
    told = ", ".join(f"{name} {value}" for name, value in found.numbers.items() if value != "")
    return f"It says: {told}; certainty {found.certainty.value}."


def _not_running() -> str:
    """The texts of findings that no rule gives yet."""
    missing = sorted({each.rule for each in catalogue.finding_types()} - set(Rule))
    heading = "## Texts without a rule\n\nThe library has a text for these; nothing makes such a finding yet."
    return "\n".join([heading, "", *(f"- `{rule}`" for rule in missing), ""])


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n".join(chain.from_iterable((part, "") for part in parts if part))


@click.command()
def method() -> None:
    """Write how every finding is made as a page, from the rules and the library."""
    click.echo(page(), nl=False)
