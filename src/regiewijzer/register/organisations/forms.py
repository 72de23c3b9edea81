"""Forms of organisations and persons."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.register.organisations.models import Identifier, Organisation, Person, Scheme, clean_number
from regiewijzer.register.organisations.queries import organisation_options
from regiewijzer.register.records.forms import RecordForm, WithinAuthority, by_name
from regiewijzer.register.records.wording import domain_choices
from regiewijzer.ui.forms import ChoiceByNameField, CodesField

NUMBER_LABELS = {
    Scheme.KBO: (_("KBO number"), _("Ten digits, such as 0207.508.932.")),
    Scheme.OVO: (_("OVO code"), _("Such as OVO001992.")),
}


class OrganisationForm(RecordForm[Organisation]):
    domains = CodesField(choices=domain_choices, required=False)
    website = forms.URLField(required=False, assume_scheme="https")
    main_domain = forms.ChoiceField(
        label=_("Main domain"),
        required=False,
        help_text=_("From what field does this organisation look at things first?"),
    )

    class Meta:
        model = Organisation
        fields = [
            "name",
            "kind",
            "main_domain",
            "domains",
            "speaks_for_users",
            "is_own",
            "municipality",
            "website",
            "note",
            "as_of",
        ]
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar = {
            "speaks_for_users": _("People who use the service speak here for themselves, not others for them."),
            "is_own": _("Your own authority, or one of its services."),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["main_domain"].choices = [("", "–"), *domain_choices()]  # type: ignore[attr-defined]
        stored = {number.scheme: number for number in self.instance.identifiers.all()} if self.instance.pk else {}
        for scheme, (label, hint) in NUMBER_LABELS.items():
            initial = stored[scheme].written if scheme in stored else ""
            self.fields[scheme.value] = forms.CharField(label=label, help_text=hint, required=False, initial=initial)
        if self.instance.domains:
            self.initial["main_domain"] = self.instance.domains[0]
        self.order_fields(["name", "kind", *(scheme.value for scheme in NUMBER_LABELS)])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        main = cleaned.get("main_domain")
        if main:
            cleaned["domains"] = [main, *(code for code in cleaned.get("domains", []) if code != main)]
        for scheme in NUMBER_LABELS:
            if cleaned.get(scheme.value):
                self._clean_number(scheme, cleaned)
        return cleaned

    def _clean_number(self, scheme: Scheme, cleaned: dict[str, Any]) -> None:
        try:
            value = clean_number(scheme, cleaned[scheme.value])
        except forms.ValidationError as wrong:
            self.add_error(scheme.value, wrong)
            return
        cleaned[scheme.value] = value
        taken = Identifier.objects.filter(scheme=scheme, value=value).exclude(organisation=self.instance.pk)
        if other := taken.select_related("organisation").first():
            self.add_error(scheme.value, _("This number belongs to %(name)s.") % {"name": other.organisation.name})

    @property
    def numbers(self) -> dict[str, str]:
        return {scheme.value: self.cleaned_data.get(scheme.value, "") for scheme in NUMBER_LABELS}


class PersonForm(RecordForm[Person]):
    organisation = ChoiceByNameField()

    class Meta:
        model = Person
        fields = [
            "name",
            "organisation",
            "function",
            "email",
            "phone",
            "experience_years",
            "note",
            "as_of",
        ]
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 2})}
        help_texts: ClassVar = {
            "experience_years": _("Years of work experience. Used only to warn when somebody new stands alone."),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["organisation"].options = dict(organisation_options(with_archived=True))  # type: ignore[attr-defined]

    def clean_organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.cleaned_data["organisation"])


class ColleagueForm(WithinAuthority[Person]):
    """Which colleague this person is, when they have an account."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    colleague = ChoiceByNameField(
        label=_("Colleague with an account"),
        required=False,
        help_text=_("Only for who works with Regiewijzer. They then see what their own seats may promise."),
    )

    class Meta:
        model = Person
        fields = ["colleague"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = self.instance.version
        staff = Position.objects.active().filter(authority=self.instance.authority_id).exclude(role=Role.GUEST)
        now = {str(self.instance.colleague): self.instance.colleague_id} if self.instance.colleague else {}
        colleagues = staff.order_by("user__name", "pk").values_list("user__name", "pk")
        self.fields["colleague"].options = {**by_name(colleagues), **now}  # type: ignore[attr-defined]

    def clean_colleague(self) -> Position | None:
        return Position.objects.filter(pk=self.cleaned_data["colleague"]).first()
