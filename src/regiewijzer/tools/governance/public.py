"""What the overview may use of the form tool."""

from regiewijzer.tools.governance.actions.adopting import ADOPTS, adopt
from regiewijzer.tools.governance.actions.measuring import measure
from regiewijzer.tools.governance.actions.reading import read
from regiewijzer.tools.governance.models import CONDITIONS, Measurement, Reading
from regiewijzer.tools.governance.queries.course import course_of
from regiewijzer.tools.governance.queries.grid import ShownForm, form_name, shown_form
from regiewijzer.tools.governance.queries.measurements import measurements
from regiewijzer.tools.governance.queries.networks import Counted, counted_forms
from regiewijzer.tools.governance.queries.sheets import MEASUREMENTS, MeasurementTable
from regiewijzer.tools.governance.sections import reading_of, section_of

__all__ = [
    "ADOPTS",
    "CONDITIONS",
    "MEASUREMENTS",
    "Counted",
    "Measurement",
    "MeasurementTable",
    "Reading",
    "ShownForm",
    "adopt",
    "counted_forms",
    "course_of",
    "form_name",
    "measure",
    "measurements",
    "read",
    "reading_of",
    "section_of",
    "shown_form",
]
