"""What is a meeting called that nobody named?"""

from datetime import date

from regiewijzer.ui.wording import clipped
from regiewijzer.ui.wording import day as in_words

LONGEST_NETWORK = 160


def name_of_meeting(network: str, day: date) -> str:
    """The network with the day, short enough for a name."""
    return f"{clipped(network, LONGEST_NETWORK)}, {in_words(day)}"
