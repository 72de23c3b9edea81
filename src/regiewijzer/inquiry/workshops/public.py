"""What tools and the overview may use of workshops.

`completed_workshops` gives what rooms answered to questionnaires, so that the overview can hand it to the tool that
asked. `end_overdue` ends sessions that were forgotten.
"""

from regiewijzer.inquiry.workshops.actions.ending import end_overdue
from regiewijzer.inquiry.workshops.queries.completed import completed_workshops

__all__ = ["completed_workshops", "end_overdue"]
