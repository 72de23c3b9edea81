from itertools import pairwise

from regiewijzer.foundation.rights import RIGHTS_OF, RIGHTS_ON_OWN_NETWORK, Right, Role


def test_every_role_has_rights_and_every_right_belongs_to_somebody() -> None:
    assert set(RIGHTS_OF) == set(Role)
    assert all(RIGHTS_OF.values())
    assert frozenset().union(*RIGHTS_OF.values()) == set(Right)


def test_who_stands_higher_may_whatever_who_stands_lower_may() -> None:
    ladder = (Role.READER, Role.CONTRIBUTOR, Role.COORDINATOR, Role.ADMINISTRATOR)

    assert all(RIGHTS_OF[lower] < RIGHTS_OF[higher] for lower, higher in pairwise(ladder))
    assert RIGHTS_OF[Role.READER] < RIGHTS_OF[Role.NETWORK_MANAGER] < RIGHTS_OF[Role.CONTRIBUTOR]


def test_only_an_administrator_gives_roles() -> None:
    for right in (Right.MANAGE_PEOPLE, Right.MANAGE_AUTHORITY):
        assert [role for role in Role if right in RIGHTS_OF[role]] == [Role.ADMINISTRATOR]


def test_a_reader_and_a_facilitator_change_nothing() -> None:
    changing = {Right.EDIT_PARTNERS, Right.EDIT_REGISTER, Right.DECIDE, Right.IMPORT}

    assert not changing & RIGHTS_OF[Role.READER]
    assert not changing & RIGHTS_OF[Role.FACILITATOR]


def test_a_guest_sees_its_own_networks_and_nothing_else() -> None:
    assert RIGHTS_OF[Role.GUEST] == {Right.SEE_OWN_NETWORKS}


def test_managing_a_network_brings_no_right_over_accounts() -> None:
    own = {Right.EDIT_REGISTER, Right.DECIDE, Right.FACILITATE, Right.SEE_MANDATES, Right.SEE_INTERVIEWS}

    assert own == RIGHTS_ON_OWN_NETWORK
