"""Somebody's own list: columns, names, the preview we have, saved, and undone as one act."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member
from tests.hostile.workbooks import workbook

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.models import ImportDraft, ListHeading
from regiewijzer.overview.exchange.queries import obstacles
from regiewijzer.overview.exchange.tests.journey import confirm, counts, draft_of, upload
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.search.queries import search

HEADINGS = ["Naam overleg", "Wat willen we", "Trekker", "Wie zit erin", "Sinds", "Kleur"]
ROWS = [
    [
        "Jeugdtafel",
        "Jongeren horen",
        "JH De Kelder",
        "OCMW Zand; Jeugdhuis De Kelder; CLB Zuid (Els Bral)",
        "2019",
        "rood",
    ],
    ["Woontafel", "Betaalbaar wonen", "OCMW Zand", "O.C.M.W. Zand, VCLB", "sept 2021", ""],
]


def _list(*rows: list[str]) -> tuple[str, bytes]:
    return "lijst.xlsx", workbook({"netwerken": [HEADINGS, *(rows or ROWS)]})


def _at(name: str, draft: ImportDraft) -> str:
    return reverse(name, args=["vliermonde", draft.pk])


def _columns(client: Client, draft: ImportDraft, **becomes: str) -> Any:
    given = {
        f"column_{place}": value for place, value in enumerate(["name", "goal", "lead", "partners", "since", "note"])
    }
    return client.post(_at("exchange_columns", draft), {**given, **becomes}, follow=True)


def _proposed(client: Client, authority: Authority) -> dict[str, Any]:
    form = client.get(_at("exchange_columns", draft_of(authority))).context["form"]
    return {name: field.initial for name, field in form.fields.items()}


def _names(client: Client, draft: ImportDraft, answer: str = "") -> Any:
    page = client.get(_at("exchange_names", draft))
    assert page.status_code == 200, (page.status_code, page.headers, draft.state)
    form = page.context["form"]
    given = {name: answer or field.initial for name, field in form.fields.items()}
    return client.post(_at("exchange_names", draft), given, follow=True)


def _brought_in(client: Client, authority: Authority) -> ImportDraft:
    upload(client, _list())
    _columns(client, draft_of(authority))
    _names(client, draft_of(authority))
    confirm(client, draft_of(authority))
    return draft_of(authority)


@pytest.mark.usefixtures("english")
def test_a_list_with_headings_of_ones_own_asks_what_its_columns_mean(coordinator: Member, authority: Authority) -> None:
    page = upload(coordinator.client, _list()).content.decode()

    assert "We see 2 networks in your list" in page
    assert "says so: “Naam overleg”" in page
    assert "we do not know this heading" in page
    assert counts(authority) == [0, 0, 0, 0]


@pytest.mark.usefixtures("english")
def test_names_that_may_be_one_are_asked_and_never_matched_in_silence(
    coordinator: Member, authority: Authority
) -> None:
    upload(coordinator.client, _list())

    page = _columns(coordinator.client, draft_of(authority)).content.decode()

    assert "Are these the same organisation: “OCMW Zand”, “O.C.M.W. Zand”?" in page
    assert "look alike. Are they two organisations?" in page


@pytest.mark.usefixtures("english")
def test_a_pair_of_files_of_a_program_comes_in_as_a_list(coordinator: Member, authority: Authority) -> None:
    nodes = ("nodes.csv", b"Id,Label\n1,Jeugdoverleg\n2,OCMW Zand\n3,CLB Zuid\n")
    ties = ("edges.csv", b"Source,Target,Type,Weight\n2,1,Directed,1\n3,1,Directed,1\n")

    page = upload(coordinator.client, nodes, ties).content.decode()
    coordinator.client.post(_at("exchange_columns", draft_of(authority)), _proposed(coordinator.client, authority))
    _names(coordinator.client, draft_of(authority))
    confirm(coordinator.client, draft_of(authority))

    assert "This is a file of Gephi" in page
    with inside(authority.pk):
        partners = Membership.objects.filter(network__name="Jeugdoverleg").values_list("organisation__name", flat=True)
        assert sorted(partners) == ["CLB Zuid", "OCMW Zand"]


@pytest.mark.usefixtures("english")
def test_an_export_of_organisations_comes_in_without_networks(coordinator: Member, authority: Authority) -> None:
    export = ("organisaties.csv", b"Naam;Type;KBO nummer;Status\nZandbeke;Gemeente;0207.508.932;Actief\n")

    page = upload(coordinator.client, export).content.decode()
    coordinator.client.post(_at("exchange_columns", draft_of(authority)), _proposed(coordinator.client, authority))
    _names(coordinator.client, draft_of(authority))
    confirm(coordinator.client, draft_of(authority))

    assert "We see 1 organisation in your file, and no networks" in page
    with inside(authority.pk):
        assert Organisation.objects.get().kind == "municipality"
        assert not Network.objects.exists()


def test_after_the_preview_it_is_in_the_register(coordinator: Member, authority: Authority) -> None:
    _brought_in(coordinator.client, authority)

    with inside(authority.pk):
        network = Network.objects.get(name="Jeugdtafel")
        assert {(each.organisation.name, each.role) for each in network.memberships.select_related("organisation")} == {
            ("OCMW Zand", "member"), ("Jeugdhuis De Kelder", "lead"), ("CLB Zuid", "member"),
        }  # fmt: skip
        assert "Kleur: rood" in network.note
        assert network.start is not None
        assert network.start.written == "2019"
        assert Person.objects.get().name == "Els Bral"
        assert Organisation.objects.count() == 4


def test_another_answer_makes_two_partners(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, _list())
    _columns(coordinator.client, draft_of(authority))
    _names(coordinator.client, draft_of(authority), answer="other")
    confirm(coordinator.client, draft_of(authority))

    with inside(authority.pk):
        assert {"OCMW Zand", "O.C.M.W. Zand"} <= set(Organisation.objects.values_list("name", flat=True))


def test_a_partner_of_the_register_is_proposed_and_not_made_again(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="Openbaar centrum OCMW Zand")
        Organisation.objects.create(authority=authority, name="CLB  Zuid")

    _brought_in(coordinator.client, authority)

    with inside(authority.pk):
        assert Organisation.objects.filter(name__contains="Zuid").count() == 1


@pytest.mark.usefixtures("english")
def test_what_was_chosen_is_remembered_for_the_next_list(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, _list())
    _columns(coordinator.client, draft_of(authority), column_5="theme")

    page = upload(coordinator.client, _list()).content.decode()

    with inside(authority.pk):
        assert [(row.heading, row.becomes) for row in ListHeading.objects.all()] == [("kleur", "theme")]
    assert "you chose it" in page


@pytest.mark.usefixtures("english")
def test_a_list_without_networks_says_what_to_do_and_goes_on_when_a_column_is_chosen(
    coordinator: Member, authority: Authority
) -> None:
    rows = [["Opmerking", "Trekker", "Sinds"], ["Zomerplan", "OCMW Zand", "2019"], ["Winterplan", "CLB Zuid", "2020"]]

    page = upload(coordinator.client, ("lijst.xlsx", workbook({"Blad1": rows}))).content.decode()
    answer = coordinator.client.post(
        _at("exchange_columns", draft_of(authority)),
        {"column_0": "name", "column_1": "lead", "column_2": "since"},
        follow=True,
    )

    assert "none of them holds names of networks" in page
    assert answer.status_code == 200
    assert "exchange/names.html" in [template.name for template in answer.templates]


def test_pasted_cells_are_a_list(coordinator: Member, authority: Authority) -> None:
    text = "Netwerk\tPartners\nJeugdtafel\tOCMW Zand, CLB Zuid\n"

    page = coordinator.client.post(reverse("exchange_upload", args=["vliermonde"]), {"pasted": text}, follow=True)

    assert page.status_code == 200
    assert draft_of(authority).state == "list"


@pytest.mark.usefixtures("english")
def test_nothing_chosen_and_nothing_pasted_is_asked_again(coordinator: Member) -> None:
    page = coordinator.client.post(reverse("exchange_upload", args=["vliermonde"]), {"pasted": " "})

    assert page.status_code == 422
    assert b"Choose a file first." in page.content


@pytest.mark.usefixtures("english")
def test_the_whole_import_is_undone_as_one_act(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="VCLB")
    draft = _brought_in(coordinator.client, authority)

    page = coordinator.client.post(_at("exchange_undo", draft), follow=True)

    assert b"Everything this file brought in is out again." in page.content
    assert counts(authority) == [0, 1, 0, 0]
    with inside(authority.pk):
        assert Person.objects.count() == 0
        assert search("Jeugdtafel") == []
        assert Entry.objects.filter(kind="import", verb="removed").count() == 1


@pytest.mark.usefixtures("english")
def test_what_was_built_on_it_stands_in_the_way_of_undoing(coordinator: Member, authority: Authority) -> None:
    draft = _brought_in(coordinator.client, authority)
    with inside(authority.pk):
        newcomer = Organisation.objects.create(authority=authority, name="Nieuwkomer")
        Membership.objects.create(
            authority=authority, network=Network.objects.get(name="Woontafel"), organisation=newcomer
        )

    page = coordinator.client.post(_at("exchange_undo", draft), follow=True)

    assert b"This cannot be undone any more" in page.content
    assert b"Nieuwkomer" in page.content
    assert counts(authority)[2] == 2


@pytest.mark.parametrize("who", ["administrator", "contributor", "reader", "guest", "stranger"])
def test_a_colleague_and_a_stranger_see_nothing_of_a_list(
    who: str, coordinator: Member, authority: Authority, request: pytest.FixtureRequest
) -> None:
    upload(coordinator.client, _list())
    draft = draft_of(authority)
    coordinator.client.get(_at("exchange_columns", draft))
    other: Member = request.getfixturevalue(who)

    assert other.client.get(_at("exchange_columns", draft)).status_code in (403, 404)
    assert other.client.get(_at("exchange_names", draft)).status_code in (403, 404)
    assert other.client.post(_at("exchange_undo", draft)).status_code in (403, 404)


NEXT_YEAR = [
    [*ROWS[0][:3], "OCMW Zand; Jeugdhuis De Kelder; Chiro Zand", *ROWS[0][4:]],
    ROWS[1],
]


def _again(client: Client, authority: Authority, *rows: list[str]) -> Any:
    upload(client, _list(*rows))
    _columns(client, draft_of(authority))
    return _names(client, draft_of(authority))


def _sitting(authority: Authority, network: str) -> set[str]:
    with inside(authority.pk):
        found = Membership.objects.sitting(timezone.localdate()).filter(network__name=network)
        return set(found.values_list("organisation__name", flat=True))


@pytest.mark.usefixtures("english")
def test_the_same_list_again_changes_nothing(coordinator: Member, authority: Authority) -> None:
    _brought_in(coordinator.client, authority)

    page = _again(coordinator.client, authority)

    assert "Nothing would change" in page.content.decode()


@pytest.mark.usefixtures("english")
def test_next_years_list_shows_who_came_and_who_left_and_ends_no_membership_unasked(
    coordinator: Member, authority: Authority
) -> None:
    _brought_in(coordinator.client, authority)

    page = _again(coordinator.client, authority, *NEXT_YEAR)
    confirm(coordinator.client, draft_of(authority))

    preview = page.context["preview"]
    assert [(each["network"], each["name"]) for each in preview.left] == [("Jeugdtafel", "CLB Zuid")]
    assert (preview.change_count, preview.new_count) == (0, 2)
    assert _sitting(authority, "Jeugdtafel") == {"OCMW Zand", "Jeugdhuis De Kelder", "CLB Zuid", "Chiro Zand"}


@pytest.mark.usefixtures("english")
def test_who_left_leaves_when_somebody_says_so(coordinator: Member, authority: Authority) -> None:
    _brought_in(coordinator.client, authority)
    _again(coordinator.client, authority, *NEXT_YEAR)

    confirm(coordinator.client, draft_of(authority), end_left="on")

    assert _sitting(authority, "Jeugdtafel") == {"OCMW Zand", "Jeugdhuis De Kelder", "Chiro Zand"}


@pytest.mark.usefixtures("english")
def test_a_renewed_list_is_undone_as_one_act_and_who_left_sits_again(coordinator: Member, authority: Authority) -> None:
    _brought_in(coordinator.client, authority)
    before = _sitting(authority, "Jeugdtafel")
    _again(coordinator.client, authority, *NEXT_YEAR)
    confirm(coordinator.client, draft_of(authority), end_left="on")

    coordinator.client.post(_at("exchange_undo", draft_of(authority)))

    assert _sitting(authority, "Jeugdtafel") == before
    with inside(authority.pk):
        assert not Organisation.objects.filter(name="Chiro Zand").exists()


@pytest.mark.usefixtures("english")
def test_who_joined_again_since_stands_in_the_way_of_undoing_a_renewed_list(
    coordinator: Member, authority: Authority
) -> None:
    _brought_in(coordinator.client, authority)
    _again(coordinator.client, authority, *NEXT_YEAR)
    confirm(coordinator.client, draft_of(authority), end_left="on")
    with inside(authority.pk):
        left = Membership.objects.get(organisation__name="CLB Zuid", network__name="Jeugdtafel")
        Membership.objects.create(authority=authority, network=left.network, organisation=left.organisation)

    coordinator.client.post(_at("exchange_undo", draft_of(authority)))

    with inside(authority.pk):
        assert Organisation.objects.filter(name="Chiro Zand").exists()
        assert obstacles(draft_of(authority))[0].name == "CLB Zuid"


@pytest.mark.usefixtures("english")
def test_a_network_of_the_former_list_that_is_missing_is_told_and_stays(
    coordinator: Member, authority: Authority
) -> None:
    _brought_in(coordinator.client, authority)

    page = _again(coordinator.client, authority, ROWS[0])
    gone = page.context["preview"].gone

    assert gone == [ROWS[1][0]]
    with inside(authority.pk):
        assert Network.objects.get(name=ROWS[1][0]).ended is None


@pytest.mark.usefixtures("english")
def test_a_list_in_which_somebody_only_left_can_be_carried_out(coordinator: Member, authority: Authority) -> None:
    _brought_in(coordinator.client, authority)
    _again(coordinator.client, authority, [*ROWS[0][:3], "OCMW Zand; Jeugdhuis De Kelder", *ROWS[0][4:]], ROWS[1])

    confirm(coordinator.client, draft_of(authority), end_left="on")

    assert _sitting(authority, "Jeugdtafel") == {"OCMW Zand", "Jeugdhuis De Kelder"}


def _type(client: Client, **typed: str) -> Any:
    return client.post(reverse("exchange_type", args=["vliermonde"]), {"rows": "8", **typed}, follow=True)


def test_networks_that_are_typed_in_rows_go_the_way_of_a_list(coordinator: Member, authority: Authority) -> None:
    typed = {
        "name_0": "Zorgtafel", "partners_0": "OCMW Zand; CAW Zee", "lead_0": "OCMW Zand", "since_0": "2019",
        "name_1": "Jeugdtafel", "partners_1": "CAW Zee, Chiro Zand", "frequency_1": "4x/jaar",
    }  # fmt: skip

    page = _type(coordinator.client, **typed)
    _names(coordinator.client, draft_of(authority))
    confirm(coordinator.client, draft_of(authority))

    assert "exchange/names.html" in [template.name for template in page.templates]
    assert _sitting(authority, "Zorgtafel") == {"OCMW Zand", "CAW Zee"}
    with inside(authority.pk):
        assert Network.objects.get(name="Jeugdtafel").meetings_per_year == 4
        assert Organisation.objects.count() == 3


@pytest.mark.usefixtures("english")
def test_a_typed_row_without_a_name_is_refused_and_what_was_typed_stays(coordinator: Member) -> None:
    page = _type(coordinator.client, partners_2="OCMW Zand; CAW Zee")

    assert page.status_code == 422
    assert "Give this network a name." in page.content.decode()
    assert "OCMW Zand; CAW Zee" in page.content.decode()


def test_more_rows_keep_what_was_typed(coordinator: Member) -> None:
    page = _type(coordinator.client, name_0="Zorgtafel", more="1")

    assert len(page.context["form"].lines) == 16
    assert 'value="Zorgtafel"' in page.content.decode()


def test_typed_rows_take_cells_of_a_spreadsheet_and_can_be_taken_back(coordinator: Member) -> None:
    page = coordinator.client.get(reverse("exchange_type", args=["vliermonde"])).content.decode()

    assert all(mark in page for mark in ("data-rows", "data-undo", "data-over", "data-draft"))
