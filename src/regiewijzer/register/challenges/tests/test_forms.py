import pytest
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.challenges.forms import ChallengeForm

pytestmark = pytest.mark.usefixtures("english")


def _form(**more: str) -> ChallengeForm:
    return ChallengeForm(record("challenge", **more))


def test_tags_are_cut_at_commas_and_told_once(vliermonde: Authority) -> None:
    form = _form(target_groups=" jongeren, gezinnen in armoede ,, jongeren ")

    assert form.is_valid()
    assert form.cleaned_data["target_groups"] == ["jongeren", "gezinnen in armoede"]


@pytest.mark.parametrize("typed", [", ".join(map(str, range(13))), "x" * 101])
def test_too_many_tags_or_one_too_long_get_a_sentence(vliermonde: Authority, typed: str) -> None:
    assert list(_form(target_groups=typed).errors) == ["target_groups"]


def test_themes_stand_in_the_order_of_the_list(vliermonde: Authority) -> None:
    form = ChallengeForm(record("challenge") | {"themes": ["housing", "children_families"]})
    offered = [code for code, _name in form.fields["themes"].choices]  # type: ignore[attr-defined]

    form.full_clean()

    assert form.errors == {}
    assert form.cleaned_data["themes"] == sorted(["housing", "children_families"], key=offered.index)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "x" * 201),
        ("status", "stuk"),
        ("themes", "alchemie"),
        ("due", "morgen"),
        ("as_of", "2999-12-31"),
        ("as_of", ""),
        ("result", "x" * 2001),
    ],
)
def test_what_is_wrong_is_named(vliermonde: Authority, field: str, typed: str) -> None:
    form = _form(**{field: typed})

    assert list(form.errors) == [field]
    assert not typed or form[field].value() is not None


@pytest.mark.parametrize("typed", ["2030-12-03", "3/12/2030", "03-12-2030", "3.12.2030"])
def test_a_day_is_read_as_people_write_it(vliermonde: Authority, typed: str) -> None:
    form = _form(due=typed)

    assert form.is_valid()
    assert str(form.cleaned_data["due"]) == "2030-12-03"


def test_a_wrong_day_is_shown_back_with_an_example(vliermonde: Authority) -> None:
    assert _form(due="31/02/2030").errors["due"] == ["“31/02/2030” is not a date. Write it as 03/12/2026."]


def test_the_list_counts_what_serves_a_challenge(world: World, reader: Member) -> None:
    row = reader.client.get("/vliermonde/opgaven/").context["list"].page[0]

    assert (row.name, row.network_count, row.instrument_count) == ("Kinderarmoede", 2, 1)
