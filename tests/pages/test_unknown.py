"""Unknown is never told as good: empty, being computed, not measured, partly measured and fine are five sentences."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override
from pypdf import PdfReader

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.reports.documents.board_report import board_of
from regiewijzer.overview.reports.documents.network_dossier import dossier_of
from regiewijzer.register.instruments.models import Aim, Instrument, Purpose
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.records.actions import confirm
from regiewijzer.tools.cooperation.models import Statement
from regiewijzer.tools.effect.models import Evaluation as Effect
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.readiness.models import Measurement as LayerMeasurement
from regiewijzer.tools.steering.models import Evaluation as Steering
from tests.accounts import Member
from tests.architecture.policy import POLICY
from tests.world import World, measure_all

# What is said only of what is known and fine; each is the beginning of a text of the program.
ONLY_WHEN_FINE = (
    "Nothing asks for a decision",
    "Everything was looked at and no finding is open.",
    "**Nothing asks for a decision now.**",
    "Its form was measured, its result looked at",
    "Every network past that shows a result.",
    "Every form holds",
    "The form it has holds",
    "Every layer that was asked rather says yes",
    "All three layers rather say yes",
    "The layers agree",
    "The layers look alike",
    "The layers that were asked look alike",
    "What was written down is not too broad.",
    "No clash and no gap found",
    "No partner receives several at once",
    "No two networks share three partners or more",
    "What each brings and gets is in balance",
)
FINDINGS = "/vliermonde/bevindingen/"
OVERVIEW = "/vliermonde/overzicht/"


def pages(member: Member, keys: dict[str, int]) -> Iterable[tuple[str, str]]:
    """What every page of the authority says that an administrator may read and that has a target."""
    for name, row in POLICY.items():
        if "administrator" not in row.get or (row.target and row.target not in keys):
            continue
        also = dict(row.also)
        parts = {"pk": keys[row.target]} if row.target else {}
        try:
            address = reverse(name, kwargs={"authority": "vliermonde", **parts, **also})
        except Exception:  # an address that asks for more than this test has
            continue
        found = member.client.get(address)
        if found.status_code == 200 and found["Content-Type"].startswith("text/html"):
            yield name, strip_tags(found.content.decode())


def said(report: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(report)).pages).split())


def praise_in(text: str) -> set[str]:
    return {sentence for sentence in ONLY_WHEN_FINE if sentence.strip("*") in text}


def test_what_is_said_only_when_fine_is_a_text_of_the_program() -> None:
    with (settings.PACKAGE.parents[1] / "locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        texts = [message.id for message in read_po(file) if isinstance(message.id, str)]

    assert [each for each in ONLY_WHEN_FINE if not any(text.startswith(each) for text in texts)] == []


def test_no_page_of_an_empty_authority_says_that_something_is_fine(administrator: Member) -> None:
    found = dict(pages(administrator, {}))

    assert len(found) > 20
    assert {name: praise_in(text) for name, text in found.items() if praise_in(text)} == {}


@pytest.mark.parametrize("measured", [False, True])
def test_no_page_of_what_is_half_known_says_that_something_is_fine(
    world: World, administrator: Member, measured: bool
) -> None:
    with inside(world.authority.pk):
        if measured:
            measure_all(world)
        StoredFinding.objects.update(gone_on="2025-01-01")

    found = dict(pages(administrator, world.keys))

    assert len(found) > 40
    assert {name: praise_in(text) for name, text in found.items() if praise_in(text)} == {}


@pytest.mark.parametrize("measured", [False, True])
def test_no_report_of_what_is_half_known_says_that_something_is_fine(world: World, measured: bool) -> None:
    with inside(world.authority.pk), override("en"):
        if measured:
            measure_all(world)
        StoredFinding.objects.update(gone_on="2025-01-01")
        network = Network.objects.get(pk=world.key("network"))
        board = said(board_of(world.authority, timezone.localdate()).pdf.content)
        dossier = said(dossier_of(network, world.authority, timezone.localdate()).pdf.content)

    assert praise_in(board) == set()
    assert praise_in(dossier) == set()
    assert ("somebody looked for a result" in board) is measured
    assert ("nobody looked for a result yet" in board) is not measured


def test_that_no_finding_is_open_has_five_sentences(
    authority: Authority, administrator: Member, request: pytest.FixtureRequest
) -> None:
    def told() -> tuple[str, str]:
        with inside(authority.pk):
            StoredFinding.objects.filter(gone_on=None).update(gone_on="2025-01-01")
        overview, listed = (administrator.client.get(page).content.decode() for page in (OVERVIEW, FINDINGS))
        heading = strip_tags(overview.split("<h1>")[1].split("</h1>")[0]).strip()
        sentence = strip_tags(listed.split("empty__line")[1].split("</p>")[0]).split(">")[-1].strip()
        return heading, sentence

    empty = told()
    world: World = request.getfixturevalue("world")
    unmeasured = told()
    with inside(authority.pk):
        confirm(Network.objects.get(pk=world.key("network")), actor=administrator.actor, day=timezone.localdate())
    computing = told()
    with inside(authority.pk):
        measure_all(world)
        refresh(authority=authority, today=timezone.localdate())
    partly = told()
    with inside(authority.pk):
        _look_at_everything(world)
        refresh(authority=authority, today=timezone.localdate())
    whole = told()

    assert [heading for heading, _sentence in (empty, computing, unmeasured, partly, whole)] == [
        "The register is still empty",
        "The findings are being computed",
        "No finding is open, but nothing was looked at yet",
        "No finding is open, but not everything was looked at",
        "Nothing asks for a decision",
    ]
    assert empty[1] == "There is nothing to look at yet, so there are no findings."
    assert computing[1].startswith("The findings about the latest change are not there yet.")
    assert unmeasured[1].endswith("we cannot tell.")
    assert "the form of 0 and the result of 1 of 2 networks; 1 of 2 instruments" in partly[1]
    assert whole[1] == "Everything was looked at and no finding is open. We tell you when something changes."


def test_what_is_known_and_fine_is_told_as_fine(world: World, administrator: Member) -> None:
    with inside(world.authority.pk):
        measure_all(world)
        _look_at_everything(world)
        _all_is_fine(world)
        refresh(authority=world.authority, today=timezone.localdate())
        StoredFinding.objects.filter(gone_on=None).update(gone_on="2025-01-01")

    found = dict(pages(administrator, world.keys))
    with inside(world.authority.pk), override("en"):
        network = Network.objects.get(pk=world.key("network"))
        board = said(board_of(world.authority, timezone.localdate()).pdf.content)
        dossier = said(dossier_of(network, world.authority, timezone.localdate()).pdf.content)

    everything = " ".join([*found.values(), board, dossier])
    # two of them shut each other out: the layers are alike, or all say yes
    assert set(ONLY_WHEN_FINE) - praise_in(everything) <= {
        "Every layer that was asked rather says yes",
        "The layers agree",
        "The layers look alike",
        "No two networks share three partners or more",
    }


def _look_at_everything(world: World) -> None:
    """The second network and instrument too."""
    owned = {"authority": world.authority}
    for network in Network.objects.all():
        scores = {"trust": 4, "consensus": 4, "need": 2, "trust_in_lead": 4}
        Measurement.objects.create(measured_on=date(2025, 3, 2), participants=10, network=network, **scores, **owned)
    Effect.objects.create(evaluated_on=date(2025, 4, 1), community=True, network_id=world.other_network, **owned)
    second = Instrument.objects.get(name="Premie")
    Steering.objects.create(
        authority=world.authority, instrument=second, measured_on=date(2025, 5, 1), power_used=2, power_needed=2
    )


def _all_is_fine(world: World) -> None:
    """Few partners who trust each other, each with an action and in balance; instruments that do not clash."""
    owned, today = {"authority": world.authority}, timezone.localdate()
    for network in Network.objects.all():
        for seat in network.memberships.all()[6:]:
            seat.delete()
        network.target_groups = ["families"]
        network.save()
        Membership.objects.filter(network=network).update(action="Houdt de lijst bij")
        about = {**owned, "network": network}
        Measurement.objects.create(
            measured_on=date(2025, 6, 1), trust=5, consensus=5, need=1, trust_in_lead=5, participants=6, **about
        )
        for seat in network.memberships.all():
            Statement.objects.create(
                organisation_id=seat.organisation_id, brings_size=2, gets_size=2, said_on=today, **about
            )
    for instrument in Instrument.objects.all():
        Purpose.objects.get_or_create(instrument=instrument, challenge_id=world.key("challenge"), **owned)
    Aim.objects.create(instrument=Instrument.objects.get(name="Premie"), organisation_id=world.key("newcomer"), **owned)
    conditions = dict.fromkeys(LayerMeasurement.ATTITUDES, 2)
    for layer in ("board", "management", "staff"):
        LayerMeasurement.objects.create(layer=layer, measured_on=today, **conditions, **owned)
