"""Tables of surveys. Those with sealed answers stand apart in `sealed`, because one module may read them."""

from regiewijzer.foundation.post import Delivery
from regiewijzer.inquiry.surveys.models import sealed
from regiewijzer.inquiry.surveys.models.surveys import Invitee, State, Survey

__all__ = ["Delivery", "Invitee", "State", "Survey", "sealed"]
