"""Codes in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REST_TITLE = _("The others together")
EVERYBODY = _("Everybody")

LABELS: dict[str, Promise] = {
    "anonymous": _("Anonymous"),
    "confidential": _("Confidential"),
    "named": _("With names"),
}

PROMISES: dict[str, Promise] = {
    "anonymous": _("Nobody can see who answered what. Figures are shown from five answers, texts from ten."),
    "confidential": _(
        "Your name is not kept with your answers. Somebody who knows the group well could still recognise you by what "
        "you say. Figures are shown from five answers, texts from ten."
    ),
    "named": _("Your answers carry your name. Whoever may see the subject in Regiewijzer sees them."),
}

UNFIT: dict[str, Promise] = {
    "nobody": _("Nobody is on the list yet. Add people first."),
    "too_late": _("The closing day must lie after today. Change it first."),
    "own_address": _(
        "Your own address is on the list. Whoever asks a sealed survey does not answer it: with answers of your own "
        "you could work out those of others. Take it off the list first."
    ),
    "same_mailbox": _(
        "Two addresses on the list arrive in one mailbox, such as els@ and els+1@. In a sealed survey everybody has "
        "one place. Take one off the list first."
    ),
    "label": _("This promise cannot be kept with so few people, or with these questions. Choose another one first."),
}

NO_MAIL: dict[str, Promise] = {
    "log": _(
        "No mail server is set, so the personal links would end up in the log of the server. Nothing was sent. Ask "
        "whoever runs the server to set EMAIL_URL."
    ),
    "down": _("The mail server cannot be reached. Nothing was sent; try again later."),
}
