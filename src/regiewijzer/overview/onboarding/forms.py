"""Short forms over many networks at once. What somebody does not know stays open."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.overview.onboarding.definitions import Proposed
from regiewijzer.overview.onboarding.queries import Leaders, Proposals
from regiewijzer.science.facts import Form, Network, Ref
from regiewijzer.ui.forms import KnownDayField

LONGEST_GOAL = 2000
LED_BY = "lead-"


class OfNetworks(forms.Form):
    """One field for each network, in the order of the networks."""

    def __init__(self, networks: Sequence[Network], ask: Sequence[forms.Field], data: Any = None) -> None:
        super().__init__(data)
        self.networks = {f"network_{each.ref}": each for each in networks}
        for (name, network), field in zip(self.networks.items(), ask, strict=True):
            field.widget.attrs["aria-label"] = network.name
            self.fields[name] = field

    @property
    def rows(self) -> list[tuple[Network, forms.BoundField]]:
        return [(network, self[name]) for name, network in self.networks.items()]

    @property
    def late(self) -> int:
        """How many answers are about a network that is not asked about any more: somebody else was before."""
        given = {name for name, value in self.data.items() if value and name.startswith("network_")}
        return len(given - self.networks.keys())

    def filled(self) -> dict[int, Any]:
        """What was said, by the key of the network."""
        return {int(each.ref): value for name, each in self.networks.items() if (value := self.cleaned_data[name])}


def forms_form(networks: Sequence[Network], leaders: Mapping[Ref, Leaders], data: Any = None) -> OfNetworks:
    """Who leads each network: one of its partners, nobody, or an organisation made for it."""
    return OfNetworks(networks, [_who_leads(leaders[each.ref]) for each in networks], data)


def _who_leads(leading: Leaders) -> forms.Field:
    choices: list[Any] = [
        ("", _("Choose")),
        (Form.SELF_REGULATING.value, _("Nobody leads: the partners together")),
        (Form.NAO.value, _("An organisation or team made for it")),
    ]
    if leading.members:
        choices.append((_("One partner leads"), [(f"{LED_BY}{key}", name) for key, name in leading.members]))
    initial = f"{LED_BY}{leading.lead}" if leading.lead else ""
    return forms.ChoiceField(choices=choices, required=False, initial=initial)


def form_of(value: str) -> tuple[str, int | None]:
    """What was chosen as a form, with the key of the partner that leads."""
    if value.startswith(LED_BY):
        return Form.LEAD_ORGANISATION.value, int(value.removeprefix(LED_BY))
    return value, None


def goals_form(networks: Sequence[Network], data: Any = None) -> OfNetworks:
    """What each network is for, in a sentence."""
    return OfNetworks(networks, [forms.CharField(required=False, max_length=LONGEST_GOAL) for _each in networks], data)


def starts_form(networks: Sequence[Network], data: Any = None) -> OfNetworks:
    """Since when each network exists, as far as somebody knows."""
    return OfNetworks(networks, [KnownDayField(required=False, max_length=60) for _each in networks], data)


class ProposalsForm(forms.Form):
    """Whether each network that is proposed exists here. Nothing is assumed: what nobody answers is asked again."""

    EXISTS, ABSENT, LATER = "exists", "absent", "later"
    CHOICES = ((EXISTS, _("Exists")), (ABSENT, _("Does not")), (LATER, _("Later")))

    def __init__(self, proposals: Proposals, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.proposals = proposals
        for each in proposals.all:
            self.fields[each.code] = forms.ChoiceField(
                label=each.name, choices=self.CHOICES, widget=forms.RadioSelect, initial=self.LATER, required=False
            )

    @property
    def compulsory(self) -> list[tuple[Proposed, forms.BoundField]]:
        return [(each, self[each.code]) for each in self.proposals.compulsory]

    @property
    def recognised(self) -> list[tuple[Proposed, forms.BoundField]]:
        return [(each, self[each.code]) for each in self.proposals.recognised]

    @property
    def associations(self) -> list[tuple[Proposed, forms.BoundField]]:
        return [(each, self[each.code]) for each in self.proposals.associations]

    def answered(self, answer: str) -> list[Proposed]:
        """The networks that were answered so."""
        return [each for each in self.proposals.all if self.cleaned_data[each.code] == answer]
