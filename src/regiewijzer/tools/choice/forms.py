"""The forms of a choice: where it begins, each question, and the signing."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right, Role
from regiewijzer.inquiry.questionnaires.public import NO_ANSWER
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.forms import offer_networks
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.queries import organisation_options
from regiewijzer.register.records.forms import by_name
from regiewijzer.science.choice import UNSURE, CoreProcess, Gate
from regiewijzer.science.facts import Advice
from regiewijzer.tools.choice.models import Choice, Conversation
from regiewijzer.tools.choice.queries.existing import first_goal
from regiewijzer.tools.choice.questions import possible, title_of, tree
from regiewijzer.ui.forms import ChoiceByNameField, CodesField, DayField

HALF_A_YEAR = timedelta(days=182)
LONGEST_REASON = 2000


class StartForm(forms.Form):
    """What the choice is about."""

    challenge = ChoiceByNameField(
        label=_("Challenge"), help_text=_("What has to be reached. A new challenge you add to the challenges first.")
    )
    network = ChoiceByNameField(
        label=_("Network that runs already"),
        required=False,
        help_text=_("Only when the question is whether this network should go on or stop."),
    )

    def __init__(self, position: Position, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        challenges = Challenge.objects.current().order_by("name", "pk").values_list("name", "pk")
        self.fields["challenge"].options = by_name(challenges)  # type: ignore[attr-defined]
        offer_networks(self.fields["network"], position)
        if not position.may(Right.EDIT_REGISTER):
            self.fields["network"].required = True
            self.fields["network"].help_text = _("Should it go on or stop? One of the networks you manage.")

    def clean_challenge(self) -> Challenge:
        return Challenge.objects.get(pk=self.cleaned_data["challenge"])

    def clean_network(self) -> Network | None:
        return Network.objects.filter(pk=self.cleaned_data["network"]).first()


class ProcessesForm(forms.Form):
    """Which of the four core processes it touches."""

    processes = CodesField(
        label=_("Core processes"), error_messages={"required": _("Choose at least one core process.")}
    )

    def __init__(self, conversation: Conversation, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        beside = tree().core_processes
        assert beside is not None
        self.fields["processes"].label = str(beside.question)
        self.fields["processes"].choices = [  # type: ignore[attr-defined]
            (process.value, str(beside.options[process])) for process in CoreProcess
        ]
        self.initial["processes"] = conversation.processes


class QuestionForm(forms.Form):
    """One question of the tree, with why."""

    answer = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": _("Choose an answer, or “I don’t know”.")}
    )
    reason = forms.CharField(
        label=_("Why?"), required=False, max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, conversation: Conversation, gate: Gate, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.question = tree().questions[gate]
        self.fields["answer"].choices = [  # type: ignore[attr-defined]
            (answer.id, str(answer.text)) for answer in self.question.answers
        ]
        self.initial = {
            "answer": conversation.answers.get(gate, ""),
            "reason": conversation.reasons.get(gate, ""),
        }

    def scale_options(self) -> list[dict[str, Any]]:
        """The answers as the page draws them; 'I don't know' stands apart."""
        chosen = self["answer"].value()
        return [
            {"value": value, "label": label, "checked": value == chosen, "apart": value in (UNSURE, NO_ANSWER)}
            for value, label in self.fields["answer"].choices  # type: ignore[attr-defined]
        ]


class SearchForm(forms.Form):
    """What to look for among the networks that exist."""

    goal = forms.CharField(
        label=_("What do you want to reach?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    partner = ChoiceByNameField(
        label=_("Which partners do you need?"),
        required=False,
        help_text=_("Name them one by one. We look in which networks they sit together already."),
    )

    def __init__(self, conversation: Conversation, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["partner"].options = dict(organisation_options())  # type: ignore[attr-defined]
        self.initial["goal"] = first_goal(conversation)


class InviteForm(forms.Form):
    """A colleague who answers the same questions apart."""

    position = forms.ModelChoiceField(label=_("Colleague"), queryset=Position.objects.none())

    def __init__(self, choice: Choice, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        taken = choice.conversations.values("position")
        staff = Position.objects.active().filter(authority=choice.authority_id).exclude(role=Role.GUEST)
        self.fields["position"].queryset = staff.exclude(pk__in=taken).select_related("user")  # type: ignore[attr-defined]


class SignForm(forms.Form):
    """What is decided. Another decision than the advice needs a reason; the person decides, not the program."""

    decided = forms.ChoiceField(label=_("What do you decide?"))
    joins = ChoiceByNameField(
        label=_("In which network?"), required=False, help_text=_("Only when you use a network that exists.")
    )
    reason = forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed when you decide otherwise than the advice."),
    )
    review_on = DayField(label=_("Look at it again on"), help_text=_("On that day the choice comes back to you."))

    def __init__(
        self, choice: Choice, advised: list[Advice], joins: Network | None, *arguments: Any, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.advised = advised
        self.fields["decided"].choices = [  # type: ignore[attr-defined]
            (advice.value, str(title_of(advice))) for advice in possible(choice)
        ]
        rows = Network.objects.running(timezone.localdate()).exclude(pk=choice.network_id or 0).order_by("name", "pk")
        self.fields["joins"].options = by_name(rows.values_list("name", "pk"))  # type: ignore[attr-defined]
        self.initial = {
            "decided": advised[0].value if advised else "",
            "joins": joins.pk if joins else None,
            "review_on": timezone.localdate() + HALF_A_YEAR,
        }

    def clean_joins(self) -> Network | None:
        return Network.objects.filter(pk=self.cleaned_data["joins"]).first()

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that has yet to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        decided = cleaned.get("decided")
        if decided == Advice.USE_EXISTING and not cleaned.get("joins") and "joins" not in self.errors:
            self.add_error("joins", _("Say which network takes the challenge on."))
        if decided != Advice.USE_EXISTING:
            cleaned["joins"] = None
        if decided and {advice.value for advice in self.advised} != {decided} and not cleaned.get("reason"):
            self.add_error("reason", _("You decide otherwise than the advice. Write why."))
        return cleaned
