"""Saying where a network is stuck."""

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.records.wording import word_choices
from regiewijzer.ui.forms import CodesField

LONGEST_WORDS = 1000


class StuckForm(forms.Form):
    """What one recognises, and in own words. Nothing of both says that the network is stuck no more."""

    impasses = CodesField(label=_("Tick what you recognise"), required=False, choices=lambda: word_choices("impasses"))
    words = forms.CharField(
        label=_("Or say it in your own words"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput)
