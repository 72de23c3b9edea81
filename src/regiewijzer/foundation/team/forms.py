"""Forms about people and their positions."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Invitation, Position, User
from regiewijzer.foundation.rights import Role
from regiewijzer.library.municipalities import municipalities
from regiewijzer.science.names import tidied


class InvitationForm(forms.ModelForm[Invitation]):
    class Meta:
        model = Invitation
        fields = ["email", "role"]

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if Position.objects.active().filter(authority=self.instance.authority_id, user__email=email).exists():
            raise forms.ValidationError(_("%(email)s already works here.") % {"email": email})
        return email


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class NewAccountForm(forms.Form):
    """What an invited person fills in: a name and a password; the address is the one that was invited."""

    name = forms.CharField(label=_("Your name"), max_length=150)
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least ten characters. Three words you do not normally put together are easy to remember."),
    )

    def __init__(self, email: str, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.email = email

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, User(email=self.email, name=self.cleaned_data.get("name", "")))
        return password


class AskedAuthorityForm(forms.Form):
    """An authority of one's own, asked for by a visitor of a server: its name, and where the link goes to."""

    authority = forms.CharField(
        label=_("Name of your authority"),
        max_length=200,
        help_text=_("Choose your municipality from the list, or type another name."),
        widget=forms.TextInput(attrs={"list": "id_authority_list", "autocomplete": "off"}),
    )
    address = forms.EmailField(
        label=_("Your e-mail address"), help_text=_("You log in with it. A link to go on is mailed to it.")
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["authority"].suggestions = [each.name for each in municipalities().all]  # type: ignore[attr-defined]

    def clean_address(self) -> str:
        return str(self.cleaned_data["address"]).lower()

    def clean_authority(self) -> str:
        return tidied(str(self.cleaned_data["authority"]))


class OwnAuthorityForm(AskedAuthorityForm, NewAccountForm):
    """An authority on one's own machine: its name, and who begins with it."""

    field_order = ["authority", "name", "address", "password"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        NewAccountForm.__init__(self, "", *arguments, **named)
        self.fields["authority"].suggestions = [each.name for each in municipalities().all]  # type: ignore[attr-defined]
        self.fields["address"].help_text = _("You log in with it. No mail is sent to it.")

    def clean_address(self) -> str:
        self.email = super().clean_address()
        if User.objects.filter(email=self.email).exists():
            raise forms.ValidationError(_("This address already has an account. Log in with it."))
        return self.email


class PreferencesForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ["name", "language", "theme"]
