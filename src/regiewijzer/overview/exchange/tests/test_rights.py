"""Who may bring in, take out, or see the file of somebody else."""

import pytest
from django.urls import reverse
from tests.accounts import Member
from tests.hostile.workbooks import register

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.exchange.tests.journey import SMALL, counts, draft_of, upload


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
