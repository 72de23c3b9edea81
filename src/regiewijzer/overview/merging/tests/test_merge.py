"""Two partners or persons become one, and two again: nothing is lost on the way."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member
from tests.world import World, add_papers, measure_all

from regiewijzer.foundation.audit.queries import history
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import has_authority, inside
from regiewijzer.overview.exchange.queries import export_csv
from regiewijzer.overview.merging.actions import merge
from regiewijzer.overview.merging.queries import Side, likely_organisations, likely_persons
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.models import Action, Meeting, Presence
from regiewijzer.register.merges.actions import forget_old, tell_apart, undo
from regiewijzer.register.merges.models import UNDOABLE, Merge
from regiewijzer.register.merges.queries import gone_into, in_the_way, now_part_of
from regiewijzer.register.networks.actions import seat
from regiewijzer.register.networks.models import Delegate, GuestSeat, Membership, Network
from regiewijzer.register.organisations.models import Identifier, Organisation, Person
from regiewijzer.register.records.actions import Conflict, change
from regiewijzer.register.search.queries import search
from regiewijzer.science.finding import key_of

Statement: Any = apps.get_model("cooperation", "Statement")  # of a tool: from here only its front door is known
TODAY = date(2026, 12, 1)
GROWS = {"audit.Entry", "merges.Merge", "submissions.Submission"}
MOVES_ON = {"version"}  # never goes back


def _everything(authority: Authority) -> dict[str, list[dict[str, object]]]:
    """All rows of all tables of the authority, but the trail and what merges remember."""
    tables = [model for model in apps.get_models() if has_authority(model) and model._meta.label not in GROWS]
    return {
        model._meta.label: [
            {name: value for name, value in row.items() if name not in MOVES_ON}
            for row in model._base_manager.filter(authority_id=authority.pk).order_by("pk").values()
        ]
        for model in tables
    }


class Two:
    """Two partners that are one, with everything that can point at a partner."""

    def __init__(self, authority: Authority) -> None:
        owned = {"authority": authority, "as_of": TODAY}
        self.authority = authority
        self.stays = Organisation.objects.create(name="CAW Schelde", kind="care", note="Uit de lijst", **owned)
        self.goes = Organisation.objects.create(
            name="C.A.W. Schelde vzw", website="https://www.caw.example", note="Getypt", **owned
        )
        Identifier.objects.create(authority=authority, organisation=self.goes, scheme="kbo", value="0212237186")
        self.both, self.one = (Network.objects.create(name=name, **owned) for name in ("Woonoverleg", "Taalpunt"))
        self.early = self._sits(self.goes, self.both, started=date(2019, 1, 1), role="chair", action="Wij openen")
        self.late = self._sits(self.stays, self.both, started=date(2022, 1, 1), action="Wij zoeken")
        self._sits(self.goes, self.one)
        self.els, self.ine, self.other_els = (
            Person.objects.create(name=name, organisation=organisation, **more, **owned)
            for name, organisation, more in (
                ("Els Meert", self.stays, {"email": "els@caw.example"}),
                ("Ine Wouters", self.goes, {}),
                ("Els Meert", self.goes, {"phone": "09 123 45 67"}),
            )
        )
        for membership, person in ((self.late, self.els), (self.early, self.other_els), (self.early, self.ine)):
            Delegate.objects.create(authority=authority, membership=membership, person=person)
        meeting = Meeting.objects.create(
            name="Overleg", network=self.both, held_on=TODAY, starts=time(13), ends=time(15), **owned
        )
        for organisation, person in ((self.stays, None), (self.goes, self.other_els)):
            Presence.objects.create(
                authority=authority, meeting=meeting, organisation=organisation, person=person, seen="present"
            )
        Action.objects.create(name="Bellen", organisation=self.goes, person=self.other_els, **owned)
        about = {"kind": "organisation", "ref": self.goes.pk, "name": self.goes.name}
        Decision.objects.create(
            name="Vragen",
            organisation=self.goes,
            rule="old_data",
            subjects=[about],
            finding=key_of("old_data", [("organisation", self.goes.pk)]),
            **owned,
        )
        for organisation in (self.stays, self.goes):
            Statement.objects.create(
                authority=authority, network=self.both, organisation=organisation, brings="Zaal", gets="Bereik"
            )

    def _sits(self, organisation: Organisation, network: Network, **more: object) -> Membership:
        return Membership.objects.create(authority=self.authority, organisation=organisation, network=network, **more)

    def merged(self, by: Member, **chosen: Side) -> Merge:
        seen = (self.stays.version, self.goes.version)
        return merge(stays=self.stays, goes=self.goes, chosen=chosen, seen=seen, actor=by.actor, now=timezone.now())


@pytest.fixture
def two(vliermonde: Authority) -> Two:
    return Two(vliermonde)


def test_what_points_at_the_one_that_goes_points_at_the_one_that_stays(two: Two, coordinator: Member) -> None:
    gone = two.goes.pk

    two.merged(coordinator, website=Side.GOES, note=Side.BOTH)

    stays = Organisation.objects.get(pk=two.stays.pk)
    assert not Organisation.objects.filter(pk=gone).exists()
    assert (stays.name, stays.kind, stays.website) == ("CAW Schelde", "care", "https://www.caw.example")
    assert stays.note == "Uit de lijst\n\nGetypt"
    assert stays.kbo == "0212237186"
    assert Action.objects.get().organisation == stays
    assert Statement.objects.filter(organisation=stays).count() == 2
    decision = Decision.objects.get()
    assert decision.organisation == stays
    assert decision.finding == key_of("old_data", [("organisation", stays.pk)])
    assert decision.subjects == [{"kind": "organisation", "ref": stays.pk, "name": "CAW Schelde"}]


def test_seats_of_the_same_time_become_one_with_the_earliest_start(two: Two, coordinator: Member) -> None:
    two.merged(coordinator)

    seat_ = Membership.objects.get(organisation=two.stays, network=two.both)
    assert (seat_.started, seat_.ended, seat_.role) == (date(2019, 1, 1), None, "chair")
    assert seat_.action == "Wij zoeken; Wij openen"
    assert Membership.objects.filter(organisation=two.stays, network=two.one).count() == 1


def test_seats_of_other_times_stay_two(two: Two, coordinator: Member) -> None:
    Membership.objects.filter(pk=two.early.pk).update(ended=date(2021, 1, 1))

    two.merged(coordinator)

    kept = Membership.objects.filter(organisation=two.stays, network=two.both).order_by("started")
    assert [each.started for each in kept] == [date(2019, 1, 1), date(2022, 1, 1)]


def test_a_person_who_is_there_twice_becomes_one(two: Two, coordinator: Member) -> None:
    two.merged(coordinator)

    els = Person.objects.get(name="Els Meert")
    assert (els.email, els.phone) == ("els@caw.example", "09 123 45 67")
    seated = Delegate.objects.filter(membership__network=two.both).order_by("person__name")
    assert [each.person.name for each in seated] == ["Els Meert", "Ine Wouters"]
    assert Presence.objects.get().person == els
    assert Action.objects.get().person == els


def test_persons_with_two_addresses_stay_two(two: Two, coordinator: Member) -> None:
    Person.objects.filter(pk=two.other_els.pk).update(email="els@elders.example")

    two.merged(coordinator)

    assert Person.objects.filter(name="Els Meert", organisation=two.stays).count() == 2


def test_of_two_numbers_the_chosen_one_stays(two: Two, coordinator: Member) -> None:
    Identifier.objects.create(authority=two.authority, organisation=two.stays, scheme="kbo", value="0207437468")

    two.merged(coordinator, kbo=Side.GOES)

    assert [number.value for number in Identifier.objects.all()] == ["0212237186"]


def test_a_decision_about_a_pair_follows_the_partner_that_stays_and_comes_back(two: Two, coordinator: Member) -> None:
    gone = {"kind": "organisation", "ref": two.goes.pk, "name": two.goes.name}
    subjects = [{"kind": "network", "ref": 7, "name": "X"}, gone]
    finding = f"load:network-7:organisation-{two.goes.pk}"
    about = Decision.objects.create(
        authority=two.authority, name="Van een paar", rule="load", subjects=subjects, finding=finding
    )

    done = two.merged(coordinator)
    about.refresh_from_db()
    moved = (about.subjects[1]["ref"], about.finding)
    undo(merge=done, actor=coordinator.actor, now=timezone.now())
    about.refresh_from_db()

    assert moved == (two.stays.pk, f"load:network-7:organisation-{two.stays.pk}")
    assert (about.subjects, about.finding) == (subjects, finding)


def test_a_merge_and_its_undo_leave_everything_as_it_was(
    world: World, administrator: Member, coordinator: Member
) -> None:
    with inside(world.authority.pk):
        add_papers(world, by=administrator.position)
        measure_all(world)
        two = Two(world.authority)
        goes = Organisation.objects.get(pk=world.key("organisation"))  # with a guest, measurements and all
        GuestSeat.objects.create(authority=world.authority, position=coordinator.position, organisation=goes)
        before, exported = _everything(world.authority), export_csv()

        done = merge(stays=two.stays, goes=goes, chosen={}, seen=(1, 1), actor=coordinator.actor, now=timezone.now())
        between = export_csv()
        undone = undo(merge=done, actor=coordinator.actor, now=timezone.now())

        assert undone
        assert between != exported
        assert export_csv() == exported
        after = _everything(world.authority)
        assert {table for table in before if before[table] != after[table]} <= {"search.SearchEntry"}


def test_two_merges_are_undone_from_the_last_back(two: Two, coordinator: Member) -> None:
    third = Organisation.objects.create(authority=two.authority, name="Schelde", as_of=TODAY)
    before = export_csv()
    first = two.merged(coordinator)
    merge(
        stays=third, goes=two.stays, chosen={}, seen=(1, two.stays.version), actor=coordinator.actor, now=timezone.now()
    )

    assert now_part_of("organisation", first.goes) == third.pk
    assert gone_into("organisation", third.pk) == [two.stays.pk, first.goes]
    assert not undo(merge=first, actor=coordinator.actor, now=timezone.now())
    second = Merge.objects.get(stays=third.pk)
    assert undo(merge=second, actor=coordinator.actor, now=timezone.now())
    first.refresh_from_db()
    assert undo(merge=first, actor=coordinator.actor, now=timezone.now())
    assert export_csv() == before


def test_what_was_built_on_a_merge_stands_in_the_way(two: Two, coordinator: Member) -> None:
    done = two.merged(coordinator)
    stays = Organisation.objects.get(pk=two.stays.pk)
    stays.municipality = "Vliermonde"
    change(stays, actor=coordinator.actor, seen_version=stays.version)
    newcomer = Person.objects.create(authority=two.authority, name="Tom", organisation=stays, as_of=TODAY)
    seat(
        membership=Membership.objects.get(organisation=stays, network=two.both),
        person=newcomer,
        actor=coordinator.actor,
    )

    found = {(each.name, each.why.value) for each in in_the_way(done)}

    assert {("CAW Schelde", "changed"), ("Tom", "added")} <= found
    assert not undo(merge=done, actor=coordinator.actor, now=timezone.now())
    assert Organisation.objects.filter(name__contains="Schelde").count() == 1


def test_the_history_of_both_stays_and_the_search_box_knows(two: Two, coordinator: Member) -> None:
    change(two.goes, actor=coordinator.actor, seen_version=1)
    assert search("schelde", kinds=frozenset({"organisation"}))

    done = two.merged(coordinator)

    assert [line.number for line in history("organisation", done.goes)][:1]
    page = coordinator.client.get(_page("organisation", two.stays.pk)).content.decode()
    assert "merged" in page[page.index('id="history"') :]
    found = search("caw schelde", kinds=frozenset({"organisation"}))
    assert [each.record for each in found] == [two.stays.pk]


def test_nothing_is_merged_when_somebody_was_before(two: Two, coordinator: Member) -> None:
    with pytest.raises(Conflict):
        merge(stays=two.stays, goes=two.goes, chosen={}, seen=(1, 7), actor=coordinator.actor, now=timezone.now())

    assert Organisation.objects.filter(pk=two.goes.pk).exists()


def test_after_a_month_nothing_of_the_rows_is_kept(two: Two, coordinator: Member) -> None:
    done = two.merged(coordinator)

    forget_old(timezone.now() + UNDOABLE + timedelta(minutes=1))

    done.refresh_from_db()
    assert done.rows == []
    assert not undo(merge=done, actor=coordinator.actor, now=timezone.now())


def test_names_that_may_be_one_are_listed_until_somebody_tells_them_apart(two: Two, coordinator: Member) -> None:
    asked = likely_organisations()
    tell_apart(kind="organisation", one=two.goes.pk, other=two.stays.pk, actor=coordinator.actor)

    assert [{each.one.name, each.other.name} for each in asked] == [{"CAW Schelde", "C.A.W. Schelde vzw"}]
    assert likely_organisations() == []
    assert [(each.one.name, each.why) for each in likely_persons()] == [("Els Meert", "name")]


def test_partners_with_two_numbers_are_not_called_one(two: Two) -> None:
    Identifier.objects.create(authority=two.authority, organisation=two.stays, scheme="kbo", value="0207437468")

    assert likely_organisations() == []


def _page(name: str, *keys: int) -> str:
    return reverse(name, args=["vliermonde", *keys])


def test_from_the_list_of_doubles_to_one_partner_and_back(two: Two, coordinator: Member) -> None:
    client, stays, goes = coordinator.client, two.stays.pk, two.goes.pk
    compare = _page("organisation_merge_with", goes, stays)
    assert compare in client.get(_page("doubles")).content.decode()
    page = client.get(_page("organisation_merge_with", stays, goes)).content.decode()
    assert "Els Meert is there twice and becomes one person." in page
    assert "Both are in Woonoverleg." in page

    done = client.post(
        _page("organisation_merge_with", stays, goes),
        {"seen_stays": "1", "seen_goes": "1", "name": "goes", "website": "goes", "note": "both"},
        follow=True,
    ).content.decode()

    assert "are one now." in done
    assert Organisation.objects.get(pk=stays).name == "C.A.W. Schelde vzw"
    assert client.get(_page("organisation", goes))["Location"] == _page("organisation", stays)
    back = client.post(_page("organisation_merge_undo", stays, Merge.objects.get().pk), follow=True)
    assert "Taken back" in back.content.decode()
    assert client.get(_page("organisation", goes)).status_code == 200


def test_an_undo_that_cannot_be_says_what_stands_in_the_way(two: Two, coordinator: Member) -> None:
    done = two.merged(coordinator)
    Person.objects.create(authority=two.authority, name="Tom", organisation=two.stays, as_of=TODAY)

    answer = coordinator.client.post(_page("organisation_merge_undo", two.stays.pk, done.pk))

    assert answer.status_code == 409
    assert "Person <b>Tom</b>: added since" in answer.content.decode()


def test_whoever_was_too_late_sees_both_again(two: Two, coordinator: Member) -> None:
    late = {"seen_stays": "1", "seen_goes": "9"}

    answer = coordinator.client.post(_page("organisation_merge_with", two.stays.pk, two.goes.pk), late)

    assert answer.status_code == 409
    assert "Nothing was merged" in answer.content.decode()


def test_an_erased_person_is_in_no_merge(two: Two, administrator: Member) -> None:
    merge(stays=two.ine, goes=two.els, chosen={}, seen=(1, 1), actor=administrator.actor, now=timezone.now())
    two.merged(administrator)

    administrator.client.post(_page("person_erase", two.ine.pk))

    assert not Person.objects.filter(pk=two.ine.pk).exists()
    assert [each.rows for each in Merge.objects.all()] == [[], []]
