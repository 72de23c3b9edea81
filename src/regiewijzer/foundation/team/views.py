"""Coming in: the start, the example, invitations, preferences, and the team of an authority."""

from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts import queries
from regiewijzer.foundation.accounts.models import AuthorityRequest, Invitation, Position, User
from regiewijzer.foundation.authorities.forms import AuthorityForm, LimitsForm
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.wording import topic_in_words
from regiewijzer.foundation.post import TO_THE_LOG
from regiewijzer.foundation.rights import Right
from regiewijzer.foundation.team import actions
from regiewijzer.foundation.team.forms import (
    AskedAuthorityForm,
    InvitationForm,
    NewAccountForm,
    OwnAuthorityForm,
    PreferencesForm,
    RoleForm,
)
from regiewijzer.ui.conflicts import conflicts, rebase

LANGUAGES = ("nl", "en")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
LAST_ADMINISTRATOR = gettext_lazy("This is the last administrator. Make somebody else administrator first.")


@require_GET
def home(request: HttpRequest) -> HttpResponseBase:
    """To the one authority somebody works in; else a choice; else a way in."""
    if not request.user.is_authenticated:
        if settings.EXAMPLE:
            context = {"positions": queries.example_positions(), "own": _on_own_machine(request)}
            return render(request, "team/example.html", context)
        return redirect("account_login")
    positions = list(queries.positions_of(request.user))
    if len(positions) == 1:
        return redirect("home_of", positions[0].authority.slug)
    return render(request, "team/choose.html", {"positions": positions})


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponseBase:
    """An authority of one's own, without a command line.

    On one's own machine at once and without a mail server; on a server where its administrator lets visitors begin, by
    a link that is mailed.
    """
    if not _on_own_machine(request):
        return _ask_to_begin(request)
    form = OwnAuthorityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            position = actions.begin_own(
                name=typed["authority"], person=typed["name"], email=typed["address"], password=typed["password"]
            )
        except ValidationError as wrong:
            form.add_error("authority", " ".join(wrong.messages))
        else:
            get_adapter(request).login(request, position.user)
            return redirect("onboarding", position.authority.slug)
    return render(request, "team/begin.html", {"form": form}, status=422 if form.is_bound else 200)


def _ask_to_begin(request: HttpRequest) -> HttpResponseBase:
    """Mail a link to go on. The answer is the same whether or not the address has an account here."""
    if not queries.visitors_may_begin():
        raise Http404
    form = AskedAuthorityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, address = form.cleaned_data["authority"], form.cleaned_data["address"]
        if not ratelimit.consume(request, action="begin", key=address):
            form.add_error(None, _("A link was asked for too often. Try again in an hour."))
        elif not _mail_link(name, address):
            form.add_error(None, _("The mail could not be sent. Try again later; nothing was made."))
        else:
            return render(request, "team/asked.html", {"address": address})
    return render(request, "team/begin.html", {"form": form, "asked": True}, status=422 if form.is_bound else 200)


def _mail_link(name: str, address: str) -> bool:
    link = settings.PUBLIC_URL + reverse("begin_asked", args=[actions.seal_request(name=name, email=address)])
    context = {"name": name, "link": link, "known": User.objects.filter(email=address).exists()}
    try:
        send_mail(_("Begin with Regiewijzer"), render_to_string("team/asked_mail.txt", context), None, [address])
    except OSError:
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def begin_asked(request: HttpRequest, sealed: str) -> HttpResponseBase:
    """Behind a mailed link: a name and a password make the authority that was asked for. GET only shows."""
    if not queries.visitors_may_begin():
        raise Http404
    try:
        name, address = actions.opened_request(sealed)
    except actions.InvitationGone:
        return render(request, "team/invitation_gone.html", status=410)
    if User.objects.filter(email=address).exists():
        return redirect("account_login")
    form = NewAccountForm(address, request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        position = actions.begin_own(name=name, person=typed["name"], email=address, password=typed["password"])
        get_adapter(request).login(request, position.user)
        return redirect("onboarding", position.authority.slug)
    context = {"form": form, "name": name, "address": address}
    return render(request, "team/begin_asked.html", context, status=422 if form.is_bound else 200)


def _on_own_machine(request: HttpRequest) -> bool:
    """Whether the program serves its own machine and the visitor sits at it: behind a proxy its address is public."""
    own = urlsplit(settings.PUBLIC_URL).hostname in LOOPBACK
    return bool(settings.EXAMPLE) and own and request.META.get("REMOTE_ADDR") in LOOPBACK


@require_POST
def example_enter(request: HttpRequest) -> HttpResponseBase:
    """Come in as somebody of the example authority. Does not exist outside the example."""
    if not settings.EXAMPLE:
        raise Http404
    pk = request.POST.get("position", "")
    position = get_object_or_404(queries.example_positions(), pk=pk if pk.isdecimal() else 0)
    get_adapter(request).login(request, position.user)
    return redirect("home_of", position.authority.slug)


@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """Another language, for a visitor in a cookie, for a person in their preferences."""
    chosen = request.POST.get("language", "")
    response = redirect("home")
    if chosen in LANGUAGES:
        if request.user.is_authenticated:
            User.objects.filter(pk=request.user.pk).update(language=chosen)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, samesite="Lax", secure=request.is_secure())
    return response


def preferences(request: HttpRequest) -> HttpResponseBase:
    """Name, language, light or dark."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    form = PreferencesForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("preferences")
    context = {
        "form": form,
        "sessions": queries.open_sessions(request.user),
        "this_session": request.session.session_key,
    }
    return render(request, "team/preferences.html", context, status=422 if form.errors else 200)


@require_POST
def session_end(request: HttpRequest) -> HttpResponseBase:
    """Log oneself out in another place; without a place, in all of them but this."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    here, mark = request.session.session_key, request.POST.get("session", "")
    actions.end_sessions_elsewhere(user=request.user, here=here, mark=mark)
    messages.success(request, _("Logged out there."))
    return redirect("preferences")


def invitation(request: HttpRequest, code: str) -> HttpResponseBase:
    """Accept an invitation: log in or open an account, then come in. GET only shows; mail scanners click links."""
    try:
        found = actions.find_invitation(code)
        if request.user.is_authenticated:
            return _accept(request, code, found)
        if User.objects.filter(email=found.email).exists():
            return redirect(f"{reverse('account_login')}?next={request.path}")
        return _open_account(request, code, found)
    except actions.InvitationGone:
        return render(request, "team/invitation_gone.html", status=410)
    except actions.InvitedAnother:
        return render(request, "team/invited_another.html", status=403)


def _accept(request: HttpRequest, code: str, found: Invitation) -> HttpResponseBase:
    assert isinstance(request.user, User)
    if found.email.lower() != request.user.email.lower():
        raise actions.InvitedAnother
    if request.method != "POST":
        return render(request, "team/invitation.html", {"invitation": found})
    try:
        actions.accept(code=code, user=request.user)
    except actions.LastAdministrator:
        messages.error(request, LAST_ADMINISTRATOR)
    return redirect("home_of", found.authority.slug)


def _open_account(request: HttpRequest, code: str, found: Invitation) -> HttpResponseBase:
    form = NewAccountForm(found.email, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            user = actions.open_account(
                code=code, name=form.cleaned_data["name"], password=form.cleaned_data["password"]
            )
            actions.accept(code=code, user=user)
        get_adapter(request).login(request, user)
        return redirect("home_of", found.authority.slug)
    context = {"form": form, "invitation": found}
    return render(request, "team/invitation.html", context, status=422 if form.errors else 200)


@needs(Right.MANAGE_PEOPLE)
def team(request: AuthorityRequest) -> HttpResponseBase:
    """Who works here, as what, and who was invited."""
    form = InvitationForm(request.POST or None, instance=Invitation(authority=request.authority))
    if request.method == "POST" and form.is_valid():
        made, code = actions.invite(
            authority=request.authority,
            email=form.cleaned_data["email"],
            role=form.cleaned_data["role"],
            actor=request.actor,
        )
        transaction.on_commit(lambda: _mail(request, made, code))  # a slow mail server holds nobody's trail
        return redirect("team", request.authority.slug)
    context = {
        "form": form,
        "team": queries.team_of(request.authority),
        "former": queries.former_team_of(request.authority),
        "invitations": queries.open_invitations(request.authority),
    }
    return render(request, "team/team.html", context, status=422 if form.errors else 200)


def _mail(request: AuthorityRequest, made: Invitation, code: str) -> None:
    """Send the link; when mail fails the administrator gets it on screen, once, to pass on."""
    link = settings.PUBLIC_URL + reverse("invitation", args=[code])
    context = {"invitation": made, "link": link, "inviter": request.user.name}
    subject = _("Invitation to Regiewijzer of %(authority)s") % {"authority": request.authority.name}
    if settings.EMAIL_BACKEND == TO_THE_LOG:
        told = _("There is no mail server, so no mail to %(email)s went out. Pass this link on yourself: %(link)s")
        messages.warning(request, told % {"email": made.email, "link": link})
        return
    try:
        send_mail(" ".join(subject.split()), render_to_string("team/invitation_mail.txt", context), None, [made.email])
    except OSError:
        messages.warning(
            request,
            _("The mail to %(email)s could not be sent. Pass this link on yourself: %(link)s")
            % {"email": made.email, "link": link},
        )
    else:
        messages.success(
            request, _("Invitation sent to %(email)s; it is valid for seven days.") % {"email": made.email}
        )


@require_POST
@needs(Right.MANAGE_PEOPLE)
def invitation_withdraw(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    found = get_object_or_404(Invitation, pk=pk, authority=request.authority, used_at=None)
    actions.withdraw(invitation=found, actor=request.actor)
    messages.success(request, _("Invitation withdrawn."))
    return redirect("team", request.authority.slug)


@needs(Right.MANAGE_PEOPLE)
def team_role(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Give a colleague another role."""
    position = _colleague(request, pk)
    form = RoleForm(request.POST or None, initial={"role": position.role})
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_role(position=position, role=form.cleaned_data["role"], actor=request.actor)
        except actions.LastAdministrator:
            form.add_error("role", LAST_ADMINISTRATOR)
        else:
            messages.success(request, _("Saved."))
            return redirect("team", request.authority.slug)
    context = {"form": form, "colleague": position}
    return render(request, "team/role.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.MANAGE_PEOPLE)
def team_end(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    position = _colleague(request, pk)
    try:
        actions.end_position(position=position, actor=request.actor)
    except actions.LastAdministrator:
        messages.error(request, LAST_ADMINISTRATOR)
    else:
        messages.success(request, _("%(name)s no longer works here.") % {"name": position.user.name})
    return redirect("team", request.authority.slug)


@needs(Right.MANAGE_PEOPLE)
def team_erase(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Say what goes and what stays; take a colleague away for good after a yes. Nobody erases themselves."""
    everybody = Position.objects.filter(authority=request.authority).select_related("user")
    position = get_object_or_404(everybody.exclude(pk=request.position.pk), pk=pk)
    if request.method != "POST":
        return render(request, "team/erase.html", {"colleague": position})
    try:
        actions.erase(position=position, actor=request.actor)
    except actions.LastAdministrator:
        messages.error(request, LAST_ADMINISTRATOR)
    else:
        messages.success(request, _("Erased. Only a code remains in the log."))
    return redirect("team", request.authority.slug)


def _colleague(request: AuthorityRequest, pk: int) -> Position:
    return get_object_or_404(queries.team_of(request.authority), pk=pk)


@needs(Right.MANAGE_AUTHORITY)
def settings_of_authority(request: AuthorityRequest) -> HttpResponseBase:
    """Name, colour and the authority's own limits for the rules."""
    form = AuthorityForm(request.POST or None, instance=request.authority)
    limits = LimitsForm(request.authority, request.POST or None)
    if request.method == "POST" and form.is_valid() and limits.is_valid():
        try:
            actions.change_authority(
                authority=form.save(commit=False),
                limits=limits.overrides(),
                actor=request.actor,
                seen_version=form.cleaned_data["seen_version"],
            )
        except actions.SettingsMoved:
            return _settings_moved(request, form, limits)
        messages.success(request, _("Saved. The findings are computed again with these limits."))
        return redirect("settings", request.authority.slug)
    return _settings_page(request, form, limits, status=422 if form.errors or limits.errors else 200)


def _settings_moved(request: AuthorityRequest, form: AuthorityForm, limits: LimitsForm) -> HttpResponseBase:
    """Both texts side by side, the form still holding mine."""
    stored = Authority.objects.get(pk=request.authority.pk)
    differ = conflicts(form, AuthorityForm(instance=stored)) + conflicts(limits, LimitsForm(stored))
    rebase(form, request.POST, stored.version)
    return _settings_page(request, form, limits, status=409, conflicts=differ, late=True)


def _settings_page(
    request: AuthorityRequest, form: AuthorityForm, limits: LimitsForm, *, status: int, **more: object
) -> HttpResponseBase:
    topics = [(topic_in_words(topic), fields) for topic, fields in limits.by_topic().items()]
    context = {"form": form, "limits": limits, "topics": topics, **more}
    return render(request, "team/settings.html", context, status=status)
