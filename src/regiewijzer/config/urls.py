"""Which address leads where. Everything of an authority lies under its own first word: /vliermonde/netwerken/."""

from django.urls import URLPattern, URLResolver, include, path

from regiewijzer.foundation.audit import urls as audit
from regiewijzer.foundation.submissions.views import once
from regiewijzer.foundation.team import urls as team
from regiewijzer.inquiry.questionnaires import urls as questionnaires
from regiewijzer.inquiry.surveys import urls as surveys
from regiewijzer.inquiry.workshops import urls as workshops
from regiewijzer.overview.dossier import urls as dossier
from regiewijzer.overview.exchange import urls as exchange
from regiewijzer.overview.findings import urls as findings
from regiewijzer.overview.help import urls as help_pages
from regiewijzer.overview.impasses import urls as impasses
from regiewijzer.overview.kept import keeping
from regiewijzer.overview.load import urls as load
from regiewijzer.overview.maps import urls as maps
from regiewijzer.overview.meetings import urls as meeting_pages
from regiewijzer.overview.merging import urls as merging
from regiewijzer.overview.onboarding import urls as onboarding
from regiewijzer.overview.overlaps import urls as overlaps
from regiewijzer.overview.reports import urls as reports
from regiewijzer.overview.search import urls as search
from regiewijzer.overview.week import urls as week
from regiewijzer.overview.year import urls as year
from regiewijzer.register.challenges import urls as challenges
from regiewijzer.register.confirmations import urls as confirmations
from regiewijzer.register.decisions import urls as decisions
from regiewijzer.register.instruments import urls as instruments
from regiewijzer.register.meetings import urls as meetings
from regiewijzer.register.networks import urls as networks
from regiewijzer.register.organisations import urls as organisations
from regiewijzer.tools.arena import urls as arena
from regiewijzer.tools.breakthrough import urls as breakthrough
from regiewijzer.tools.choice import urls as choice
from regiewijzer.tools.cooperation import urls as cooperation
from regiewijzer.tools.effect import urls as effect
from regiewijzer.tools.goals import urls as goals
from regiewijzer.tools.governance import urls as governance
from regiewijzer.tools.insights import urls as insights
from regiewijzer.tools.mandates import urls as mandates
from regiewijzer.tools.practice import urls as practice
from regiewijzer.tools.readiness import urls as readiness
from regiewijzer.tools.roles import urls as roles
from regiewijzer.tools.steering import urls as steering
from regiewijzer.ui import views

of_authority = [
    keeping(once(pattern))
    for pattern in (
        *week.urlpatterns,
        *year.urlpatterns,
        *onboarding.urlpatterns,
        *findings.urlpatterns,
        *search.urlpatterns,
        *challenges.urlpatterns,
        *instruments.urlpatterns,
        *steering.urlpatterns,
        *networks.urlpatterns,
        *governance.urlpatterns,
        *effect.urlpatterns,
        *choice.urlpatterns,
        *readiness.urlpatterns,
        *arena.urlpatterns,
        *mandates.urlpatterns,
        *insights.urlpatterns,
        *breakthrough.urlpatterns,
        *impasses.urlpatterns,
        *practice.urlpatterns,
        *roles.urlpatterns,
        *goals.urlpatterns,
        *cooperation.urlpatterns,
        *overlaps.urlpatterns,
        *load.urlpatterns,
        *merging.urlpatterns,
        *maps.urlpatterns,
        *organisations.urlpatterns,
        *decisions.urlpatterns,
        *meetings.urlpatterns,
        *confirmations.urlpatterns,
        *meeting_pages.urlpatterns,
        *questionnaires.urlpatterns,
        *surveys.urlpatterns,
        *workshops.inside,
        *dossier.urlpatterns,
        *reports.urlpatterns,
        *exchange.urlpatterns,
        *help_pages.urlpatterns,
        *team.inside,
        *audit.urlpatterns,
    )
]

urlpatterns: list[URLPattern | URLResolver] = [
    # an invitation proves an address; whoever could add one would claim that of a colleague
    path("account/email/", views.not_here, name="account_email"),
    path("account/", include("allauth.urls")),
    *team.outside,
    *surveys.outside,
    *workshops.outside,
    *meeting_pages.outside,
    *confirmations.outside,
    path("<slug:authority>/", include(of_authority)),
]

handler400, handler403 = "regiewijzer.ui.views.bad_request", "regiewijzer.ui.views.forbidden"
handler404, handler500 = "regiewijzer.ui.views.not_found", "regiewijzer.ui.views.broken"
