"""A survey before it is launched: what is asked, about what, of whom, with which promise, until when."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.questionnaires.public import Privacy, Questionnaire, Subject
from regiewijzer.inquiry.surveys.actions.launching import Asked
from regiewijzer.inquiry.surveys.forms.lists import as_list, read_list
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.privacy import offered
from regiewijzer.inquiry.surveys.wording import LABELS, PROMISES
from regiewijzer.library.texts import Language, active_language
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.forms import by_name
from regiewijzer.ui.forms import ChoiceByNameField, DayField

LONGEST_RUN = timedelta(days=92)
USUAL_RUN = timedelta(days=14)


class SurveyForm(forms.Form):
    """`askable` are the questionnaires there are; networks and instruments those this person may ask about."""

    questionnaire = forms.ChoiceField(label=_("Questionnaire"), choices=())
    network = ChoiceByNameField(
        label=_("Network"), required=False, help_text=_("Type a few letters and choose from the list.")
    )
    instrument = ChoiceByNameField(
        label=_("Instrument"), required=False, help_text=_("Only for a questionnaire about an instrument.")
    )
    privacy = forms.ChoiceField(
        label=_("What you promise"),
        widget=forms.RadioSelect,
        help_text=_("Everybody who is asked sees this promise. After the launch it cannot be changed."),
    )
    closes_on = DayField(
        label=_("Closes on"), help_text=_("The last day on which people can answer. Results come after it.")
    )
    why = forms.CharField(
        label=_("What the results are for"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Stands above the questions, such as: we discuss the results in the meeting of March."),
    )
    people = forms.CharField(
        label=_("Who you ask"),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=_(
            "One person a line: Els Wouters <els@school.be>. Behind a semicolon you may put a group: education. "
            "Groups are fixed at the launch; those under five people go together. If you leave it empty, everybody "
            "with an address who sits in the network is asked."
        ),
    )

    def __init__(
        self,
        askable: Sequence[tuple[str, Questionnaire]],
        networks: Sequence[tuple[str, int]],
        instruments: Sequence[tuple[str, int]],
        data: Any = None,
        *,
        initial: dict[str, Any],
    ) -> None:
        super().__init__(data, initial={"closes_on": timezone.localdate() + USUAL_RUN, **initial})
        self.asked_by = dict(askable)
        self._choices("questionnaire", [(value, _title(each)) for value, each in askable])
        self._choices("privacy", [(label.value, f"{LABELS[label]}: {PROMISES[label]}") for label in Privacy])
        for name, options in (("network", networks), ("instrument", instruments)):
            field = self.fields[name]
            assert isinstance(field, ChoiceByNameField)
            field.options = by_name(options)
        if not any(each.subject is Subject.INSTRUMENT for each in self.asked_by.values()):
            del self.fields["instrument"]

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def chosen(self) -> Questionnaire | None:
        """The questionnaire that was chosen; None when that is no choice."""
        return self.asked_by.get(self.cleaned_data.get("questionnaire", ""))

    def clean_closes_on(self) -> date:
        closes_on: date = self.cleaned_data["closes_on"]
        today = timezone.localdate()
        if closes_on <= today:
            raise forms.ValidationError(_("Choose a day after today."))
        if closes_on > today + LONGEST_RUN:
            raise forms.ValidationError(
                _("Choose a day within %(days)s days: who is asked forgets."), params={"days": LONGEST_RUN.days}
            )
        return closes_on

    def clean_people(self) -> tuple[Asked, ...]:
        chosen = self.chosen
        layers = _layers_by_word(chosen) if chosen else {}
        return read_list(self.cleaned_data["people"], layers)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = self.chosen
        if chosen is None:
            return cleaned
        needed = str(chosen.subject) if chosen.subject in (Subject.NETWORK, Subject.INSTRUMENT) else ""
        if needed and not cleaned.get(needed) and needed not in self.errors:
            self.add_error(needed, _("This questionnaire needs to know about which one."))
        people = cleaned.get("people") or ()
        if people and cleaned.get("privacy") and cleaned["privacy"] not in offered(chosen, len(people)):
            self.add_error("privacy", _refused(chosen, len(people)))
        return cleaned

    def written_to(self, survey: Survey) -> Survey:
        """The draft as it was filled in, not saved yet."""
        chosen, cleaned = self.chosen, self.cleaned_data
        assert chosen is not None
        survey.key, survey.version, survey.own_id = chosen.key, chosen.version, chosen.own
        survey.subject = chosen.subject
        about_network = chosen.subject is Subject.NETWORK
        survey.network = Network.objects.get(pk=cleaned["network"]) if about_network else None
        about_instrument = chosen.subject is Subject.INSTRUMENT
        survey.instrument = Instrument.objects.get(pk=cleaned["instrument"]) if about_instrument else None
        survey.privacy, survey.why = cleaned["privacy"], cleaned["why"]
        survey.closes_on = cleaned["closes_on"]
        survey.language = active_language()
        return survey


def initial_of(survey: Survey, questionnaire: Questionnaire) -> dict[str, Any]:
    """A draft as the form shows it again."""
    return {
        "questionnaire": f"own-{survey.own.own_id}" if survey.own else survey.key,
        "network": survey.network_id,
        "instrument": survey.instrument_id,
        "privacy": survey.privacy,
        "closes_on": survey.closes_on,
        "why": survey.why,
        "people": as_list(
            list(survey.invitees.all()),
            {layer: str(title) for layer, title in questionnaire.layers.items()},
        ),
    }


def _layers_by_word(questionnaire: Questionnaire) -> dict[str, str]:
    """The code of a layer by its word in either language, in small letters."""
    return {
        title.in_language(language).casefold(): layer
        for layer, title in questionnaire.layers.items()
        for language in Language
    }


def _refused(questionnaire: Questionnaire, people: int) -> Any:
    if len(offered(questionnaire, people)) == 1 and questionnaire.privacy is not Privacy.NAMED:
        return _("With fewer than five people nobody stays unknown. Choose “with names”, or ask more people.")
    return _("These questions can give somebody away by what they ask. Choose another promise.")


def _title(questionnaire: Questionnaire) -> str:
    return str(questionnaire.title)
