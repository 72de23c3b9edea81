"""What the overview may use of the form tool."""

from collections.abc import Mapping
from functools import partial

from regiewijzer.register.measurements.actions import Importer, MeasurementFields, import_measurement
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import Membership
from regiewijzer.tools.governance.actions.reading import read
from regiewijzer.tools.governance.models import CONDITIONS, Measurement, Reading
from regiewijzer.tools.governance.queries.conditions import ShownChange, changes_in_words
from regiewijzer.tools.governance.queries.course import course_of
from regiewijzer.tools.governance.queries.grid import ShownForm, fit_in_words, form_name, limit_in_words, shown_form
from regiewijzer.tools.governance.queries.measurements import measurements
from regiewijzer.tools.governance.queries.networks import Counted, counted_forms
from regiewijzer.tools.governance.queries.readings import ShownReading, shown_reading
from regiewijzer.tools.governance.queries.sheets import MEASUREMENTS, MeasurementTable

__all__ = [
    "CONDITIONS",
    "IMPORTS",
    "MEASUREMENTS",
    "Counted",
    "Measurement",
    "MeasurementTable",
    "Reading",
    "ShownChange",
    "ShownForm",
    "ShownReading",
    "changes_in_words",
    "counted_forms",
    "course_of",
    "fit_in_words",
    "form_name",
    "limit_in_words",
    "measurements",
    "read",
    "shown_form",
    "shown_reading",
]


def _participants(inquiry: CompletedInquiry) -> dict[str, int]:
    """The partners of that day."""
    return {"participants": Membership.objects.sitting(inquiry.day).filter(network=inquiry.network).count()}


IMPORTS: Mapping[str, Importer] = {
    "governance-conditions": partial(
        import_measurement,
        fields=MeasurementFields(Measurement, {name: name for name in CONDITIONS}, more=_participants),
    )
}
