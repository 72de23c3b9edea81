"""What is made of a list, and what is asked about it, in the reader's language."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.exchange.lists.proposal import (
    Because,
    ColumnMeaning,
    Doubt,
    Ignored,
    Left,
    Problem,
    Proposal,
    Question,
)
from regiewijzer.register.exchange.lists.words import Meaning

MOST_NAMED = 5

MEANINGS: Mapping[Meaning, Any] = {
    Meaning.NAME: _("name of the network"),
    Meaning.GOAL: _("goal"),
    Meaning.LEAD: _("lead"),
    Meaning.PARTNERS: _("partners, several in a cell"),
    Meaning.PARTNER: _("partner, one in a row"),
    Meaning.ROLE: _("role of the partner"),
    Meaning.CONTACT: _("contact person"),
    Meaning.EMAIL: _("e-mail address"),
    Meaning.PHONE: _("telephone"),
    Meaning.SINCE: _("since when"),
    Meaning.FREQUENCY: _("how often it meets"),
    Meaning.ORIGIN: _("who wants it"),
    Meaning.THEME: _("theme"),
    Meaning.KBO: _("KBO number"),
    Meaning.NOTE: _("kept as a note"),
    Meaning.NUMBER: _("row number, left out"),
    Meaning.COUNT: _("count, left out"),
    Meaning.MARK: _("crosses"),
}

REASONS: Mapping[Because, Any] = {
    Because.HEADING: _("says so: “%(word)s”"),
    Because.SPELT_LIKE: _("looks like “%(word)s”"),
    Because.CONTENTS: _("what stands in it says so"),
    Because.MARKS: _("crosses stand below it"),
    Because.LABEL: _("says so: “%(word)s”"),
    Because.NOT_KNOWN: _("we do not know this heading"),
    Because.CHOSEN: _("you chose it"),
    Because.TWICE: _("another column says this already"),
    Because.HIDDEN: _("hidden in your file, so left out"),
    Because.PROGRAM: _("this is a file of %(word)s, where this heading says so"),
    Because.ONE_NETWORK: _("this is a file of %(word)s: one network, of which the name stands nowhere"),
}

QUESTIONS: Mapping[Doubt, Any] = {
    Doubt.SAME_ORGANISATION: _("Are these the same organisation: %(values)s?"),
    Doubt.LOOKS_ALIKE: _("%(values)s look alike. Are they two organisations?"),
    Doubt.TWICE_IN_ONE: _("%(where)s names %(values)s: one partner or two?"),
    Doubt.NO_LEAD: _("Who leads? No lead stands with: %(values)s."),
    Doubt.NO_PARTNERS: _("Who takes part? No partners stand with: %(values)s."),
    Doubt.LEAD_IS_PERSON: _("%(values)s is a person. For which organisation does this person lead %(where)s?"),
    Doubt.LEAD_WITH_PERSON: _("“%(values)s”: is the organisation the lead, and the person its contact?"),
    Doubt.LEAD_BESIDE_PARTNERS: _("The column “%(values)s” leaves out the lead. We count the lead as a partner too."),
    Doubt.KEPT_WHOLE: _("Is “%(values)s” one organisation? We did not split it."),
    Doubt.SINCE: _("Since when is “%(values)s”? With: %(where)s."),
    Doubt.FREQUENCY: _("How many times a year is “%(values)s”? With: %(where)s."),
    Doubt.ORIGIN: _("Who wants a network when it says “%(values)s”? With: %(where)s."),
    Doubt.SAME_AS_ABOVE: _("We read “idem” as the value of the row above it."),
    Doubt.HEADING: _("Is the heading %(values)s a slip of the pen?"),
    Doubt.HIDDEN: _("The column “%(values)s” is hidden. We left it out."),
    Doubt.CONTACTS: _("There is a list of contacts too: %(values)s. May they come with their organisations?"),
    Doubt.NUMBER_WITHOUT_ZERO: _("These KBO numbers have nine figures. We put the zero in front: %(where)s."),
    Doubt.WRONG_NUMBER: _("“%(values)s” is not right as a KBO number (%(where)s). We left it out."),
    Doubt.MARK: _("A question mark stands with %(values)s in %(where)s. We did not count it as a partner."),
    Doubt.ROLE: _("The role “%(values)s” counts as partner: %(where)s."),
    Doubt.LEGEND: _("Abbreviations are written in full as the sheet “%(values)s” says."),
    Doubt.NOT_IN_LEGEND: _("“%(values)s” does not stand in the list of abbreviations. Which organisation is it?"),
    Doubt.NETWORKS_ALIKE: _("%(values)s look alike. Are they two networks?"),
    Doubt.NETWORK_TWICE: _("%(values)s stands in the list twice. One network or two?"),
    Doubt.NOT_ACTIVE: _("“%(values)s”: these networks come in all the same: %(where)s."),
    Doubt.FORMULA: _("The column “%(values)s” holds formulas. We read what they show."),
    Doubt.ONE_NETWORK: _(
        "The file holds one network without its name. It is called “%(values)s” until you change that."
    ),
    Doubt.TOO_LONG: _("The name “%(values)s” is longer than 200 characters. We cut it there."),
}

READ_AS: Mapping[Doubt, Any] = {
    Doubt.SINCE: _("We read “%(words)s” as %(read)s. With: %(where)s."),
    Doubt.ORIGIN: _("We read “%(words)s” as an initiative of your own. With: %(where)s."),
    Doubt.HEADING: _("Is the heading “%(words)s” a slip of the pen for “%(read)s”?"),
    Doubt.NOT_ACTIVE: _("“%(words)s: %(read)s”: these networks come in all the same: %(where)s."),
}

LEFT: Mapping[Ignored, Any] = {
    Ignored.TITLE: _("Above the headings: %(text)s"),
    Ignored.TOTALS: _("A row that adds up the others: %(text)s"),
    Ignored.HEADINGS_AGAIN: _("The headings once more, in row %(text)s"),
    Ignored.GROUP_HEADINGS: _("Headings above the headings: %(text)s"),
    Ignored.NUMBER_COLUMN: _("The column with row numbers: %(text)s"),
    Ignored.COUNT_COLUMN: _("The column that counts: %(text)s"),
    Ignored.HIDDEN_COLUMN: _("The hidden column: %(text)s"),
    Ignored.INDEX_SHEET: _("The sheet that lists the other sheets: %(text)s"),
    Ignored.EMPTY_FORM: _("The empty form: %(text)s"),
    Ignored.LEGEND_SHEET: _("The sheet with abbreviations: %(text)s"),
    Ignored.CONTACT_TABLE: _("A list of contacts, not of networks: %(text)s"),
    Ignored.TIES: _("Ties between two partners, or between two networks: %(text)s. A list says who sits where."),
    Ignored.NOT_ACTIVE: _("Organisations that are not active any more: %(text)s"),
    Ignored.SHEET: _("Nothing about networks was found in: %(text)s"),
}

PROBLEMS: Mapping[Problem, Any] = {
    Problem.NOTHING_IN_IT: _("Nothing is filled in. Choose another file, or paste your list."),
    Problem.NO_HEADINGS: _(
        "We found no row with headings. Put one word above each column, such as Netwerk, Doel, Trekker and Partners."
    ),
    Problem.NO_NETWORKS: _(
        "We saw the headings %(headings)s, and none of them holds names of networks. Say which column does, or put "
        "“Netwerk” above it."
    ),
}


def meaning(column: ColumnMeaning) -> str:
    return str(MEANINGS[column.becomes])


def because(column: ColumnMeaning) -> str:
    return str(REASONS[column.because]) % {"word": column.word}


def question(asked: Question) -> str:
    """A doubt as one sentence."""
    if asked.kind in READ_AS and len(asked.values) > 1:
        words, read = asked.values
        return str(READ_AS[asked.kind]) % {"words": words, "read": read, "where": _listed(asked.where, quoted=False)}
    quoted = asked.kind in _QUOTED
    values = _listed(asked.values, quoted=quoted)
    return str(QUESTIONS[asked.kind]) % {"values": values, "where": _listed(asked.where, quoted=False)}


def left_out(left: Left) -> str:
    return str(LEFT[left.what]) % {"text": left.text}


def problem(proposal: Proposal) -> str:
    """Why a list cannot be brought in as it is, and what to do; empty when it can."""
    if proposal.problem is None:
        return ""
    headings = _listed([column.heading for column in proposal.columns], quoted=True)
    return str(PROBLEMS[proposal.problem]) % {"headings": headings}


def as_page(proposal: Proposal) -> str:
    """The whole proposal as text."""
    if found := problem(proposal):
        return found
    seats = sum(len(network.partners) for network in proposal.networks)
    lines = [
        *([gettext("This is a file of %(program)s.") % {"program": proposal.program}] if proposal.program else []),
        ngettext("%(count)s network", "%(count)s networks", len(proposal.networks)) % {"count": len(proposal.networks)}
        + ", "
        + gettext("%(organisations)s organisations, %(seats)s memberships")
        % {"organisations": len(proposal.organisations), "seats": seats},
        "",
        *(f"  {each.sheet} | {each.heading}: {meaning(each)} ({because(each)})" for each in proposal.columns),
    ]
    for title, found_lines in (
        (gettext("Questions"), [question(each) for each in proposal.questions]),
        (gettext("Left out"), [left_out(each) for each in proposal.left]),
    ):
        if found_lines:
            lines += ["", title, *(f"  {line}" for line in found_lines)]
    return "\n".join(lines)


_QUOTED = frozenset(
    {Doubt.SAME_ORGANISATION, Doubt.LOOKS_ALIKE, Doubt.TWICE_IN_ONE, Doubt.NETWORKS_ALIKE, Doubt.NETWORK_TWICE}
)


def _listed(values: Iterable[str], *, quoted: bool) -> str:
    values = list(values)
    shown = [f"“{value}”" if quoted else value for value in values[:MOST_NAMED]]
    if len(values) > MOST_NAMED:
        shown.append(gettext("%(count)s more") % {"count": len(values) - MOST_NAMED})
    return ", ".join(shown)
