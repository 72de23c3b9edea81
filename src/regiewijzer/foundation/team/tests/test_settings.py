import pytest
from tests.accounts import Member, logged_in, position_in

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.science.limits import DEFAULTS

PAGE = "/vliermonde/instellingen/"
TYPED = {"name": "Vliermonde", "service": "Regie", "accent": "beuk", "second_step": "administrators"} | {
    "power_order": "legal_last"
}


def _save(member: Member, **more: str) -> Authority:
    seen = member.client.get(PAGE).context["form"]["seen_version"].value()
    answer = member.client.post(PAGE, {**TYPED, "seen_version": seen, **more})
    assert answer.status_code == 302, answer.content.decode()
    return Authority.objects.get(pk=member.position.authority_id)


def test_name_service_and_colour_are_kept(administrator: Member) -> None:
    saved = _save(administrator)

    assert (saved.name, saved.service, saved.accent, saved.limits) == ("Vliermonde", "Regie", "beuk", {})
    assert 'data-accent="beuk"' in administrator.client.get(PAGE).content.decode()


def test_a_limit_is_typed_as_people_read_it_and_kept_as_the_rules_take_it(administrator: Member) -> None:
    saved = _save(
        administrator, self_participants="12", self_trust="3", narrow_score="1", dominant_domain="75", stale_months="6"
    )

    kept = {
        "self_participants": 12,
        "self_trust": 0.5,
        "narrow_score": 0.25,
        "dominant_domain": 0.75,
        "stale_months": 6,
    }
    assert saved.limits == kept
    assert (limits_of(saved).self_participants, limits_of(saved).lead_participants) == (12, DEFAULTS.lead_participants)
    page = administrator.client.get(PAGE)
    assert page.context["limits"]["self_trust"].value() == 3
    assert page.context["limits"]["dominant_domain"].value() == 75


def test_the_standard_typed_out_is_no_limit_of_its_own(administrator: Member) -> None:
    assert _save(administrator, self_participants="8", self_need="2.32", effect_months="24").limits == {}


def test_an_emptied_limit_is_the_standard_again(administrator: Member) -> None:
    _save(administrator, self_participants="12")

    assert _save(administrator, self_participants="").limits == {}


@pytest.mark.parametrize(
    ("limit", "typed"),
    [
        ("self_participants", "1"),
        ("self_participants", "8.5"),
        ("self_trust", "0.9"),
        ("self_trust", "5.1"),
        ("dominant_domain", "101"),
        ("false_discovery", "51"),
        ("effect_months", "veel"),
        ("self_trust", "nan"),
        ("narrow_score", "-1"),
    ],
)
def test_a_limit_out_of_range_gets_a_sentence_and_saves_nothing(administrator: Member, limit: str, typed: str) -> None:
    answer = administrator.client.post(PAGE, {**TYPED, "name": "Anders", limit: typed})

    assert answer.status_code == 422
    assert answer.context["limits"].errors[limit]
    assert f'value="{typed}"' in answer.content.decode()
    saved = Authority.objects.get(pk=administrator.position.authority_id)
    assert (saved.name, saved.limits) == ("Vliermonde", {})


def test_the_order_of_power_is_a_choice(administrator: Member) -> None:
    saved = _save(administrator, power_order="financial_last")

    assert [str(power) for power in limits_of(saved).power_order][-1] == "financial"
    assert administrator.client.get(PAGE).context["limits"]["power_order"].value() == "financial_last"
    assert _save(administrator).limits == {}


def test_what_changed_stands_in_the_trail(administrator: Member) -> None:
    _save(administrator, self_participants="12")

    with inside(administrator.position.authority_id):
        line = Entry.objects.get()
    assert line.kind == "authority"
    assert line.changes["limits"] == [{}, {"self_participants": 12}]
    assert line.changes["service"] == ["", "Regie"]


def test_saving_what_already_stands_writes_no_line(administrator: Member) -> None:
    _save(administrator)
    _save(administrator)

    with inside(administrator.position.authority_id):
        assert Entry.objects.count() == 1


def test_two_administrators_do_not_lose_each_others_limits(administrator: Member, authority: Authority) -> None:
    second = logged_in(position_in(authority, Role.ADMINISTRATOR, "Bea Beheerder"))
    _save(administrator, self_participants="12")

    late = second.client.post(PAGE, {**TYPED, "seen_version": "1", "stale_months": "6"})

    assert late.status_code == 409
    assert "12" in [conflict.theirs for conflict in late.context["conflicts"]]
    assert late.context["limits"]["stale_months"].value() == "6"
    assert Authority.objects.get(pk=authority.pk).limits == {"self_participants": 12}

    seen = late.context["form"]["seen_version"].value()
    both = {"self_participants": "12", "stale_months": "6"}
    assert second.client.post(PAGE, {**TYPED, "seen_version": seen, **both}).status_code == 302
    assert Authority.objects.get(pk=authority.pk).limits == {"self_participants": 12, "stale_months": 6}
