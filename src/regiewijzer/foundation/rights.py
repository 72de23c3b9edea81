"""Who may do what? Roles of people in an authority, and the rights each role brings.

A network manager has more rights on the networks they manage, a guest partner sees only the networks its organisation
sits in: those two are decided where networks live, with `Right` as the word.
"""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person is in one authority."""

    ADMINISTRATOR = "administrator", _("Administrator")
    COORDINATOR = "coordinator", _("Steering coordinator")
    NETWORK_MANAGER = "network_manager", _("Network manager")
    CONTRIBUTOR = "contributor", _("Contributor")
    READER = "reader", _("Reader")
    GUEST = "guest", _("Guest partner")
    FACILITATOR = "facilitator", _("Facilitator")


class Right(StrEnum):
    """Something a person may do; the sentence stands in the help page on roles and rights."""

    SEE = "see"  # open the register, findings, decisions and pictures of the authority
    SEE_OWN_NETWORKS = "see_own_networks"  # open the networks one's own organisation sits in
    EDIT_PARTNERS = "edit_partners"  # add and change organisations and persons
    EDIT_REGISTER = "edit_register"  # add and change challenges, instruments and all networks
    DECIDE = "decide"  # answer a finding with a decision
    IMPORT = "import"  # bring in a workbook
    EXPORT = "export"  # take out the register and reports
    SEE_MANDATES = "see_mandates"  # see what people at the table may promise, and who agreed to question the network
    SEE_INTERVIEWS = "see_interviews"  # read what users told, and what a day of theirs looks like
    SEE_TRAIL = "see_trail"  # read who changed what
    FACILITATE = "facilitate"  # lead a workshop
    MANAGE_PEOPLE = "manage_people"  # invite people and give roles
    MANAGE_AUTHORITY = "manage_authority"  # change name, colour and limits of the authority


_READER = frozenset({Right.SEE, Right.EXPORT})
_COORDINATOR = _READER | {
    Right.EDIT_PARTNERS,
    Right.EDIT_REGISTER,
    Right.DECIDE,
    Right.IMPORT,
    Right.SEE_TRAIL,
    Right.SEE_MANDATES,
    Right.SEE_INTERVIEWS,
    Right.FACILITATE,
}

RIGHTS_OF: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: _COORDINATOR | {Right.MANAGE_PEOPLE, Right.MANAGE_AUTHORITY},
    Role.COORDINATOR: _COORDINATOR,
    Role.NETWORK_MANAGER: _READER | {Right.EDIT_PARTNERS, Right.SEE_TRAIL},
    Role.CONTRIBUTOR: _READER | {Right.EDIT_PARTNERS, Right.EDIT_REGISTER, Right.SEE_TRAIL},
    Role.READER: _READER,
    Role.GUEST: frozenset({Right.SEE_OWN_NETWORKS}),
    Role.FACILITATOR: frozenset({Right.SEE, Right.FACILITATE}),
}

# What a network manager may do on the networks they manage, on top of their own rights.
RIGHTS_ON_OWN_NETWORK = frozenset(
    {Right.EDIT_REGISTER, Right.DECIDE, Right.SEE_MANDATES, Right.SEE_INTERVIEWS, Right.FACILITATE}
)
