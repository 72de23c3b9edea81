"""Screens of preparing a session: what it is about and what it asks."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.questionnaires.public import UnknownQuestionnaire
from regiewijzer.inquiry.workshops.actions import preparing as actions
from regiewijzer.inquiry.workshops.forms.preparing import FORMS, DraftsForm, SubjectForm, WorkshopForm
from regiewijzer.inquiry.workshops.models import Question, Status, Subject, SubjectKind, Workshop
from regiewijzer.inquiry.workshops.queries import sources
from regiewijzer.inquiry.workshops.queries import workshops as queries
from regiewijzer.inquiry.workshops.views.steps import in_step
from regiewijzer.inquiry.workshops.wording import KINDS
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import may_on_network
from regiewijzer.register.records.views import BUTTON, Link, ListPage, address, show_list
from regiewijzer.ui.listing import Cell, Column, Filter, Listing
from regiewijzer.ui.templatetags.regiewijzer import short_day


def _by_title(rows: QuerySet[Workshop], text: str) -> QuerySet[Workshop]:
    return rows.filter(title__icontains=text)


def _title(workshop: Workshop, request: AuthorityRequest) -> Cell:
    page = "workshop_account" if workshop.is_ended else "workshop"
    return Cell(workshop.title, url=address(request, page, workshop.pk))


LIST = ListPage(
    title=gettext_lazy("Workshops"),
    lead=gettext_lazy(
        "Ask a room full of partners, on their phones and without accounts. The outcome is a measurement of that day."
    ),
    links=(
        Link(gettext_lazy("How to run one"), "help_page", arguments=("help-workshops",)),
        Link(gettext_lazy("Prepare a workshop"), "workshop_add", BUTTON, right=Right.FACILITATE),
    ),
    empty_title=gettext_lazy("No workshops yet"),
    empty=gettext_lazy(
        "Prepare questions of your own, take over a questionnaire, or let the room place the partners of a network. "
        "Everybody joins with a code of six characters."
    ),
)
LISTING = Listing(
    columns=(
        Column("title", gettext_lazy("Workshop"), ("title",), _title, heads=True),
        Column(
            "day",
            gettext_lazy("Day"),
            ("held_on", "created_at"),
            lambda row, _request: short_day(row.held_on),
            descending_first=True,
        ),
        Column("state", gettext_lazy("State"), ("status",), lambda row, _request: row.get_status_display()),
        Column("questions", gettext_lazy("Questions"), show=lambda row, _request: row.asked, numeric=True),
        Column(
            "participants",
            gettext_lazy("Took part"),
            ("participants",),
            lambda row, _request: row.participants,
            numeric=True,
        ),
    ),
    sort="day",
    filters=(
        Filter(
            "state",
            gettext_lazy("State"),
            lambda: [("", _("all")), *Status.choices],
            lambda rows, value: rows.filter(status=value),
        ),
    ),
    search=_by_title,
)


@require_safe
@needs(Right.SEE)
def workshops(request: AuthorityRequest) -> HttpResponseBase:
    """Sessions that were held; for who leads them also those in preparation."""
    return show_list(request, LIST, queries.workshops_of(request.position), LISTING)


def workshop_add(request: AuthorityRequest) -> HttpResponseBase:
    """A new session; from a dossier it is about that network, from a questionnaire it asks its questions."""
    network = _network(request)
    own = network is not None and may_on_network(request.position, network, Right.FACILITATE)
    if not (own or request.position.may(Right.FACILITATE)):
        raise PermissionDenied
    form = WorkshopForm(request.POST or None, initial={"title": network.name if network else ""})
    if request.method == "POST" and form.is_valid():
        made = actions.prepare(workshop=form.save(commit=False), by=request.position)
        if network is not None:
            about = Subject(workshop=made, kind=SubjectKind.NETWORK, network=network, name=network.name)
            actions.add_subject(subject=about, actor=request.actor)
        return redirect(address(request, "workshop", made.pk))
    return _form(request, form, title=_("Prepare a workshop"), network=network)


def _network(request: AuthorityRequest) -> Network | None:
    asked = request.GET.get("network", "")
    known = asked.isascii() and asked.isdecimal() and len(asked) < len("10000000000")
    return Network.objects.filter(pk=int(asked)).first() if known else None


@require_safe
def workshop(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The session in preparation; one that is open or has ended leads on to its own page."""
    found = queries.led_workshop(request.position, pk)
    if not found.is_prepared:
        return redirect(address(request, "workshop_lead" if found.is_open else "workshop_account", pk))
    context = {
        "workshop": found,
        "subjects": queries.subjects_of(found),
        "questions": queries.questions_of(found),
        "kinds": KINDS,
    }
    return render(request, "workshops/prepare.html", context)


@in_step
def workshop_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Another title or day."""
    found = queries.prepared_workshop(request.position, pk)
    form = WorkshopForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change(workshop=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Saved."))
        return redirect(address(request, "workshop", pk))
    return _form(request, form, title=_("Title and day"), workshop=queries.led_workshop(request.position, pk))


@require_POST
@in_step
def workshop_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Throw away a session that was never opened."""
    actions.remove(workshop=queries.led_workshop(request.position, pk), actor=request.actor)
    messages.success(request, _("The workshop is thrown away."))
    return redirect(address(request, "workshops"))


@require_POST
def workshop_copy(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The same session once more, to run again."""
    found = queries.led_workshop(request.position, pk)
    made = actions.copy(workshop=found, title=found.title, by=request.position)
    messages.success(request, _("This is the copy: the same questions, and nobody's answers."))
    return redirect(address(request, "workshop", made.pk))


@needs(Right.FACILITATE)
@in_step
def workshop_subject_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The session is about one more thing."""
    found = queries.prepared_workshop(request.position, pk)
    form = SubjectForm(request.POST or None, instance=Subject(authority=request.authority, workshop=found))
    if request.method == "POST" and form.is_valid():
        actions.add_subject(subject=form.save(commit=False), actor=request.actor)
        return redirect(address(request, "workshop", pk))
    return _form(request, form, title=_("What is it about?"), workshop=found)


@require_POST
@needs(Right.FACILITATE)
@in_step
def workshop_subject_remove(request: AuthorityRequest, pk: int, subject: int) -> HttpResponseBase:
    found = queries.subject_of(queries.led_workshop(request.position, pk), subject)
    actions.remove_subject(subject=found, actor=request.actor)
    return redirect(address(request, "workshop", pk))


@in_step
def workshop_question_add(request: AuthorityRequest, pk: int, kind: str) -> HttpResponseBase:
    """One more question of this kind, at the end."""
    if kind not in FORMS:
        raise Http404
    found = queries.prepared_workshop(request.position, pk)
    form = FORMS[kind](request.POST or None, instance=Question(authority=request.authority, workshop=found, kind=kind))
    if request.method == "POST" and form.is_valid():
        actions.add_question(question=form.save(commit=False), actor=request.actor)
        return redirect(address(request, "workshop", pk))
    return _form(request, form, title=KINDS[kind][0], lead=KINDS[kind][1], workshop=found)


@in_step
def workshop_question_edit(request: AuthorityRequest, pk: int, question: int) -> HttpResponseBase:
    """Other words or options."""
    found = queries.question_of(queries.prepared_workshop(request.position, pk), question)
    form = FORMS[found.kind](request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change_question(question=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Saved."))
        return redirect(address(request, "workshop", pk))
    return _form(request, form, title=KINDS[found.kind][0], lead=KINDS[found.kind][1], workshop=found.workshop)


@require_POST
@in_step
def workshop_question_remove(request: AuthorityRequest, pk: int, question: int) -> HttpResponseBase:
    actions.remove_question(
        question=queries.question_of(queries.led_workshop(request.position, pk), question), actor=request.actor
    )
    return redirect(address(request, "workshop", pk))


@require_POST
@in_step
def workshop_question_copy(request: AuthorityRequest, pk: int, question: int) -> HttpResponseBase:
    actions.copy_question(
        question=queries.question_of(queries.led_workshop(request.position, pk), question), actor=request.actor
    )
    return redirect(address(request, "workshop", pk))


@require_POST
@in_step
def workshop_question_move(request: AuthorityRequest, pk: int, question: int) -> HttpResponseBase:
    """One place earlier, or later when the form says so."""
    found = queries.question_of(queries.led_workshop(request.position, pk), question)
    actions.move_question(question=found, down=request.POST.get("to") == "later", actor=request.actor)
    return redirect(address(request, "workshop", pk))


@in_step
def workshop_questionnaire(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take over questions of a questionnaire: first which one, then which of its questions."""
    found = queries.prepared_workshop(request.position, pk)
    key = request.GET.get("key", "")
    context = {"workshop": found, "offered": sources.offered(), "form": None}
    if not key:
        return render(request, "workshops/questionnaire.html", context)
    try:
        definition = sources.chosen(key)
    except UnknownQuestionnaire as unknown:
        raise Http404(str(unknown)) from unknown
    form = DraftsForm(sources.questions_from(definition), request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = actions.add_drafts(workshop=found, drafts=form.chosen(), actor=request.actor)
        messages.success(request, _("Questions added: %(number)s.") % {"number": added})
        return redirect(address(request, "workshop", pk))
    status = 422 if form.errors else 200
    return render(
        request, "workshops/questionnaire.html", context | {"form": form, "definition": definition}, status=status
    )


def _form(request: AuthorityRequest, form: object, **context: object) -> HttpResponseBase:
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, "workshops/form.html", {"form": form, "workshop": None} | context, status=status)
