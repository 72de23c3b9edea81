"""Giving a role in a network, and offering one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts import NetworkRole
from regiewijzer.tools.roles.models import Task
from regiewijzer.tools.roles.queries import candidates, is_beginner, offers_of
from regiewijzer.ui.forms import ChoiceByNameField, PastDayField
from regiewijzer.ui.wording import name_of

NOT, GLADLY, LEARN = "not", "gladly", "learn"


class TaskForm(forms.Form):
    """Who takes which role from when."""

    role = forms.ChoiceField(label=_("Role"), choices=lambda: word_choices("manager_roles"), widget=forms.RadioSelect)
    who = ChoiceByNameField(
        label=_("Who takes it?"),
        help_text=_("A colleague, or somebody of a partner: a director or an alderman can take a role too."),
    )
    since = PastDayField(label=_("Since"), required=False)

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.network = network
        self.fields["who"].options = dict(candidates(network))  # type: ignore[attr-defined]

    def task(self) -> Task:
        """What was filled in, not yet kept."""
        kind, _dash, pk = self.cleaned_data["who"].partition("-")
        return Task(
            network=self.network,
            role=self.cleaned_data["role"],
            since=self.cleaned_data["since"],
            **{f"{kind}_id": int(pk)},
        )


class OfferForm(forms.Form):
    """Two open boxes for each role, and none of them filled in for anybody."""

    beginner = forms.BooleanField(
        label=_("I have not led networks for long"),
        required=False,
        help_text=_("When you lead a network alone, a finding says so, so that somebody with experience joins you."),
    )

    def __init__(self, position: Position, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        now = offers_of(position)
        for role in NetworkRole:
            wish = now.get(role)
            self.fields[role] = forms.ChoiceField(
                label=name_of(role, "manager_roles"),
                choices=[
                    (NOT, _("I do not offer this")),
                    (GLADLY, _("I like to do it")),
                    (LEARN, _("I want to learn it")),
                ],
                widget=forms.RadioSelect,
                initial=NOT if wish is None else GLADLY if wish else LEARN,
            )
        self.fields["beginner"].initial = is_beginner(position)
        self.order_fields([*NetworkRole, "beginner"])

    def gladly(self) -> dict[str, bool]:
        """What is offered: role -> gladly."""
        return {role.value: self.cleaned_data[role] == GLADLY for role in NetworkRole if self.cleaned_data[role] != NOT}
