"""How did one network get here? Events, decisions, measurements and losses on a line of time, and what is to come."""

from dataclasses import replace

from django.utils.translation import gettext

from regiewijzer.ui.pictures.history.line_drawing import draw_line
from regiewijzer.ui.pictures.history.list_drawing import draw_list
from regiewijzer.ui.pictures.history.rows import Happening, History, HistoryEvent
from regiewijzer.ui.pictures.history.saying import description, twin
from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice

__all__ = ["Happening", "History", "HistoryEvent", "history_picture"]


@drawn_once
def history_picture(history: History, *, picture_id: str) -> Picture | None:
    """The course of a network from early to late; None when nothing happened and nothing is planned."""
    if not history.events:
        return None
    history = replace(history, events=tuple(sorted(history.events, key=lambda event: event.on)))
    return drawn_twice(
        picture_id,
        title=gettext("Course of %(network)s") % {"network": history.network},
        description=description(history),
        wide=draw_line(history),
        narrow=draw_list(history),
        twin=twin(history),
    )
