"""Writing an insight down: what each kind asks, and that nobody who is real can be recognised in it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.records.forms import by_name
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts.insights import Consent, Feeling, InsightKind
from regiewijzer.science.insights import Trace, is_code, traces
from regiewijzer.science.upkeep import add_months
from regiewijzer.tools.insights.definitions import STAGES
from regiewijzer.tools.insights.models import HIGHEST, LOWEST, MOST_STEPS, TEXTS, Insight, Moment, Step, Use
from regiewijzer.tools.insights.queries import Targets
from regiewijzer.ui.forms import ChoiceByNameField, DayField, PastDayField
from regiewijzer.ui.wording import clipped, day

MONTHS_KEPT = 12  # unless somebody says otherwise: our proposal
MOST_AT_STEP, LONGEST_GOAL = 12, 80
LONGEST_STEP = Step._meta.get_field("name").max_length or 0
AREA, LARGE = forms.Textarea(attrs={"rows": 3}), forms.Textarea(attrs={"rows": 8})
REFUSED = {
    Trace.NATIONAL_NUMBER: _("“%(text)s” on line %(line)s is a national number. Take it out."),
    Trace.EMAIL: _("“%(text)s” on line %(line)s is an e-mail address. Take it out."),
    Trace.PHONE: _("“%(text)s” on line %(line)s is a telephone number. Take it out."),
    Trace.FULL_NAME: _(
        "“%(text)s” on line %(line)s is somebody in the register. Write a code or an invented name instead."
    ),
    Trace.FIRST_NAME: _(
        "“%(text)s” on line %(line)s is a first name of somebody in the register. Is it invented? Then tick that below."
    ),
}
NAMES = {
    InsightKind.PERSONA: (_("Name of the persona"), _("An invented first name, such as Sara.")),
    InsightKind.INTERVIEW: (_("Code of whoever told it"), _("A code with a number, never a name: R2, or parent 3.")),
    InsightKind.JOURNEY: (_("Name of the journey"), _("Such as: Sara looks for help.")),
    InsightKind.DIARY: (_("Code of whoever told it"), _("A code with a number, never a name: R2, or parent 3.")),
}
DAYS = {
    InsightKind.PERSONA: _("Made on"),
    InsightKind.INTERVIEW: _("Day of the interview"),
    InsightKind.JOURNEY: _("Drawn on"),
    InsightKind.DIARY: _("Which day"),
}


def _sure() -> forms.BooleanField:
    return forms.BooleanField(
        label=_("First names in it are invented"),
        required=False,
        help_text=_("We only ask it about first names that somebody in the register has too."),
    )


def refuse_traces(form: forms.BaseForm, fields: Iterable[str], names: Sequence[str]) -> None:
    """An error at each of these fields in which somebody who is real can be recognised, with its place."""
    sure = form.cleaned_data.get("sure")
    for name in fields:
        for found in traces(str(form.cleaned_data.get(name) or ""), names):
            if found.trace is not Trace.FIRST_NAME or not sure:
                problem = ValidationError(REFUSED[found.trace], params={"text": found.text, "line": found.line})
                form.add_error(name, problem)


class InsightForm(forms.ModelForm[Insight]):
    """An insight of one kind. It takes the kind and network from its instance."""

    CHECKED: ClassVar[tuple[str, ...]] = Insight.EMPTIED

    made_on = PastDayField(label=_("Made on"))
    keep_until = DayField(
        label=_("Keep until"),
        help_text=_("The night after, its texts are destroyed. What it changed stays."),
    )
    proof = forms.ChoiceField(
        label=_("How sure is it?"), choices=lambda: word_choices("insight_proofs"), widget=forms.RadioSelect
    )
    consent = forms.ChoiceField(
        label=_("Did those it tells of agree?"), choices=lambda: word_choices("consents"), widget=forms.RadioSelect
    )
    sure = _sure()
    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Insight
        fields = [
            "name",
            "persona",
            *dict.fromkeys(name for names in TEXTS.values() for name in names),
            "made_on",
            "proof",
            "proof_from",
            "phase",
            "consent",
            "consent_from",
            "keep_until",
            "made_with",
        ]
        labels: ClassVar = {
            "proof_from": _("What does it rest on?"),
            "phase": _("In which phase does it help?"),
            "consent_from": _("Who agreed, and how?"),
            "made_with": _("Made with"),
        }
        help_texts: ClassVar = {
            "goals": _("One on each line."),
            "needs": _("One on each line."),
            "thresholds": _("One on each line."),
            "quotes": _("One on each line, in the words of whoever said it."),
            "learned": _("One on each line."),
            "proof_from": _("Such as: heard in 4 of 5 interviews."),
            "consent_from": _("Such as: all five parents, on paper. Never a name."),
            "made_with": _("Organisations or services that worked on it. Users never by name."),
        }
        widgets: ClassVar = {
            "situation": AREA,
            "goals": AREA,
            "needs": AREA,
            "thresholds": AREA,
            "guide": AREA,
            "quotes": LARGE,
            "learned": AREA,
        }

    def __init__(self, personas: QuerySet[Insight], names: Sequence[str], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.names = names
        kind = InsightKind(self.instance.kind)
        for text in {name for every in TEXTS.values() for name in every} - set(TEXTS[kind]):
            del self.fields[text]
        if kind is InsightKind.JOURNEY:
            self.fields["persona"].queryset = personas  # type: ignore[attr-defined]
            self.fields["persona"].empty_label = _("no persona")  # type: ignore[attr-defined]
        else:
            del self.fields["persona"]
        label, hint = NAMES[kind]
        self.fields["name"].label, self.fields["name"].help_text = label, hint
        self.fields["name"].required = True
        self.fields["made_on"].label = DAYS[kind]
        self.fields["phase"].choices = [("", _("not said")), *word_choices("phases")]  # type: ignore[attr-defined]
        self.fields["seen_version"].initial = self.instance.version if self.instance.pk else 0
        if not self.instance.pk:
            self.initial["keep_until"] = add_months(timezone.localdate(), MONTHS_KEPT)
        if self.instance.confidential:
            self.fields["consent"].choices = [  # type: ignore[attr-defined]
                each for each in word_choices("consents") if each[0] != Consent.NOT_NEEDED
            ]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if self.instance.confidential and not is_code(name):
            raise ValidationError(
                _("“%(name)s” looks like a name. Write a code with a number, such as R2."), params={"name": name}
            )
        return name

    def clean_keep_until(self) -> date:
        until: date = self.cleaned_data["keep_until"]
        if until < timezone.localdate():
            raise ValidationError(_("This day is past: it would be destroyed at once. Choose a day to come."))
        return until

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        refuse_traces(self, (name for name in self.CHECKED if name in self.fields), self.names)
        return cleaned


class JourneyOfRoomForm(InsightForm):
    """A journey of which a room wrote the steps: one on each line, with the stage they are in."""

    steps_before = forms.CharField(label=_("Steps before the service"), required=False, widget=LARGE)
    steps_during = forms.CharField(label=_("Steps during the service"), required=False, widget=LARGE)
    steps_after = forms.CharField(label=_("Steps after the service"), required=False, widget=LARGE)

    CHECKED: ClassVar[tuple[str, ...]] = (*InsightForm.CHECKED, "steps_before", "steps_during", "steps_after")

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        own = [f"steps_{stage}" for stage in STAGES]
        for name in own:
            self.fields[name].help_text = _(
                "One on each line. What is the same you join, what does not fit you leave out."
            )
        self.order_fields(["name", "persona", *own])

    @property
    def steps(self) -> list[tuple[str, str]]:
        """Stage and name of each step, in their order."""
        return [
            (stage, line.strip())
            for stage in STAGES
            for line in str(self.cleaned_data.get(f"steps_{stage}") or "").splitlines()
            if line.strip()
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if len(self.steps) > MOST_STEPS:
            said = _("There are %(found)s steps, and a journey has at most %(most)s. Join some of them.")
            self.add_error("steps_before", ValidationError(said, params={"found": len(self.steps), "most": MOST_STEPS}))
        for stage, name in self.steps:
            if len(name) > LONGEST_STEP:
                said = _("“%(step)s…” is too long: at most %(most)s characters.")
                params = {"step": name[:30], "most": LONGEST_STEP}
                self.add_error(f"steps_{stage}", ValidationError(said, params=params))
        return cleaned


def feelings() -> list[tuple[str, str]]:
    """From 2 down to -2, with their words."""
    words = dict(word_choices("feelings"))
    return [(str(score), words[Feeling.of(score)]) for score in range(HIGHEST, LOWEST - 1, -1)]


class StepForm(forms.ModelForm[Step]):
    """A step, and whom somebody meets there: organisations by name, one on each line."""

    stage = forms.ChoiceField(
        label=_("Before, during or after the service"),
        choices=lambda: word_choices("journey_stages"),
        widget=forms.RadioSelect,
    )
    feeling = forms.TypedChoiceField(
        label=_("How does it feel?"),
        choices=feelings,
        coerce=int,
        initial="0",
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("“%(value)s” is not on the scale. It runs from -2 to 2.")},
    )
    organisations = forms.CharField(
        label=_("Which organisations does somebody meet here?"),
        required=False,
        widget=AREA,
        help_text=_("Partners from the register, one on each line. Who is not in it yet, you add first."),
    )
    sure = _sure()

    class Meta:
        model = Step
        fields = ["stage", "name", "channel", "organisations", "feeling", "pain", "chance"]
        labels: ClassVar = {"name": _("What happens?")}
        help_texts: ClassVar = {
            "name": _("In a few words: waits for three services."),
            "channel": _("Such as: telephone, counter, letter, at home."),
        }

    def __init__(self, known: Iterable[tuple[str, int]], names: Sequence[str], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.one = ChoiceByNameField(options=by_name(known).items(), required=False)
        self.names = names
        if self.instance.pk:
            met = self.instance.met.select_related("organisation")
            self.fields["organisations"].initial = "\n".join(each.organisation.name for each in met)

    def clean_organisations(self) -> list[int]:
        typed = [line.strip() for line in self.cleaned_data["organisations"].splitlines() if line.strip()]
        if len(typed) > MOST_AT_STEP:
            raise ValidationError(_("Name at most %(most)s."), params={"most": MOST_AT_STEP})
        return list(dict.fromkeys(self.one.clean(name) for name in typed))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        refuse_traces(self, ("name", "channel", "pain", "chance"), self.names)
        return cleaned


class MomentForm(forms.ModelForm[Moment]):
    """A moment of a day."""

    helped = forms.TypedChoiceField(
        label=_("Did it help?"),
        required=False,
        choices=(("", _("no contact, or not known")), ("yes", _("yes")), ("no", _("no"))),
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    sure = _sure()

    class Meta:
        model = Moment
        fields = ["at", "what", "where", "company", "service", "helped", "note"]
        labels: ClassVar = {
            "at": _("At what hour?"),
            "what": _("What happens?"),
            "service": _("Contact with which service?"),
        }
        widgets: ClassVar = {"at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}
        help_texts: ClassVar = {"company": _("Such as: alone, with the children. Never a name.")}

    def __init__(self, names: Sequence[str], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.names = names
        helped = self.instance.helped
        self.initial["helped"] = "" if helped is None else "yes" if helped else "no"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        refuse_traces(self, ("what", "where", "company", "service", "note"), self.names)
        if cleaned.get("helped") is not None and not cleaned.get("service"):
            self.add_error("service", _("Say with which service the contact was."))
        return cleaned


class UseForm(forms.ModelForm[Use]):
    """What an insight changed: one thing of the network, or a contribution in the arena; and what about it."""

    target = ChoiceByNameField(
        label=_("What did it change?"),
        required=False,
        help_text=_("A challenge, a wording of the goal, an action, or an item of an agenda."),
    )
    used_on = PastDayField(label=_("Used on"), initial=timezone.localdate)
    sure = _sure()

    class Meta:
        model = Use
        fields = ["target", "contribution", "changed", "used_on"]
        labels: ClassVar = {
            "contribution": _("Or which contribution in the arena?"),
            "changed": _("What changed by it?"),
        }
        help_texts: ClassVar = {
            "contribution": _("What a partner brings or should bring, in the words of the arena."),
            "changed": _("In a sentence: the meeting now begins with one question."),
        }
        widgets: ClassVar = {"changed": AREA}

    def __init__(self, targets: Targets, names: Sequence[str], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.names = names
        self.fields["target"].options = dict(_offered(targets))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = [name for name in ("target", "contribution") if cleaned.get(name)]
        if not self.errors and len(chosen) != 1:
            said = _("Say what it changed.") if not chosen else _("Say one of the two: this, or a contribution.")
            self.add_error("target", said)
        refuse_traces(self, ("contribution", "changed"), self.names)
        return cleaned

    def _post_clean(self) -> None:
        if target := self.cleaned_data.get("target"):
            field, row = target
            setattr(self.instance, field, row)
        super()._post_clean()  # type: ignore[misc]


def _offered(targets: Targets) -> Iterable[tuple[str, tuple[str, Any]]]:
    """What may be chosen, by the words it is shown with."""
    for action in targets.actions:
        yield gettext("Action: %(name)s") % {"name": action.name}, ("action", action)
    for item in targets.items:
        said = {"day": day(item.meeting.held_on), "name": item.title}
        yield gettext("Agenda of %(day)s: %(name)s") % said, ("item", item)
    for goal in targets.goals:
        said = {"day": day(goal.valid_from), "name": clipped(goal.text, LONGEST_GOAL)}
        yield gettext("Goal of %(day)s: %(name)s") % said, ("goal", goal)
    for challenge in targets.challenges:
        yield gettext("Challenge: %(name)s") % {"name": challenge.name}, ("challenge", challenge)
