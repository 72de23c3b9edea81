"""What stands in the dossier of a network, on its page and on paper, and in which part of its page?"""

from regiewijzer.overview.dossier.sections.parts import PARAMETER, ShownPart, Summary, in_a_line, parts_of, summary_of
from regiewijzer.overview.dossier.sections.records import (
    SAID_ELSEWHERE,
    facts,
    of_the_past,
    partners,
    partners_for_guests,
    seats_of_organisation,
    seats_of_person,
)

__all__ = [
    "PARAMETER",
    "SAID_ELSEWHERE",
    "ShownPart",
    "Summary",
    "facts",
    "in_a_line",
    "of_the_past",
    "partners",
    "partners_for_guests",
    "parts_of",
    "seats_of_organisation",
    "seats_of_person",
    "summary_of",
]
