"""What the overview may use of the form tool."""

from regiewijzer.tools.governance.actions.adopting import ADOPTS, adopt
from regiewijzer.tools.governance.actions.measuring import measure
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
    "ADOPTS",
    "CONDITIONS",
    "MEASUREMENTS",
    "Counted",
    "Measurement",
    "MeasurementTable",
    "Reading",
    "ShownChange",
    "ShownForm",
    "ShownReading",
    "adopt",
    "changes_in_words",
    "counted_forms",
    "course_of",
    "fit_in_words",
    "form_name",
    "limit_in_words",
    "measure",
    "measurements",
    "read",
    "shown_form",
    "shown_reading",
]
