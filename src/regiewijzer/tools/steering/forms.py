"""The form of an evaluation."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.instruments.models import Instrument
from regiewijzer.tools.steering.models import Evaluation
from regiewijzer.ui.forms import PastDayField

DO_NOT_KNOW = ("", _("I don't know"))
POWER = [
    DO_NOT_KNOW,
    (0, _("0: none")),
    (1, _("1: convince")),
    (2, _("2: stimulate")),
    (3, _("3: put money under pressure")),
    (4, _("4: oblige")),
]
SCORE = [DO_NOT_KNOW, (1, _("1: not at all")), (2, "2"), (3, _("3: half")), (4, "4"), (5, _("5: wholly"))]
RELATION = [
    DO_NOT_KNOW,
    (1, _("1: much worse")),
    (2, _("2: worse")),
    (3, _("3: the same")),
    (4, _("4: better")),
    (5, _("5: much better")),
]
SCORES = ("goal_reached", "take_up", "right_actors", "relation", "effort", "fit")


def _choice(label: Any, choices: list[Any], hint: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, choices=choices, coerce=int, empty_value=None, required=False, help_text=hint
    )


class EvaluationForm(forms.ModelForm[Evaluation]):
    evaluated_on = PastDayField(label=_("Evaluated on"))
    power_used = _choice(_("How much power did you use?"), POWER)
    power_needed = _choice(_("How much was needed, by your account?"), POWER)
    goal_reached = _choice(_("Was the goal reached?"), SCORE)
    take_up = _choice(_("Is it really used?"), SCORE)
    right_actors = _choice(_("Does it reach the partners you wanted?"), SCORE)
    relation = _choice(_("How is the relation with partners since?"), RELATION)
    effort = _choice(_("Is the effort in proportion?"), SCORE)
    fit = _choice(_("Does it fit your other instruments?"), SCORE)

    class Meta:
        model = Evaluation
        fields = ["evaluated_on", "power_used", "power_needed", *SCORES, "partners_worse", "partners_total", "evidence"]
        widgets: ClassVar = {"evidence": forms.Textarea(attrs={"rows": 4})}
        help_texts: ClassVar = {
            "evidence": _("What did you see? Facts, figures, what a partner said."),
            "partners_worse": _("With how many partners did the relation get worse?"),
            "partners_total": _("With how many partners did you use it?"),
        }

    def __init__(self, instrument: Instrument, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.instrument = instrument
        self.fields["evaluated_on"].initial = timezone.localdate()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        worse, total = cleaned.get("partners_worse"), cleaned.get("partners_total")
        if worse is not None and total is not None and worse > total:
            self.add_error("partners_worse", _("More partners got worse than you used it with."))
        if not self.errors and all(cleaned.get(name) is None for name in ("power_used", "power_needed", *SCORES)):
            raise forms.ValidationError(_("Answer at least one question."))
        return cleaned
