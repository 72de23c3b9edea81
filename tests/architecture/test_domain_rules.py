"""A rule of the domain is said in one place: who is a partner, what runs, who acts, what is own, what is latest."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from regiewijzer.register.networks.models import FormPeriod, Membership
from tests.architecture.rules import PACKAGE, python_files

MODELS = ("register/records/models.py", "register/organisations/models.py", "register/networks/models/networks.py")
HOMES: dict[str, tuple[str, ...]] = {
    # a membership or form that holds: asked by scopes
    "started__gt": MODELS,
    "started__lte": MODELS,
    "ended__gt": MODELS,
    "ended__lte": MODELS,
    "holding_q": MODELS,
    # counted from the side of organisations, networks and persons
    "sitting_q": (*MODELS, "register/organisations/queries.py", "register/networks/queries.py"),
    "running_q": (*MODELS, "register/organisations/queries.py"),
    # who has an action; which organisations are one party is asked with members that have none
    "Member()": (
        "science/facts/networks.py",
        "science/rules/check_values.py",  # made up, to check rules on
        "register/networks/queries.py",
        "tools/choice/queries/existing.py",
    ),
    # the authority with its services is one party: facts.parties; the field in the database, and who hands it on
    ".own": (
        "science/facts/networks.py",
        "science/facts/register.py",
        "science/effect.py",  # of a criterion: it fits own networks
    ),
    "is_own": (
        "register/organisations/models.py",
        "register/organisations/queries.py",
        "register/organisations/forms.py",
        "register/exchange/tables/organisations.py",
        "register/networks/queries.py",
        "tools/choice/queries/existing.py",
        "overview/scan/facts/register.py",
    ),
    # the latest of what was measured
    "[-1]": ("science/facts/latest.py",),
    'order_by("measured_on"': ("register/measurements/queries.py",),
    "Organisation()": (
        "science/rules/check_values.py",  # made up, to check rules on
        "register/organisations/queries.py",
        "overview/scan/facts/register.py",
    ),
}


SERIES = {"measurements", "evaluations", "goal_ratings", "cooperation_ratings", "users", "member_satisfaction"}


WITH_OWN = {"Member", "Network", "Organisation"}


def _spelled(source: str) -> Iterator[str]:
    """The rules that a module spells: lookups, conditions by name, and facts it makes itself."""
    tree = ast.parse(source)
    from_facts = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("regiewijzer.science.facts")
        for name in node.names
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="facts"), attr=name)):
                yield f"{name}()"
            case ast.Call(func=ast.Name(id=name)) if name in from_facts:
                yield f"{name}()"
            case ast.Call(func=ast.Name(id=name)):
                yield name
            case ast.Call(
                func=ast.Attribute(attr="order_by"), args=[ast.Constant(value="measured_on" | "-measured_on"), *_]
            ):
                yield 'order_by("measured_on"'
            case ast.Subscript(
                value=ast.Attribute(attr=name), slice=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1))
            ) if name in SERIES:
                yield "[-1]"
            case ast.Attribute(attr="own", value=ast.Name() | ast.Subscript()) if from_facts & WITH_OWN:
                yield ".own"
            case ast.Attribute(attr="is_own"):
                yield "is_own"
        if isinstance(node, ast.keyword) and node.arg:
            yield from ("__".join(node.arg.split("__")[-2:]), node.arg.split("__")[-1])
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.lstrip("_").removeprefix("organisation__")


def _strays(file: str, source: str) -> set[str]:
    return {rule for rule in _spelled(source) if rule in HOMES and file not in HOMES[rule]}


def _modules() -> Iterator[Path]:
    for path in python_files(PACKAGE):
        if not {"tests", "migrations"}.intersection(path.relative_to(PACKAGE).parts):
            yield path


def test_no_module_spells_a_rule_of_the_domain_again() -> None:
    found = {(file := str(path.relative_to(PACKAGE))): _strays(file, path.read_text()) for path in _modules()}

    assert {file: rules for file, rules in found.items() if rules} == {}


def test_a_membership_is_asked_only_whether_somebody_sits_there() -> None:
    assert not hasattr(Membership.objects.all(), "holding")
    assert hasattr(FormPeriod.objects.all(), "holding")


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("Membership.objects.filter(ended__gt=today)", "ended__gt"),
        ("Network.objects.annotate(n=Count('m', filter=Q(memberships__started__lte=day)))", "started__lte"),
        ("Q(**{f'{way}ended__lte': day})", "ended__lte"),
        ("Membership.objects.filter(holding_q(today))", "holding_q"),
        ("Membership.objects.filter(sitting_q(today))", "sitting_q"),
        ("Network.objects.filter(running_q(today))", "running_q"),
        ("from regiewijzer.science import facts\nfacts.Member(1, None)", "Member()"),
        ("from regiewijzer.science.facts import Member\nMember(1, None)", "Member()"),
        ("from regiewijzer.science import facts\nfacts.Organisation(1, 'OCMW', own=True)", "Organisation()"),
        ("from regiewijzer.science.facts import Network\n[each for each in seen.members if each.own]", ".own"),
        ("Membership.objects.filter(organisation__is_own=True)", "is_own"),
        ("rows.values_list('organisation__is_own')", "is_own"),
        ("len({seat for seat in seats if not seat.organisation.is_own})", "is_own"),
        ("network.measurements[-1].trust", "[-1]"),
        ("Measurement.objects.order_by('-measured_on')[0]", 'order_by("measured_on"'),
    ],
)
def test_a_rule_spelled_again_is_caught(planted: str, rule: str) -> None:
    assert _strays("tools/effect/queries/page.py", planted) == {rule}


def test_every_rule_has_a_home() -> None:
    assert all(
        any(rule.removesuffix("()") in (PACKAGE / home).read_text() for home in homes) for rule, homes in HOMES.items()
    )
