"""Reading a decision tree: every answer leads somewhere, every place is reached, and nothing goes round."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.definitions.coherence import check_sources
from regiewijzer.inquiry.questionnaires.definitions.questions import named
from regiewijzer.inquiry.questionnaires.definitions.values import (
    DecisionTree,
    ManyChoice,
    TreeAnswer,
    TreeOutcome,
    TreeQuestion,
)
from regiewijzer.library import catalogue as library
from regiewijzer.library.located import Entry


def read_tree(entry: Entry, heading: dict[str, Any]) -> DecisionTree | None:
    """The tree under a heading that was read; None when the file holds a mistake."""
    sources = frozenset(source.key for source in library.sources()) | frozenset(heading["references"])
    check_sources(entry, heading["sources"], sources, "sources")
    questions = {at.name: (at, _question(at, sources)) for at in entry.entries("nodes", required=True)}
    outcomes = {at.name: (at, _outcome(at, sources)) for at in entry.entries("outcomes", required=True)}
    _check_ids(entry)
    start, beside = entry.word("start"), _beside(entry, sources)
    entry.nothing_else()
    _check_ways(entry, start, questions, outcomes)
    if entry.mistakes.found:
        return None
    return DecisionTree(
        **heading,
        start=start,
        questions={name: question for name, (_at, question) in questions.items()},
        outcomes={name: outcome for name, (_at, outcome) in outcomes.items()},
        core_processes=beside,
    )


def _check_ids(document: Entry) -> None:
    places = [each for field in ("nodes", "outcomes") for each in document.entries(field)]
    times = Counter(place.name for place in places)
    for place in places:
        if times[place.name] > 1:
            values = {"name": place.name, "times": times[place.name]}
            place.note(_("the id “%(name)s” is there %(times)s times.") % values, "id")


def _question(entry: Entry, sources: frozenset[str]) -> TreeQuestion:
    answers = tuple(each.value(TreeAnswer, id=named(each)) for each in entry.entries("answers", required=True))
    read = entry.value(TreeQuestion, id=named(entry), answers=answers)
    check_sources(entry, read.sources, sources)
    return read


def _outcome(entry: Entry, sources: frozenset[str]) -> TreeOutcome:
    read = entry.value(TreeOutcome, id=named(entry))
    check_sources(entry, read.sources, sources)
    return read


def _beside(document: Entry, sources: frozenset[str]) -> ManyChoice | None:
    entry = document.entry("core_processes")
    if entry is None:
        return None
    options = {}
    for option in entry.entries("options", required=True):
        options[named(option)] = option.text("text")
        option.nothing_else()
    read = entry.value(ManyChoice, options=options)
    check_sources(entry, read.sources, sources)
    return read


@dataclass(slots=True)
class _Walk:
    """Following every answer from the start, noting what leads nowhere or goes round."""

    questions: Mapping[str, tuple[Entry, TreeQuestion]]
    outcomes: Mapping[str, tuple[Entry, TreeOutcome]]
    reached: set[str] = field(default_factory=set)

    def follow(self, name: str, way: tuple[str, ...] = ()) -> None:
        if name in way:
            round_ = " > ".join([*way[way.index(name) :], name])
            self.questions[name][0].note(_("the answers go round: %(way)s.") % {"way": round_}, "answers")
        elif name not in self.reached:
            self.reached.add(name)
            if name in self.questions:
                self._answers(name, way)

    def _answers(self, name: str, way: tuple[str, ...]) -> None:
        entry, question = self.questions[name]
        places = [*self.questions, *self.outcomes]
        for answer in question.answers:
            if answer.leads_to in places:
                self.follow(answer.leads_to, (*way, name))
            else:
                entry.note(f"goto: {entry.mistakes.unknown(answer.leads_to, places)}", "answers")


def _check_ways(
    document: Entry,
    start: str,
    questions: Mapping[str, tuple[Entry, TreeQuestion]],
    outcomes: Mapping[str, tuple[Entry, TreeOutcome]],
) -> None:
    """Every answer leads somewhere, and every place is reached."""
    if start not in questions:
        document.check("start", [start], questions)
        return
    walk = _Walk(questions, outcomes)
    walk.follow(start)
    for name, (entry, _read) in [*questions.items(), *outcomes.items()]:
        if name not in walk.reached:
            entry.note(_("no answer leads to “%(name)s”.") % {"name": name}, "id")
