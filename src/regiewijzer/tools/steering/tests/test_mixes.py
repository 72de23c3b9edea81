import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.models import Aim, Instrument, Purpose, Relation
from regiewijzer.science.facts import Power
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.tools.steering.models import Evaluation
from regiewijzer.tools.steering.queries.mixes import MixPage, mix_in_short, mix_page
from regiewijzer.tools.steering.queries.standing import instruments

pytestmark = pytest.mark.usefixtures("english")


def _page(challenge: Challenge) -> MixPage:
    return mix_page(challenge, DEFAULTS, lambda _name, ref: f"/{ref}/")


@pytest.fixture
def both(challenge: Challenge, instrument: Instrument, premie: Instrument) -> Challenge:
    """Convenant and Premie serve the challenge; Convenant reinforces Premie."""
    Purpose.objects.create(authority_id=challenge.authority_id, instrument=premie, challenge=challenge)
    return challenge


def test_the_mix_shows_types_and_how_one_acts_on_another(both: Challenge) -> None:
    page = _page(both)

    assert {each.power: [one.name for one in each.instruments] for each in page.types} == {
        Power.COMMUNICATIVE: [],
        Power.MARKET: ["Premie"],
        Power.FINANCIAL: [],
        Power.LEGAL: ["Convenant"],
    }
    assert page.picture is not None
    assert page.picture.data_table.rows == (("Convenant", "reinforces", "Premie", ""),)
    assert page.clashes == page.gaps == ()


def test_a_clash_comes_with_its_rule_its_source_and_its_note(both: Challenge, instrument: Instrument) -> None:
    premie = Instrument.objects.get(name="Premie")
    Relation.objects.create(
        authority_id=both.authority_id, instrument=premie, other=instrument, kind="weakens", note="Twee boodschappen"
    )

    page = _page(both)

    (clash,) = page.clashes
    assert clash.sentence.plain.startswith("Premie works against Convenant")
    assert "recorded" in clash.rule_text.sentence.plain
    assert clash.rule_text.references
    assert clash.reasons[0].sentence.plain.startswith("the relation is recorded")
    assert page.picture is not None
    assert ("Premie", "weakens", "Convenant", "Twee boodschappen") in page.picture.data_table.rows


def test_a_heavy_instrument_alone_is_a_gap(challenge: Challenge) -> None:
    (gap,) = _page(challenge).gaps

    assert gap.rule == "instrument.no_lighter_step"


def test_one_instrument_that_needs_more_than_the_mix_has_is_a_gap_with_the_types_that_would_do(
    challenge: Challenge, instrument: Instrument
) -> None:
    Instrument.objects.filter(pk=instrument.pk).update(legal=0, communicative=100)
    Evaluation.objects.create(
        authority_id=challenge.authority_id, instrument=instrument, power_used=0, power_needed=2, goal_reached=1
    )

    page = _page(challenge)

    assert [gap.rule for gap in page.gaps] == ["instrument.power_too_weak"]
    assert page.missing == (Power.FINANCIAL, Power.LEGAL)


def test_a_need_for_an_ended_instrument_is_a_gap(challenge: Challenge, instrument: Instrument) -> None:
    Relation.objects.filter(instrument=instrument).update(kind="needs")
    Instrument.objects.filter(name="Premie").update(status="ended")

    assert "instrument.need_unmet" in [gap.rule for gap in _page(challenge).gaps]


def test_partners_who_receive_several_are_named(both: Challenge, world: World) -> None:
    premie = Instrument.objects.get(name="Premie")
    Aim.objects.create(authority_id=both.authority_id, instrument=premie, organisation_id=world.key("organisation"))

    (met,) = _page(both).met

    assert (met.name, [each.name for each in met.instruments]) == ("Partner 0", ["Convenant", "Premie"])


def test_in_short_the_same_is_counted(both: Challenge) -> None:
    short = mix_in_short(both.pk, instruments(), DEFAULTS)

    assert (len(short.instruments), short.helps, short.clashes, short.unmet) == (2, 1, 0, 0)


def test_a_challenge_without_instruments_says_so(world: World, administrator: Member) -> None:
    with inside(world.authority.pk):
        Purpose.objects.all().delete()

    page = administrator.client.get(f"/vliermonde/opgaven/{world.key('challenge')}/instrumentenmix/").content.decode()

    assert "No running instrument serves this challenge" in page
    assert "Add an instrument" in page


def test_the_page_of_the_challenge_leads_to_its_mix(world: World, reader: Member) -> None:
    page = reader.client.get(f"/vliermonde/opgaven/{world.key('challenge')}/").content.decode()

    assert f"/vliermonde/opgaven/{world.key('challenge')}/instrumentenmix/" in page
    assert "Heavy instruments only" in page


def test_another_authority_sees_nothing_of_it(world: World, stranger: Member) -> None:
    assert stranger.client.get(f"/vliermonde/opgaven/{world.key('challenge')}/instrumentenmix/").status_code == 404
