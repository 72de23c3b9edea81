"""Reading an authority's own choices."""

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.science.limits import Limits, from_overrides


def limits_of(authority: Authority) -> Limits:
    """The thresholds of the rules, with what this authority set otherwise."""
    return from_overrides(authority.limits)
