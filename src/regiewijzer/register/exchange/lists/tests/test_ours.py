"""What comes in when a list is answered."""

from datetime import date

from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.ours import key_of, our_sheets
from regiewijzer.register.exchange.lists.proposal import Answer, Doubt
from regiewijzer.register.exchange.lists.reading import propose

TWICE = RawSheet(
    "lijst",
    "lijst",
    (
        (1, ("Netwerk", "Partners")),
        (2, ("Buurttafel", "OCMW Zand; CAW Zand")),
        (3, ("Woonoverleg", "OCMW Zand; Woonmaatschappij Zand")),
        (4, ("Buurttafel", "Bibliotheek Zand")),
    ),
)


def test_another_answer_to_the_same_list_gives_what_it_would_have_given_first() -> None:
    proposal = propose([TWICE], today=date(2026, 11, 30))
    asked = next(each for each in proposal.questions if each.kind is Doubt.NETWORK_TWICE)
    one, two = {key_of(asked): Answer.SAME}, {key_of(asked): Answer.OTHER}
    apart = our_sheets(propose([TWICE], today=date(2026, 11, 30)), two)

    together = our_sheets(proposal, one)

    assert our_sheets(proposal, two) == apart
    assert our_sheets(proposal, one) == together
    assert together != apart
