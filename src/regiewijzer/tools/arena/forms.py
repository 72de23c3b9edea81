"""Placing a partner, asking for a contribution, and asking for the smallest good table."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.forms import by_name
from regiewijzer.register.records.wording import word_choices
from regiewijzer.tools.arena.models import LONGEST_CONTRIBUTION, MOST_HOLDERS, Placed
from regiewijzer.tools.arena.queries.arenas import suggestions
from regiewijzer.ui.forms import ChoiceByNameField, TagsField

MOST_AT_TABLE = 200


def _scale(low: Any, high: Any) -> list[tuple[str, Any]]:
    return [("", _("not scored")), ("1", low), ("2", "2"), ("3", "3"), ("4", high)]


class PlacedForm(forms.ModelForm[Placed]):
    """What a partner brings, how important and how replaceable it is, and its place against that, with a reason."""

    organisation = ChoiceByNameField(label=_("Partner"))
    person = ChoiceByNameField(
        label=_("Person who matters"), required=False, help_text=_("Only where it depends on who comes.")
    )
    contributions = TagsField(
        label=_("Brings"), required=False, help_text=_("With commas between: access to families, means.")
    )
    importance = forms.TypedChoiceField(
        label=_("How important in this phase?"),
        choices=partial(_scale, _("1, hardly"), _("4, very")),
        coerce=int,
        empty_value=None,
        required=False,
    )
    replaceability = forms.TypedChoiceField(
        label=_("How easy to replace?"),
        choices=partial(_scale, _("1, by nobody"), _("4, by many")),
        coerce=int,
        empty_value=None,
        required=False,
    )
    place = forms.ChoiceField(
        label=_("Place"),
        required=False,
        choices=lambda: [("", _("as the two scores say")), *word_choices("arena_ranks")],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Placed
        fields = ["organisation", "contributions", "importance", "replaceability", "place", "reason", "person"]
        help_texts: ClassVar = {"reason": _("Needed when you choose another place than the two scores say.")}

    def __init__(self, options: list[tuple[str, int]], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if self.instance.organisation_id:
            del self.fields["organisation"]
            self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, initial=self.instance.state, strip=False)
        else:
            self.fields["organisation"].options = by_name(options)  # type: ignore[attr-defined]
        persons = Person.objects.current().order_by("name")
        if self.instance.organisation_id:
            persons = persons.filter(organisation=self.instance.organisation_id)
        self.fields["person"].options = by_name(persons.values_list("name", "pk"))  # type: ignore[attr-defined]

    def clean_organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.cleaned_data["organisation"])

    def clean_person(self) -> Person | None:
        return Person.objects.filter(pk=self.cleaned_data["person"]).first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.instance.importance = cleaned.get("importance")
        self.instance.replaceability = cleaned.get("replaceability")
        self.instance.place = cleaned.get("place") or ""
        if self.instance.overruled and not cleaned.get("reason"):
            self.add_error(
                "reason",
                _("The two scores say: %(place)s. Write why you choose another place.")
                % {"place": dict(word_choices("arena_ranks"))[_by_rule(self.instance)]},
            )
        if cleaned.get("place"):
            self.instance.divided = False  # somebody decided what the room did not agree on
        return cleaned


def _by_rule(placed: Placed) -> str:
    return Placed(importance=placed.importance, replaceability=placed.replaceability).where


class NeedForm(forms.Form):
    """A contribution that is needed, and how many should bring it; none takes it away."""

    contribution = forms.CharField(label=_("What is needed?"), max_length=LONGEST_CONTRIBUTION)
    holders = forms.IntegerField(
        label=_("How many partners should bring it?"),
        min_value=0,
        max_value=MOST_HOLDERS,
        initial=1,
        help_text=_("Two for what the work would stop without. None: it is not needed any more."),
    )

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.suggestions = suggestions(network)
        self.fields["contribution"].help_text = (
            _("Named before: %(names)s.") % {"names": ", ".join(self.suggestions[:8])} if self.suggestions else ""
        )


class TableForm(forms.Form):
    """How large the table may be, and whether each contribution should have a second holder."""

    most = forms.IntegerField(label=_("At most so many partners"), required=False, min_value=1, max_value=MOST_AT_TABLE)
    second = forms.BooleanField(label=_("A second partner for each contribution"), required=False)
