"""A text somebody typed is never HTML: a canary in every text column, and every page that can show it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core import mail
from django.db import models, transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.register.confirmations.models import Confirmation
from regiewijzer.register.networks.models import Membership
from regiewijzer.register.records.actions import confirm, make_findable
from regiewijzer.register.records.models import Record
from tests.accounts import Member, logged_in, position_in, undone
from tests.architecture.policy import POLICY
from tests.typed import FORMS, record
from tests.world import World, add_papers, build_world, measure_all

CANARY = "<script>canary()</script>\"'><img src=x onerror=canary()>{{ 7|add:7 }}{% now 'Y' %}"
SHORT = "<script>canary()</script>"
CODES = frozenset(
    {"rule", "key", "finding", "certainty", "themes", "domains", "slug", "password", "language", "kind", "policy_field"}
) | {"question", "advised", "decided", "code_hash", "key_hash", "impasses", "makes"}
LEFT_ALONE = frozenset({"audit.Entry", "search.SearchEntry", "findings.StoredFinding"})  # filled by what happens
ANY_WORDS = {"practice_share"}  # takes whatever is typed, unless it is too long
PIECES = {"likely_doubles"}  # a piece of a page about what was typed; of nothing it shows nothing
BY_RECORD = ("challenge", "organisation", "person", "network", "instrument", "decision")
QUERIES = {
    "words": f"?q={CANARY}",
    "sorting": f"?sort={CANARY}",
    "state": f"?state={CANARY}",
    "page": f"?page={CANARY}",
}


@dataclass
class Reader(HTMLParser):
    """Collects what a browser would run, and whether the canary stands there as text."""

    runs: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        events = [f"<{tag} {name}>" for name in given if name.startswith("on")]
        addresses = [given.get(name) or "" for name in ("href", "src", "action", "formaction", "xlink:href")]
        self.runs += events + [address for address in addresses if address.strip().lower().startswith("javascript:")]
        if (tag == "script" and not given.get("src")) or (tag == "img" and given.get("src") == "x"):
            self.runs.append(f"<{tag}>")
        self.text += " ".join(value or "" for value in given.values())

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: HttpResponse) -> Reader:
    reader = Reader()
    reader.feed(page.content.decode())
    return reader


def _fill(authority: Authority) -> None:
    """Every text column of every row, except codes the library must know."""
    for model in apps.get_models():
        if model.__module__.startswith("regiewijzer.") and model._meta.label not in LEFT_ALONE:
            for row in model._default_manager.order_by("pk"):
                texts = {
                    column.attname: _text(column, row.pk) for column in model._meta.concrete_fields if _open(column)
                }
                model._default_manager.filter(pk=row.pk).update(**texts)
    for model in apps.get_models():
        if issubclass(model, Record):
            for row in model._default_manager.all():
                make_findable(row)


def _open(column: models.Field[Any, Any]) -> bool:
    """Whether people may type anything here."""
    texts = models.CharField | models.TextField | ArrayField
    return isinstance(column, texts) and not column.choices and column.name not in CODES and not _tight(column)


def _tight(column: models.Field[Any, Any]) -> bool:
    return column.max_length is not None and column.max_length <= len(SHORT)


def _label(column: models.Field[Any, Any]) -> str:
    return f"{column.model._meta.label_lower}.{column.name}"


def _text(column: models.Field[Any, Any], key: Any) -> Any:
    number = int(key)  # also of a key by chance
    roomy = column.max_length is None or column.max_length > len(CANARY) + len(_label(column)) + 8
    text = f"{_label(column)} {CANARY} {number}" if roomy else SHORT + str(number % 10)
    return [text] if isinstance(column, ArrayField) else text


@dataclass(frozen=True)
class Filled:
    """A world in which every text is a canary, and the two who look at it."""

    world: World
    administrator: Member
    guest: Member

    def address(self, name: str) -> str:
        row = POLICY[name]
        parts: dict[str, Any] = {"authority": self.world.authority.slug}
        parts |= {"pk": self.world.key(row.target)} if row.target else {}
        return reverse(name, kwargs=parts | {part: self.world.keys.get(kind, kind) for part, kind in row.also})

    def post(self, name: str, typed: Mapping[str, object], *, follow: bool = False) -> HttpResponse:
        """The administrator sends a form; nothing of it remains."""
        with transaction.atomic():
            answer = self.administrator.client.post(self.address(name), typed, follow=follow)
            transaction.set_rollback(True)
        return answer


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: Any) -> Iterator[Filled]:
    """Built once; nothing remains of it."""
    with undone(django_db_blocker):
        yield _built()


def _built() -> Filled:
    authority = Authority.objects.create(slug="kanarie", name="Kanarie")
    administrator, guest = (
        logged_in(position_in(authority, role, str(role))) for role in (Role.ADMINISTRATOR, Role.GUEST)
    )
    world = build_world(authority, guest=guest.position)
    with inside(authority.pk):
        measure_all(world)
        add_papers(world, by=administrator.position)
        _mail_that_was_refused(world)
        _fill(authority)
        for kind in BY_RECORD:
            model = next(model for model in apps.get_models() if getattr(model, "KIND", "") == kind)
            confirm(model.objects.get(pk=world.key(kind)), actor=administrator.actor, day=timezone.localdate())
        refresh(authority=Authority.objects.get(pk=authority.pk), today=timezone.localdate())
    return Filled(world, administrator, guest)


def _mail_that_was_refused(world: World) -> None:
    """What a mail server said is told of a partner who did not answer yet."""
    silent = Membership.objects.filter(network=world.key("network")).exclude(pk=world.key("membership")).first()
    day = timezone.localdate()
    asked = {"membership": silent, "asked_on": day, "expires_on": day + timedelta(days=30), "code_hash": "refused"}
    Confirmation.objects.create(authority=world.authority, delivery="failed", **asked)


def test_the_canary_would_run_when_not_escaped() -> None:
    assert read(HttpResponse(f"<p>{CANARY}</p>")).runs == ["<script>", "<img onerror>", "<img>"]
    assert read(HttpResponse('<a href=" JavaScript:canary()">')).runs == [" JavaScript:canary()"]


@pytest.mark.parametrize("name", sorted(name for name, row in POLICY.items() if "administrator" in row.get))
def test_no_page_runs_what_somebody_typed(name: str, filled: Filled) -> None:
    page = filled.administrator.client.get(filled.address(name), follow=True)
    if not page["Content-Type"].startswith("text/html"):
        assert page["X-Content-Type-Options"] == "nosniff"  # a file, and no browser may take it for a page
        return
    shown = read(page)

    assert page.status_code == 200
    assert shown.runs == []
    if name in PIECES:
        return
    assert "canary()" in shown.text  # at least in the name of the authority
    assert "{{ 7|add:7 }}" in shown.text  # and no template in it was carried out


def test_every_text_is_shown_somewhere(filled: Filled) -> None:
    """So that the test above looks at every one of them."""
    with inside(filled.world.authority.pk):
        labels = {
            _label(column)
            for model in apps.get_models()
            if model.__module__.startswith("regiewijzer.") and model._meta.label not in LEFT_ALONE
            if model._default_manager.exists()
            for column in model._meta.concrete_fields
            if _open(column) and CANARY in str(_text(column, 1))
        }
    names = sorted(name for name, row in POLICY.items() if "administrator" in row.get)

    answers = [filled.administrator.client.get(filled.address(name), follow=True) for name in names]
    answers.append(
        filled.administrator.client.get(reverse("survey", args=["kanarie", filled.world.key("open_survey")]))
    )
    for kind in ("interview", "diary"):
        about = [filled.world.key("network"), filled.world.key(kind)]
        answers.append(filled.administrator.client.get(reverse("network_insight", args=["kanarie", *about])))
    pages = " ".join(page.content.decode() for page in answers if page["Content-Type"].startswith("text/html"))

    assert len(labels) > 30
    assert {label for label in labels if label not in pages} == set()


@pytest.mark.parametrize("name", ["guest", "guest_network"])
def test_no_page_of_a_guest_runs_what_somebody_typed(name: str, filled: Filled) -> None:
    shown = read(filled.guest.client.get(filled.address(name)))

    assert (shown.runs, "canary()" in shown.text) == ([], True)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_that_is_refused_shows_what_was_typed_as_text(name: str, filled: Filled) -> None:
    longer = 1000 if name in ANY_WORDS else 1
    wrong = {
        key: CANARY if str(value).isdigit() else f"{value} {CANARY * longer}" for key, value in FORMS[name]().items()
    }

    refused = filled.post(name, {"person": CANARY, **wrong})

    assert (refused.status_code, read(refused).runs, "canary()" in read(refused).text) == (422, [], True)


@pytest.mark.parametrize("kind", BY_RECORD)
def test_a_message_names_the_record_as_text(kind: str, filled: Filled) -> None:
    page = filled.post(f"{kind}_archive", {}, follow=True)

    assert page.status_code == 200
    assert f"{kind}.name <script>canary()" in read(page).text
    assert read(page).runs == []


def test_the_page_of_a_clash_shows_both_texts_as_text(filled: Filled) -> None:
    typed = record("challenge", name=CANARY, result=CANARY, seen_version="0")

    page = filled.post("challenge_edit", typed)

    assert page.status_code == 409
    assert read(page).runs == []
    assert read(page).text.count("canary()") > 4


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
@pytest.mark.parametrize("name", ["search", "networks", "findings", "overlaps", "decisions", "knowledge"])
def test_no_page_runs_what_an_address_says(name: str, query: str, filled: Filled) -> None:
    page = filled.administrator.client.get(filled.address(name) + query)

    assert page.status_code == 200
    assert read(page).runs == []


def test_a_link_that_is_a_script_is_refused(filled: Filled) -> None:
    typed = record("organisation", website="javascript:canary()")

    assert filled.post("organisation_add", typed).status_code == 422


def test_mail_and_errors_carry_it_as_text(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction, "on_commit", lambda done: done())  # nothing is ever committed here
    filled.post("team", {"email": "iemand@example.org", "role": "reader"})
    lost = filled.administrator.client.get(f"/{filled.world.authority.slug}/{SHORT}/")

    assert mail.outbox[0].content_subtype == "plain"
    assert mail.outbox[0].alternatives == []
    assert CANARY[:30] in mail.outbox[0].body
    assert lost.status_code == 404
    assert read(lost).runs == []
