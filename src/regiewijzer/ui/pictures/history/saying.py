"""What does the history say in words, and as a table?"""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.history.rows import History, HistoryEvent, kind_words
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.words import month_of, sentences

_MOST_SAID = 8


def description(history: History) -> str:
    span = gettext("From %(first)s to %(last)s.") % {"first": month_of(history.first), "last": month_of(history.last)}
    said = [f"{event.moment}: {event.words}" for event in history.events[-_MOST_SAID:]]
    return sentences((span, *said))


def twin(history: History) -> Table:
    head = (gettext("When"), gettext("What"), gettext("Kind"))
    rows = tuple((event.moment, event.words, _kind(event, history)) for event in history.events)
    return Table(gettext("Course of %(network)s") % {"network": history.network}, head, rows)


def _kind(event: HistoryEvent, history: History) -> str:
    planned = gettext("still to come") if event.on > history.today else ""
    return ", ".join(filter(None, (kind_words(event.kind), planned)))
