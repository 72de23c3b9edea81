"""Screens of the conversation: one question a page, the search for what exists, and one's own answers."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.views import address
from regiewijzer.science.choice import Gate
from regiewijzer.tools.choice import questions
from regiewijzer.tools.choice.actions import conversations as actions
from regiewijzer.tools.choice.forms import ProcessesForm, QuestionForm, SearchForm
from regiewijzer.tools.choice.models import Choice, Conversation
from regiewijzer.tools.choice.queries.choices import choice_of, own_conversation
from regiewijzer.tools.choice.queries.existing import Search, as_kept, search, sought

SAME_GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Asking:
    """Which question somebody is at: the choice, their conversation, and how far they are."""

    choice: Choice
    conversation: Conversation
    progress: questions.Progress

    @property
    def step(self) -> str:
        return self.progress.step


@needs(Right.SEE)
def choice_step(request: AuthorityRequest, pk: int, step: str) -> HttpResponseBase:
    """One question. Sending it keeps the answer and goes on; going back keeps everything."""
    if step not in questions.STEPS:
        raise Http404
    conversation = own_conversation(choice_of(pk), request.position)
    if conversation.done_at is not None:
        return redirect(address(request, "choice", pk))
    progress = questions.progress(conversation, step)
    if progress is None:
        return redirect(address(request, "choice_step", pk, questions.next_step(conversation)))
    asking = Asking(conversation.choice, conversation, progress)
    try:
        return _asked(request, asking)
    except actions.NoRoom:
        messages.error(request, _("Two people answer these questions already."))
        return redirect(address(request, "choice", pk))


def _asked(request: AuthorityRequest, asking: Asking) -> HttpResponseBase:
    if asking.step == questions.PROCESSES:
        return _processes(request, asking)
    if asking.step == Gate.EXISTING:
        return _existing(request, asking)
    return _question(request, asking)


def _processes(request: AuthorityRequest, asking: Asking) -> HttpResponseBase:
    form = ProcessesForm(asking.conversation, request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["processes"]
        actions.name_processes(conversation=asking.conversation, processes=chosen, actor=request.actor)
        return _onward(request, asking)
    context = {"asking": asking, "form": form, "tree": questions.tree()}
    return render(request, "choice/processes.html", context, status=422 if form.errors else 200)


def _question(request: AuthorityRequest, asking: Asking) -> HttpResponseBase:
    form = QuestionForm(asking.conversation, Gate(asking.step), request.POST or None)
    if request.method == "POST" and form.is_valid():
        _keep(request, asking, form)
        return _onward(request, asking)
    context = {"asking": asking, "form": form, "tree": questions.tree()}
    return render(request, "choice/question.html", context, status=422 if form.errors else 200)


def _existing(request: AuthorityRequest, asking: Asking) -> HttpResponseBase:
    """The networks that exist: searched while somebody types, or with a button; then the question."""
    if request.method == "POST":
        return _looked(request, asking)
    typed = request.GET.get("goal") if request.htmx else None  # type: ignore[attr-defined]
    found = _search(request, asking, typed, request.GET.get("partner", ""))
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "choice/_found.html", {"asking": asking, "search": found})
    return _search_page(request, asking, SearchForm(asking.conversation), found, _answer_form(asking))


def _looked(request: AuthorityRequest, asking: Asking) -> HttpResponseBase:
    """Keep what was typed, then do what the button says: search, leave a partner out, join a network, or answer."""
    conversation, sent = asking.conversation, request.POST
    form = SearchForm(conversation, sent)
    if form.is_valid():
        actions.word(conversation=conversation, goal=form.cleaned_data["goal"], actor=request.actor)
        if form.cleaned_data["partner"]:
            partner = get_object_or_404(Organisation, pk=form.cleaned_data["partner"])
            actions.name_partner(conversation=conversation, organisation=partner, actor=request.actor)
    if leave_out := _number(sent.get("leave_out", "")):
        actions.leave_out_partner(conversation=conversation, named=leave_out)
    if form.is_valid() and "join" in sent:
        return _join(request, asking, _number(sent["join"]))
    if form.is_valid() and sent.get("do") == "answer":
        return _answer_existing(request, asking)
    if not form.is_valid():
        found = _search(request, asking, sent.get("goal", ""), "")
        return _search_page(request, asking, form, found, _answer_form(asking), status=422)
    return redirect(f"{address(request, 'choice_step', asking.choice.pk, asking.step)}#found")


def _answer_existing(request: AuthorityRequest, asking: Asking) -> HttpResponseBase:
    found = _search(request, asking, None, "")
    form = QuestionForm(asking.conversation, Gate.EXISTING, request.POST)
    if not form.is_valid():
        return _search_page(request, asking, SearchForm(asking.conversation), found, form, status=422)
    actions.looked(conversation=asking.conversation, found=as_kept(found), actor=request.actor)
    _keep(request, asking, form)
    return _onward(request, asking)


def _join(request: AuthorityRequest, asking: Asking, network: int) -> HttpResponseBase:
    """Choose the network that is there: it has this goal, so the question is answered."""
    chosen = get_object_or_404(Network.objects.running(timezone.localdate()), pk=network)
    found = _search(request, asking, None, "")
    actions.looked(conversation=asking.conversation, found=as_kept(found), actor=request.actor)
    actions.answer(
        conversation=asking.conversation,
        step=Gate.EXISTING,
        given=SAME_GOAL,
        reason=request.POST.get("reason", "")[:2000],
        actor=request.actor,
        existing=chosen,
    )
    return _onward(request, asking)


def _keep(request: AuthorityRequest, asking: Asking, form: QuestionForm) -> None:
    given = form.cleaned_data["answer"]
    still_joins = asking.conversation.existing if given in (SAME_GOAL, "partners") else None
    actions.answer(
        conversation=asking.conversation,
        step=asking.step,
        given=given,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        existing=still_joins,
    )


def _onward(request: AuthorityRequest, asking: Asking) -> HttpResponseBase:
    """To the question after this one; after the last to one's own answers."""
    step = questions.following(asking.conversation, asking.step)
    if not step:
        return redirect(address(request, "choice_own", asking.choice.pk))
    return redirect(address(request, "choice_step", asking.choice.pk, step))


def _search(request: AuthorityRequest, asking: Asking, goal: str | None, partner: str) -> Search:
    also = Organisation.objects.current().filter(name=partner).values_list("pk", flat=True) if partner else ()
    wanted = sought(asking.conversation, goal=goal, also=tuple(also))
    return search(wanted, asking.choice, timezone.localdate(), limits_of(request.authority))


def _answer_form(asking: Asking) -> QuestionForm:
    return QuestionForm(asking.conversation, Gate.EXISTING)


def _search_page(
    request: AuthorityRequest, asking: Asking, form: SearchForm, found: Search, answer: QuestionForm, status: int = 200
) -> HttpResponseBase:
    named = list(asking.conversation.partners.select_related("organisation")) if asking.conversation.pk else []
    context = {
        "asking": asking,
        "search_form": form,
        "search": found,
        "form": answer,
        "named": named,
        "tree": questions.tree(),
    }
    return render(request, "choice/existing.html", context, status=status)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


@needs(Right.SEE)
def choice_own(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """One's own answers and what follows from them; sending it says that they are complete."""
    conversation = own_conversation(choice_of(pk), request.position)
    if step := questions.next_step(conversation):
        return redirect(address(request, "choice_step", pk, step))
    if request.method == "POST":
        actions.finish(conversation=conversation, actor=request.actor)
        messages.success(request, _("Your answers are kept."))
        return redirect(address(request, "choice", pk))
    context = {
        "choice": conversation.choice,
        "conversation": conversation,
        "advice": questions.shown_advice(conversation),
        "answers": questions.answered_steps(conversation),
        "tree": questions.tree(),
    }
    return render(request, "choice/own.html", context)


@require_POST
@needs(Right.SEE)
def choice_reopen(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take one's answers back to change them, while nobody else could read them."""
    conversation = own_conversation(choice_of(pk), request.position)
    others = conversation.choice.conversations.exclude(pk=conversation.pk)
    if conversation._state.adding or (others.exists() and not others.filter(done_at=None).exists()):
        messages.error(request, _("Your colleague has read your answers, so they stay as they are."))
        return redirect(address(request, "choice", pk))
    actions.reopen(conversation=conversation, actor=request.actor)
    return redirect(address(request, "choice_own", pk))
