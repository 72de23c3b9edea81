"""The course of one network: start, goals, forms, partners that came and went, measurements, decisions."""

from datetime import date

from django.utils.translation import gettext

from regiewijzer.library.figures import number
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Membership, Network
from regiewijzer.science.facts import Form, FormMeasurement
from regiewijzer.science.governance import to_scale
from regiewijzer.tools.governance.public import form_name
from regiewijzer.ui.pictures.history import Happening, History, HistoryEvent, history_picture
from regiewijzer.ui.pictures.picture import Picture

MOST_EVENTS = 14


def history_picture_of(
    network: Network,
    *,
    goals: list[GoalVersion],
    forms: list[FormPeriod],
    left: list[Membership],
    measurements: tuple[FormMeasurement, ...],
    decisions: list[Decision],
    today: date,
    picture_id: str = "course",
) -> Picture | None:
    """The latest events on a line; None when nothing is known."""
    events = [
        *_starts(network),
        *(
            HistoryEvent(
                goal.valid_from, Happening.EVENT, gettext("Goal, version %(number)s") % {"number": goal.number}
            )
            for goal in goals
            if goal.number > 1
        ),
        *(
            HistoryEvent(period.started, Happening.EVENT, form_name(Form(period.form)))
            for period in forms
            if period.started and period.started != network.started
        ),
        *(
            HistoryEvent(gone.ended, Happening.LOSS, gettext("%(name)s leaves") % {"name": gone.organisation.name})
            for gone in left
            if gone.ended
        ),
        *(_measured(measurement) for measurement in measurements),
        *(
            HistoryEvent(decision.decided_on, Happening.DECISION, decision.name or str(decision.get_answer_display()))
            for decision in decisions
        ),
        *(
            HistoryEvent(decision.review_on, Happening.DECISION, gettext("Look again"))
            for decision in decisions
            if decision.review_on and decision.review_on > today
        ),
    ]
    if not events:
        return None
    latest = sorted(events, key=lambda event: event.on)[-MOST_EVENTS:]
    return history_picture(History(network.name, today, tuple(latest), network.started), picture_id=picture_id)


def _starts(network: Network) -> list[HistoryEvent]:
    found = [HistoryEvent(network.started, Happening.EVENT, gettext("Start"))] if network.started else []
    return [*found, HistoryEvent(network.ended, Happening.EVENT, gettext("End"))] if network.ended else found


def _measured(measurement: FormMeasurement) -> HistoryEvent:
    if measurement.trust is None:
        return HistoryEvent(measurement.measured_on, Happening.MEASUREMENT, gettext("Measured"))
    words = gettext("Measured: trust %(score)s") % {"score": number(to_scale(measurement.trust))}
    return HistoryEvent(measurement.measured_on, Happening.MEASUREMENT, words)
