from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.facts import Member, Network, Organisation
from regiewijzer.science.placing import Hint, Place, propose

TOWN, CLUB, RESIDENTS, SCHOOL = (
    Organisation(1, "Vliermonde", own=True),
    Organisation(2, "Bewonersgroep", speaks_for_users=True),
    Organisation(3, "Ouderraad", speaks_for_users=True),
    Organisation(4, "De Ster"),
)
KNOWN = {each.ref: each for each in (TOWN, CLUB, RESIDENTS, SCHOOL)}


def placed(**actions):
    members = tuple(Member(ref := int(name[1:]), does, own=ref == TOWN.ref) for name, does in actions.items())
    return propose(Network(1, "Tafel", members=members), KNOWN)


def test_several_partners_that_act_make_it_steering():
    found = placed(p1=True, p2=True, p4=True)

    assert (found.place, found.hint, found.others, found.acting) == (Place.STEERING, Hint.SEVERAL_ACT, 2, 2)


def test_one_other_party_looks_like_an_assignment():
    assert placed(p1=True, p4=True).place is Place.OUTSOURCING


def test_mostly_voices_without_an_action_look_like_participation():
    assert placed(p1=True, p2=False, p3=False).place is Place.PARTICIPATION


def test_where_nobody_wrote_down_what_partners_do_the_facts_do_not_say():
    found = placed(p1=None, p2=None, p4=None)

    assert (found.place, found.hint) == (None, Hint.ACTIONS_UNKNOWN)


def test_where_hardly_anybody_acts_the_facts_do_not_say():
    assert placed(p2=False, p4=True).hint is Hint.FEW_ACT


def test_without_another_party_there_is_nothing_to_say():
    assert placed(p1=True).hint is Hint.NOBODY_ELSE


a_member = st.builds(Member, st.integers(1, 6), st.none() | st.booleans())
members = st.lists(a_member.map(lambda each: replace(each, own=each.organisation == TOWN.ref)), max_size=6).map(tuple)


@given(members)
def test_the_authority_itself_never_counts_as_a_partner(found):
    others = tuple(member for member in found if member.organisation != TOWN.ref)

    assert propose(Network(1, "Tafel", members=found), KNOWN) == propose(Network(1, "Tafel", members=others), KNOWN)


@given(members)
def test_steering_is_never_proposed_for_fewer_than_two_others(found):
    proposal = propose(Network(1, "Tafel", members=found), KNOWN)

    if proposal.place is Place.STEERING:
        assert proposal.others >= 2
