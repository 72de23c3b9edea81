"""A form that is advised, as plain values or in sentences."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from regiewijzer.library import catalogue
from regiewijzer.library.figures import number
from regiewijzer.science.facts import Form
from regiewijzer.science.governance import Check, Conditions, Verdict, advise, as_shown, checks, shortages, verdict
from regiewijzer.ui.wording import name_of, text_of

DECIMALS = 4


def advice_as_object(conditions: Conditions) -> dict[str, Any]:
    """The advised form (None when none fits) and, per form, whether it fits (None: not known) and what is short."""
    return {"advised": advise(conditions).form, "forms": {form.value: _judged(form, conditions) for form in Form}}


def advice_as_page(conditions: Conditions) -> str:
    """The same for people, on the scale of 1 to 5 on which they score."""
    advised = advise(conditions).form
    if advised is None:
        advice = gettext("No form is known to fit. Is a network the answer here?")
    else:
        advice = gettext("Advised: %(form)s.") % {"form": catalogue.word(advised, "forms").text}
    return "\n".join([advice, *(line for form in Form for line in _form_lines(form, conditions))])


def _judged(form: Form, conditions: Conditions) -> dict[str, Any]:
    found = verdict(form, conditions)
    fits = None if found is Verdict.UNKNOWN else found in (Verdict.FITS, Verdict.NARROW)
    return {"fits": fits, "shortages": [_shortage(check) for check in shortages(form, conditions)]}


def _shortage(check: Check) -> dict[str, Any]:
    numbers = {"measured": check.measured, "limit": check.limit, "by": check.gap}
    rounded = {name: None if number is None else round(number, DECIMALS) for name, number in numbers.items()}
    return {"condition": check.condition.value, **rounded}


def _form_lines(form: Form, conditions: Conditions) -> Iterable[str]:
    name = name_of(form, "forms")
    yield f"  - {name}: {catalogue.word(verdict(form, conditions), 'verdicts').text}"
    for check in checks(form, conditions):
        if check.verdict is Verdict.SHORT and check.measured is not None:
            bound = text_of(check.bound, "bounds")
            measured, limit = (number(as_shown(check.condition, each)) for each in (check.measured, check.limit))
            condition = name_of(check.condition, "form_conditions")
            yield f"      {condition}: {measured} ({bound} {limit})"
