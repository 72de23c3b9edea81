"""Who may bring in, take out, or see the file of somebody else."""

import io
import zipfile

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member
from tests.hostile.workbooks import register

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.tests.journey import SMALL, counts, draft_of, upload
from regiewijzer.register.organisations.models import Organisation, Person


@pytest.mark.parametrize(
    "who", ["administrator", "contributor", "manager", "reader", "facilitator", "guest", "stranger"]
)
def test_nobody_sees_the_file_of_somebody_else(
    who: str, coordinator: Member, authority: Authority, request: pytest.FixtureRequest
) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = draft_of(authority)
    other: Member = request.getfixturevalue(who)

    looked = other.client.get(reverse("exchange_preview", args=["vliermonde", draft.pk]))
    confirmed = other.client.post(reverse("exchange_confirm", args=["vliermonde", draft.pk]))

    assert looked.status_code in (403, 404)
    assert confirmed.status_code in (403, 404)
    assert counts(authority) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("who", "imports", "exports"),
    [
        ("administrator", 302, 200),
        ("coordinator", 302, 200),
        ("contributor", 403, 200),
        ("manager", 403, 200),
        ("reader", 403, 200),
        ("facilitator", 403, 403),
        ("guest", 403, 403),
        ("stranger", 404, 404),
    ],
)
def test_only_those_who_may_bring_in_or_take_out(
    who: str, imports: int, exports: int, authority: Authority, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who).client

    uploaded = upload(client, ("klein.xlsx", register(**SMALL)), follow=False)
    taken = [
        *(client.get(reverse(name, args=["vliermonde"])).status_code for name in ("exchange", "exchange_template")),
        *(
            client.post(reverse(name, args=["vliermonde"])).status_code
            for name in ("exchange_export", "exchange_export_csv")
        ),
    ]

    assert uploaded.status_code == imports
    assert set(taken) == {exports}


@pytest.mark.parametrize(("who", "sees"), [("administrator", True), ("coordinator", True), ("reader", False)])
def test_how_to_reach_somebody_is_not_for_every_reader_to_take_out(
    who: str, sees: bool, authority: Authority, request: pytest.FixtureRequest
) -> None:
    with inside(authority.pk):
        Person.objects.create(
            authority=authority,
            name="Els Maes",
            organisation=Organisation.objects.create(authority=authority, name="School", as_of=timezone.localdate()),
            email="els@elders.example",
            phone="0499 12 34 56",
            note="belt graag",
            as_of=timezone.localdate(),
        )
    client = request.getfixturevalue(who).client

    taken = client.post(reverse("exchange_export_csv", args=["vliermonde"])).content

    with zipfile.ZipFile(io.BytesIO(taken)) as files:
        everything = "".join(files.read(name).decode("utf-8-sig") for name in files.namelist())
    assert "Els Maes" in everything
    for told in ("els@elders.example", "0499 12 34 56", "belt graag"):
        assert (told in everything) is sees
