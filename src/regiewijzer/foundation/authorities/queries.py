"""Reading an authority's own choices."""

import json
from functools import lru_cache

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.science.limits import Limits, from_overrides


def limits_of(authority: Authority) -> Limits:
    """The thresholds of the rules, with what this authority set otherwise."""
    return _limits(json.dumps(authority.limits, sort_keys=True))


@lru_cache(maxsize=512)
def _limits(overrides: str) -> Limits:
    """Asked for every row of a list, and always the same: checked once."""
    return from_overrides(json.loads(overrides))
