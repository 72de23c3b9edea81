"""What is a meeting called that nobody named?"""

from datetime import date

from django.utils.formats import date_format

LONGEST_NETWORK = 160


def name_of_meeting(network: str, day: date) -> str:
    """The network with the day, short enough for a name."""
    short = network if len(network) <= LONGEST_NETWORK else f"{network[: LONGEST_NETWORK - 1]}…"
    return f"{short}, {date_format(day, 'j F Y')}"
