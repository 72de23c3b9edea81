"""Screens with which partners keep their own seat right, and the list in which somebody looks at what they answer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.links import LANGUAGE, behind_the_wall_of, opens_nothing
from regiewijzer.foundation.post import NoMail
from regiewijzer.foundation.rights import Right, Role
from regiewijzer.register.confirmations import actions, queries
from regiewijzer.register.confirmations.actions import Seat
from regiewijzer.register.confirmations.forms import AnswerForm
from regiewijzer.register.confirmations.models import Confirmation
from regiewijzer.register.confirmations.tasks import send_questions, site_of
from regiewijzer.register.meetings.models import Meeting
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network
from regiewijzer.register.organisations.models import Person
from regiewijzer.register.records.views import address

NO_POST = {
    "log": gettext_lazy("No mail server is set, so nothing was sent. Make the links and send them yourself."),
    "down": gettext_lazy("The mail server cannot be reached. Nothing was sent; try again later."),
}


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirmation_answer(request: HttpRequest, town: str, code: str) -> HttpResponseBase:
    """Three short questions to a partner without an account. Looking changes nothing; answering again replaces."""
    with behind_the_wall_of(town) as authority, translation.override(LANGUAGE):
        asked = queries.confirmation_behind(code) if authority else None
        if authority is None or asked is None:
            return opens_nothing(request)
        context = {"asked": asked, "town": authority, "meeting": _next_meeting(asked.membership.network)}
        if request.method != "POST" or asked.outcome:
            form = AnswerForm(instance=asked)
            done = bool(asked.answered_on) and "anders" not in request.GET
            page = "confirmations/done.html" if done or asked.outcome else "confirmations/answer.html"
            return render(request, page, {**context, "form": form})
        form = AnswerForm(request.POST, instance=Confirmation())
        if not form.is_valid():
            return render(request, "confirmations/answer.html", {**context, "form": form}, status=422)
        actions.answer(confirmation=asked, said=form.save(commit=False))
        return redirect(request.path)


@never_cache
def network_confirmations(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Who is asked whether it is still right; the links that were just made are shown once."""
    if not request.position.may(Right.SEE):
        raise PermissionDenied
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    context: dict[str, object] = {}
    if request.method == "POST":
        seats = _chosen(request, network)
        if not seats:
            messages.error(request, _("Choose at least one person to ask."))
        elif request.POST.get("by") == "mail":
            _mail(request, network, seats)
        else:
            context["links"] = actions.ask(
                network=network, seats=seats, site=site_of(request.authority.slug), actor=request.actor
            )
        if "links" not in context:
            return redirect(address(request, "network_confirmations", pk))
    context |= {"network": network, "asked": queries.people_to_ask(network), "meeting": _next_meeting(network)}
    return render(request, "confirmations/ask.html", context)


def _chosen(request: AuthorityRequest, network: Network) -> list[Seat]:
    wanted = set(request.POST.getlist("ask"))
    asked = queries.people_to_ask(network)
    return [(each.membership, each.person) for each in asked if each.key in wanted and not each.answered]


def _next_meeting(network: Network) -> Meeting | None:
    return Meeting.objects.to_come(timezone.localdate()).filter(network=network).first()


def _mail(request: AuthorityRequest, network: Network, seats: list[Seat]) -> None:
    try:
        count = actions.ask_by_mail(network=network, seats=seats, actor=request.actor)
    except NoMail as wrong:
        messages.error(request, str(NO_POST[wrong.reason]))
        return
    if count:
        send_questions.enqueue(request.authority.pk, network.pk)
        told = ngettext("%(count)s mail goes out now.", "%(count)s mails go out now.", count) % {"count": count}
        messages.success(request, told)
    without = [
        person.name if person else seat.organisation.name for seat, person in seats if not (person and person.email)
    ]
    if without:
        names = ", ".join(without)
        messages.warning(request, _("Without a mail address here: %(names)s.") % {"names": names})


@require_POST
def network_confirmation(request: AuthorityRequest, pk: int, confirmation: int) -> HttpResponseBase:
    """Take one answer over, leave it, or take a link back."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    found = queries.confirmation_of(network, confirmation)
    if request.POST.get("do") == "withdraw":
        actions.withdraw(confirmation=found, actor=request.actor)
        messages.success(request, _("The link opens nothing any more."))
        return redirect(address(request, "network_confirmations", pk))
    if request.POST.get("do") == "refuse":
        done, said = actions.refuse(confirmation=found, actor=request.actor), _("The register stays as it is.")
    else:
        done = actions.accept(confirmation=found, known=_known(request, found), actor=request.actor)
        said = _("Taken over.")
    if done:
        messages.success(request, said)
    else:
        messages.warning(request, _("Somebody looked at this answer before you. Nothing was changed."))
    return redirect(address(request, "confirmations"))


def _known(request: AuthorityRequest, found: Confirmation) -> Person | None:
    """The person who was shown as the one that is named, when it was said to be the same."""
    typed = request.POST.get("same", "")
    people = Person.objects.current().filter(organisation=found.membership.organisation_id)
    return people.filter(pk=typed).first() if typed.isdecimal() else None


@needs(Right.SEE)
def confirmations(request: AuthorityRequest) -> HttpResponseBase:
    """Every answer that waits for this person, in one list; those that change nothing are taken over at once."""
    if not (request.position.may(Right.EDIT_REGISTER) or request.position.role == Role.NETWORK_MANAGER):
        raise PermissionDenied
    waiting = queries.proposals(request.position)
    unchanged = [each for each in waiting if each.changes_nothing and not each.has_left]
    if request.method == "POST":
        shown = set(request.POST.getlist("unchanged"))
        for each in unchanged:
            if str(each.confirmation.pk) in shown:
                actions.accept(confirmation=each.confirmation, known=None, actor=request.actor)
        messages.success(request, _("Taken over."))
        return redirect(address(request, "confirmations"))
    context = {"changed": [each for each in waiting if each not in unchanged], "unchanged": unchanged}
    return render(request, "confirmations/list.html", context)
