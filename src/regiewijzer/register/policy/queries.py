"""Reading policy codes: as choices, and in words."""

from collections.abc import Sequence

from regiewijzer.register.policy.models import PolicyCode


def policy_choices() -> list[tuple[str, str]]:
    """Every code of the list with its text, by code."""
    return [(each.code, str(each)) for each in PolicyCode.objects.all()]


def policy_names(codes: Sequence[str]) -> list[str]:
    """Codes with their texts; one that left the list as it is."""
    known = {each.code: str(each) for each in PolicyCode.objects.filter(code__in=codes)} if codes else {}
    return [known.get(code, code) for code in codes]
