"""One workbook with forty mistakes, each on its own cell, between rows that are right."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from regiewijzer.register.exchange.sheets.mistakes import Fault
from tests.hostile.workbooks import Formula, table, workbook

Planted = dict[str, Fault]
TOMORROW = timezone.localdate() + timedelta(days=1)
KBO, OTHER_KBO = "0207.437.468", "0212.237.186"

PLANTED: Planted = {
    # Opgaven: a heading is missing
    "Opgaven!A1": Fault.HEADING_MISSING,
    "Opgaven!B3": Fault.NO_SUCH_DAY,
    # Partners
    "Partners!B4": Fault.WRONG_NUMBER,
    "Partners!B5": Fault.TWICE,
    "Partners!A6": Fault.TOO_LONG,
    "Partners!A7": Fault.MISSING,
    "Partners!C8": Fault.NOT_A_CHOICE,
    "Partners!D9": Fault.NOT_A_CHOICE,
    "Partners!E10": Fault.NOT_YES_OR_NO,
    "Partners!F11": Fault.NOT_A_WEB_ADDRESS,
    "Partners!G12": Fault.YET_TO_COME,
    "Partners!A13": Fault.FORMULA,
    "Partners!H14": Fault.TOO_LONG,
    "Partners!A15": Fault.NOT_TEXT,
    # Mensen
    "Mensen!B3": Fault.UNKNOWN,
    "Mensen!C4": Fault.NOT_AN_EMAIL,
    "Mensen!D5": Fault.OUT_OF_RANGE,
    "Mensen!A6": Fault.TWICE,
    # Netwerken
    "Netwerken!B3": Fault.NO_SUCH_DAY,
    "Netwerken!C4": Fault.END_BEFORE_START,
    "Netwerken!D5": Fault.NOT_WHOLE,
    "Netwerken!E6": Fault.FORMULA,
    "Netwerken!F7": Fault.LEAD_MISSING,
    "Netwerken!A8": Fault.TWICE,
    "Netwerken!G9": Fault.UNKNOWN,
    "Netwerken!H10": Fault.TOO_MANY,
    "Netwerken!B11": Fault.NOT_A_DAY,
    # Leden
    "Leden!A3": Fault.UNKNOWN,
    "Leden!B4": Fault.UNKNOWN,
    "Leden!B5": Fault.TWICE,
    "Leden!D6": Fault.END_BEFORE_START,
    "Leden!B8": Fault.AMBIGUOUS,
    # Instrumenten
    "Instrumenten!B3": Fault.SHARES,
    "Instrumenten!B4": Fault.NOT_WHOLE,
    "Instrumenten!C5": Fault.OUT_OF_RANGE,
    # Verbanden: the sheet is empty
    "Verbanden!A1": Fault.SHEET_EMPTY,
    # Besluiten
    "Besluiten!C3": Fault.REASON_MISSING,
    # Metingen
    "Metingen!C3": Fault.OUT_OF_RANGE,
    "Metingen!C4": Fault.NOT_A_NUMBER,
    "Metingen!F5": Fault.MORE_THAN_ASKED,
}


def planted_workbook() -> bytes:
    """The workbook. Row 2 of every sheet is right."""
    return workbook(
        {
            "Opgaven": [["Eigen kolom", "Tegen wanneer"], ["Kansarmoede", date(2027, 1, 1)], ["Files", "31/04/2027"]],
            "Partners": _partners(),
            "Mensen": _persons(),
            "Netwerken": _networks(),
            "Leden": _members(),
            "Instrumenten": [
                ["Naam", "Communicatief", "Markt", "Juridisch"],
                ["Goed", 50, 0, 50],
                ["Samen 90", 60, 0, 30],
                ["Letters", "zestig", 0, 40],
                ["Te veel", 0, 250, 0],
            ],
            "Verbanden": [],
            "Besluiten": [["Besluit", "Antwoord", "Reden"], ["Doen", "doen", ""], ["Laten", "aanvaarden", ""]],
            "Metingen": [
                ["Netwerk", "Gemeten op", "Vertrouwen", "Aantal partners", "Gevraagd", "Antwoorden"],
                ["Goed", date(2026, 1, 1), 3.5, 9, 10, 8],
                ["Goed", date(2026, 2, 1), 7, 9, 10, 8],
                ["Goed", date(2026, 3, 1), "veel", 9, 10, 8],
                ["Goed", date(2026, 4, 1), 3, 9, 10, 12],
            ],
        }
    )


def _partners() -> list[list[Any]]:
    headings = ["Naam", "KBO-nummer", "Soort", "Domeinen", "Spreekt voor gebruikers", "Website", "Stand op", "Gemeente"]
    return [
        headings,
        ["Aalst", KBO, "Gemeente", "Zorg", "nee", "https://www.aalst.be", date(2026, 1, 1), "Aalst"],
        ["Aalst", OTHER_KBO, "OCMW"],
        ["Verkeerd nummer", "0207.437.469"],
        ["Nog eens", KBO],
        ["x" * 10_000],
        ["", "0206.561.993"],
        ["Soort", "", "Ruimteschip"],
        ["Domein", "", "", "Zorg; Toveren"],
        ["Ja en nee", "", "", "", "misschien"],
        ["Web", "", "", "", "", "www zonder begin"],
        ["Morgen", "", "", "", "", "", TOMORROW],
        [Formula("=A2")],
        ["Lang", "", "", "", "", "", "", "g" * 101],
        [date(2026, 5, 1)],
    ]


def _persons() -> list[list[Any]]:
    return table(
        "persons",
        [
            {"name": "An", "organisation": KBO, "email": "an@voorbeeld.be", "experience_years": 3},
            {"name": "Bo", "organisation": "Bestaat niet"},
            {"name": "Co", "organisation": KBO, "email": "geen adres"},
            {"name": "Do", "organisation": KBO, "experience_years": 300},
            {"name": "An", "organisation": KBO},
        ],
    )  # type: ignore[return-value]


def _networks() -> list[list[Any]]:
    headings = ["Naam", "Start", "Einde", "Uren per jaar", "Nota", "Geleid door", "Opgave", "Doelgroepen", "Vorm"]
    return [
        headings,
        ["Goed", date(2024, 1, 1), "", 12],
        ["Dertigste", "31/02/2024"],
        ["Achterstevoren", date(2024, 1, 1), date(2023, 1, 1)],
        ["Tekst in getal", "", "", "twaalf"],
        ["Rekenen", "", "", "", Formula("=SUM(D2:D3)")],
        ["Zonder leider", "", "", "", "", "", "", "", "Leiderorganisatie"],
        ["goed"],
        ["Onbekende opgave", "", "", "", "", "", "Bestaat niet"],
        ["Veel groepen", "", "", "", "", "", "", ";".join(f"groep {number}" for number in range(13))],
        ["Vaag begin", "vorig jaar"],
    ]


def _members() -> list[list[Any]]:
    return [
        ["Netwerk", "Partner", "Lid sinds", "Lid tot"],
        ["Goed", KBO],
        ["Bestaat niet", KBO],
        ["Goed", "Niemand"],
        ["Goed", KBO],
        ["Goed", OTHER_KBO, date(2024, 1, 1), date(2023, 1, 1)],
        ["Dertigste", KBO],  # right, but its network is not
        ["Goed", "Aalst"],
    ]
