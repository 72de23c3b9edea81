"""What does the form grid say in words, and as a table?"""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.fit import Fit
from regiewijzer.ui.pictures.form_grid.rows import Cell, FormGrid, FormRow
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.words import enumeration, sentences


def description(grid: FormGrid) -> str:
    current = [form for form in grid.forms if form.current]
    advised = [form.name for form in grid.forms if form.advised]
    unmeasured = [condition.name for condition in grid.conditions if condition.position is None]
    said = [_current(form, grid) for form in current] or [
        gettext("Forms against conditions: %(forms)s.") % {"forms": enumeration([form.name for form in grid.forms])}
    ]
    if advised:
        said.append(gettext("Lightest form that fits: %(names)s.") % {"names": enumeration(advised)})
    if unmeasured:
        said.append(gettext("Not measured: %(names)s.") % {"names": enumeration(unmeasured)})
    return sentences(said)


def _current(form: FormRow, grid: FormGrid) -> str:
    short = [
        f"{condition.name}: {cell.words}"
        for condition, cell in zip(grid.conditions, form.cells, strict=True)
        if cell.fit is Fit.SHORT
    ]
    said = gettext("The form now is %(form)s: %(verdict)s.") % {"form": form.name, "verdict": form.verdict_words}
    return sentences((said, "; ".join(short)))


def twin(grid: FormGrid) -> Table:
    rows = tuple(
        (condition.name, condition.said, *(_cell(form.cells[nr]) for form in grid.forms))
        for nr, condition in enumerate(grid.conditions)
    )
    verdicts = (gettext("Together"), "", *(_together(form) for form in grid.forms))
    head = (gettext("Condition"), gettext("Measured"), *(form.name for form in grid.forms))
    return Table(gettext("Forms of governance against conditions"), head, (*rows, verdicts))


def _cell(cell: Cell) -> str:
    return ": ".join(filter(None, (cell.needed, cell.words)))


def _together(form: FormRow) -> str:
    return ", ".join(filter(None, (form.verdict_words, form.part)))
