"""What somebody orders: a report for the board, or the dossier of a network."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.overview.reports.wording import Language
from regiewijzer.register.networks.models import Network


class BoardForm(forms.Form):
    """Two pages for the board."""

    language = forms.ChoiceField(label=_("Language of the report"), choices=Language.choices)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="board_%s", initial=initial)


class DossierForm(forms.Form):
    """Everything about one network."""

    network = forms.ModelChoiceField(
        label=_("Network"), queryset=Network.objects.none(), empty_label=_("Choose a network")
    )
    language = forms.ChoiceField(label=_("Language of the dossier"), choices=Language.choices)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="network_%s", initial=initial)
        networks = Network.objects.current().order_by("name")
        self.fields["network"].queryset = networks  # type: ignore[attr-defined]
