"""Which cases are there: those of sources, own ones, and those that other authorities share?"""

from django.shortcuts import get_object_or_404

from regiewijzer.foundation.tenancy import current
from regiewijzer.library import catalogue
from regiewijzer.library.entries import PracticeCase
from regiewijzer.science import facts
from regiewijzer.tools.practice.models import Case, SharedCase


def cases_of_sources(theme: str = "") -> list[PracticeCase]:
    """Those the library names; only those on a theme when one is given."""
    return [case for case in catalogue.practice_cases() if not theme or theme in case.themes]


def own_cases(theme: str = "") -> list[Case]:
    """Own cases with the copy that others read, by title."""
    rows = Case.objects.select_related("network", "shared")
    return list(rows.filter(themes__contains=[theme]) if theme else rows)


def cases_for_rules() -> tuple[facts.OwnCase, ...]:
    """Own cases as the rules and the report for the board know them."""
    return tuple(facts.OwnCase(each.title, each.year, shared=is_shared(each)) for each in own_cases())


def own_case(pk: int) -> Case:
    """One of them, or 404."""
    return get_object_or_404(Case.objects.select_related("network", "decision", "shared", "made_by__user"), pk=pk)


def shared_by_others(theme: str = "") -> list[SharedCase]:
    """What other authorities here share, by title. Their own cases stay behind the wall."""
    rows = SharedCase.objects.exclude(authority=current())
    return list(rows.filter(themes__contains=[theme]) if theme else rows)


def is_shared(case: Case) -> bool:
    return hasattr(case, "shared")
