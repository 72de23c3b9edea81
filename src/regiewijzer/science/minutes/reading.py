"""Reading minutes that somebody pasted or kept as a file."""

from regiewijzer.science.minutes.heading import LONGEST_HEAD, meeting_day, network_name
from regiewijzer.science.minutes.lines import lines_of
from regiewijzer.science.minutes.marks import marked_actions, marked_decisions
from regiewijzer.science.minutes.people import read_people
from regiewijzer.science.minutes.shapes import ReadMinutes


def read_minutes(text: str) -> ReadMinutes:
    """What minutes say, by fixed rules: what is not marked is not an action.

    Days without a year are the first such day after the meeting; a day is None when the words name none.
    """
    lines = lines_of(text)
    people = read_people(lines, 2 * LONGEST_HEAD)
    day = meeting_day(lines)
    return ReadMinutes(
        date=day,
        network=network_name(lines),
        present=tuple(people.present),
        excused=tuple(people.excused),
        actions=tuple(marked_actions(lines, people, day)),
        decisions=tuple(marked_decisions(lines)),
    )
