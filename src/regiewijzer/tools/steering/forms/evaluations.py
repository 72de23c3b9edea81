"""The form of an evaluation: what it did, the power, the context that explains, the pitfalls."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.library import catalogue
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.tools.steering.models import Evaluation
from regiewijzer.ui.forms import CodesField, PastDayField

DO_NOT_KNOW = ("", _("I don't know"))
SCORE = [DO_NOT_KNOW, (1, _("1: not at all")), (2, "2"), (3, _("3: half")), (4, "4"), (5, _("5: wholly"))]
RELATION = [
    DO_NOT_KNOW,
    (1, _("1: much worse")),
    (2, _("2: worse")),
    (3, _("3: the same")),
    (4, _("4: better")),
    (5, _("5: much better")),
]
POWERS = ("power_used", "power_needed")
PARTNERS = ("partners_worse", "partners_total")
LONGEST_SEEN = 1000


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under a heading; `rows` are a field and, when there is one, the field for what the answer rests on."""

    title: Any
    lead: Any
    rows: list[tuple[forms.BoundField, forms.BoundField | None]]


def number_choice(label: Any, choices: list[Any], hint: Any = "") -> forms.TypedChoiceField:
    """One whole number out of a few; empty is not known."""
    return forms.TypedChoiceField(
        label=label, choices=choices, coerce=int, empty_value=None, required=False, help_text=hint
    )


def seen_field(label: Any) -> forms.CharField:
    """What an answer rests on."""
    return forms.CharField(label=label, required=False, max_length=LONGEST_SEEN)


def words_of(group: str) -> list[tuple[str, str]]:
    """Codes of a group of the library with their words, in the reader's language."""
    return [(word.code, str(word.text)) for word in catalogue.words(group)]


def steps_of(group: str) -> list[tuple[Any, Any]]:
    """The same for codes that are numbers, with the number in front."""
    return [DO_NOT_KNOW, *((int(code), f"{code}: {words}") for code, words in words_of(group))]


class EvaluationForm(forms.ModelForm[Evaluation]):
    measured_on = PastDayField(label=_("Evaluated on"))
    goal_reached = number_choice(_("Was the goal reached?"), SCORE)
    take_up = number_choice(_("Is it really used?"), SCORE)
    right_actors = number_choice(_("Does it reach the partners you wanted?"), SCORE)
    relation = number_choice(_("How is the relation with partners since?"), RELATION)
    effort = number_choice(_("Is the effort in proportion?"), SCORE)
    fit = number_choice(_("Does it fit your other instruments?"), SCORE)
    seen_goal_reached = seen_field(_("How can you tell?"))
    seen_take_up = seen_field(_("How many times, by how many, since when?"))
    seen_right_actors = seen_field(_("Who does it reach, and who not?"))
    seen_relation = seen_field(_("What do the partners say themselves?"))
    seen_effort = seen_field(_("How much time and money, on whose side?"))
    seen_fit = seen_field(_("With which instrument does it work, with which does it clash?"))
    power_used = number_choice(_("How much power did you use?"), [])
    power_needed = number_choice(
        _("How much was needed, by your account?"),
        [],
        _("Begin with persuasion. Go higher only if you can say why that is not enough."),
    )
    ever_used = forms.ChoiceField(label=_("Was the power behind it ever really used?"), required=False)
    partners_present = forms.ChoiceField(
        label=_("How many partners on your territory can do what it asks?"), required=False
    )
    willingness = number_choice(_("How much willingness is there among those partners?"), [])
    expertise = number_choice(_("How much expertise is there among those partners?"), [])
    access = number_choice(_("How much access do those partners have to the target group?"), [])
    replaceable = forms.ChoiceField(
        label=_("Can another partner do the same if the main one drops out?"), required=False
    )
    pitfalls = CodesField(label=_("Which pitfalls do you recognise?"), required=False)

    class Meta:
        model = Evaluation
        fields = [
            "measured_on",
            "source",
            "answers",
            *Evaluation.SCORES,
            *POWERS,
            "ever_used",
            *PARTNERS,
            *Evaluation.CONTEXT,
            "pitfalls",
            "evidence",
        ]
        labels: ClassVar = {"source": _("How was this filled in?"), "answers": _("By how many people?")}
        widgets: ClassVar = {"evidence": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar = {
            "evidence": _("What did you see? Facts, figures, what a partner said."),
            "partners_worse": _("With how many partners did the relation get worse?"),
            "partners_total": _("With how many partners did you use it?"),
        }

    def __init__(self, instrument: Instrument, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.instrument = instrument
        self.fields["measured_on"].initial = timezone.localdate()
        self.fields["source"].required = False
        unknown = [("", DO_NOT_KNOW[1])]
        for name in POWERS:
            self._offer(name, steps_of("power_steps"))
        for name in ("willingness", "expertise", "access"):
            self._offer(name, steps_of("amounts"))
        self._offer("ever_used", [*unknown, *words_of("power_uses")])
        self._offer("partners_present", [*unknown, *words_of("partners_present")])
        self._offer("replaceable", [*unknown, *words_of("yes_no")])
        self._offer("pitfalls", words_of("pitfalls"))

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def sections(self) -> list[Section]:
        """The form as a page shows it."""
        return [
            Section(_("When and by whom"), "", self._rows("measured_on", "source", "answers")),
            Section(
                _("What it does here"),
                _("Answer what you know. Each answer gains by a fact: a figure, an example, what a partner said."),
                [(self[name], self[f"seen_{name}"]) for name in Evaluation.SCORES],
            ),
            Section(_("Power used and power needed"), "", self._rows(*POWERS, "ever_used", *PARTNERS)),
            Section(
                _("The context on the spot"),
                _("This explains and never counts: what works in one place need not work in another."),
                self._rows(*Evaluation.CONTEXT),
            ),
            Section(_("Pitfalls"), "", self._rows("pitfalls", "evidence")),
        ]

    def _rows(self, *names: str) -> list[tuple[forms.BoundField, forms.BoundField | None]]:
        return [(self[name], None) for name in names]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        worse, total = cleaned.get("partners_worse"), cleaned.get("partners_total")
        if worse is not None and total is not None and worse > total:
            self.add_error("partners_worse", _("More partners got worse than you used it with."))
        if not self.errors and all(cleaned.get(name) is None for name in (*POWERS, *Evaluation.SCORES)):
            raise forms.ValidationError(_("Answer at least one question."))
        self.instance.seen = {
            name: cleaned[f"seen_{name}"] for name in Evaluation.SCORES if cleaned.get(f"seen_{name}")
        }
        return cleaned
