"""Screens of challenges; the page of one challenge is composed in overview/dossier."""

from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.rights import Right
from regiewijzer.register.challenges import queries
from regiewijzer.register.challenges.forms import ChallengeForm
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.records import views as records
from regiewijzer.ui.listing import Column, Listing
from regiewijzer.ui.templatetags.regiewijzer import short_day

LISTING = Listing(
    columns=(
        records.named(_("Challenge"), "challenge", lambda row: row.result),
        records.coded("status", _("Status"), "challenge_statuses"),
        records.counted("networks", _("Networks"), "network_count"),
        records.counted("instruments", _("Instruments"), "instrument_count"),
        Column("due", _("By when"), ("due",), lambda row, _request: short_day(row.due)),
        records.AS_OF,
    ),
    sort="name",
    filters=(
        records.by_word("status", _("Status"), "challenge_statuses"),
        records.by_theme(),
        records.by_policy_code(),
        records.archive_filter(),
    ),
    search=records.words_of(Challenge.KIND),
)

SCREENS = records.RecordScreens(
    one="challenge",
    many="challenges",
    path="opgaven/",
    title_of_new=_("Add a challenge"),
    form=ChallengeForm,
    right=Right.EDIT_REGISTER,
    to_change=records.with_right(Right.EDIT_REGISTER, queries.challenge_of),
    rows=lambda _request: queries.for_list(),
    listing=LISTING,
    list_page=records.ListPage(
        title=_("Challenges"),
        lead=_("What has to be reached, for whom, where. Everything else starts here."),
        empty_title=_("No challenges yet"),
        empty=_(
            "A challenge is a result that no organisation reaches alone, such as “every family in poverty knows one "
            "fixed guide”."
        ),
        empty_links=(records.IMPORT,),
    ),
)
