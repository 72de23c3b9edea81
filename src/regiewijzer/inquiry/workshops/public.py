"""What tools and the overview may use of workshops.

`gathered_in_workshops` gives what rooms answered to questionnaires, in the shape of `Gathered`, so that the overview
can hand it to the tool that asked. `end_overdue` ends sessions that were forgotten.
"""

from regiewijzer.inquiry.workshops.actions.ending import end_overdue
from regiewijzer.inquiry.workshops.queries.gathered import gathered_in_workshops

__all__ = ["end_overdue", "gathered_in_workshops"]
