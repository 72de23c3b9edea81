"""Lists as people keep them, each with the register a careful reader makes of it. All names are invented."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.files.raw import RawSheet

KEYS = ("name", "goal", "lead", "contact", "since", "meetings_per_year", "origin", "theme", "partners")
Rows = Sequence[Sequence[Raw]]


@dataclass(frozen=True, slots=True)
class Listed:
    """One list. `networks` are dicts with the keys above; `same` are groups of spellings, `different` pairs."""

    sheets: tuple[RawSheet, ...]
    networks: tuple[dict[str, Any], ...]
    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    persons: tuple[tuple[str, str, str], ...] = ()  # network, organisation, name
    most_questions: int = 0
    rest: dict[str, dict[str, str]] = field(default_factory=dict)


def sheet(title: str, rows: Rows, **more: Any) -> RawSheet:
    return RawSheet(title, title, tuple((n, tuple(r)) for n, r in enumerate(rows, start=1) if r), **more)


def network(*values: Any) -> dict[str, Any]:
    return dict(zip(KEYS, values, strict=True))


OWN_HEADINGS = Listed(
    sheets=(
        sheet(
            "Blad1",
            [
                ("Overzicht van onze netwerken",),
                (),
                ("", "Wat en waarom", "", "Wie", ""),
                ("Nr", "Naam overleg", "Doelstelling", "Trekker", "Wie zit erin?", "Sinds", "4x/jaar?", "Nota"),
                (1, "Jeugdoverleg", "Jongeren horen", "JH De Kelder", "OCMW Zandbeke, Jeugdhuis De Kelder en VDAB",
                 "sept 2021", "1x per maand", "loopt"),
                (2, "Woontafel", "Betaalbaar wonen", "?", "O.C.M.W. Zandbeke; SHM Thuis (Els Bral)\nZandbeke Wonen",
                 2019, "2 à 3 keer", ""),
                ("Totaal", "2 netwerken", "", "", "", "", "", ""),
            ],
        ),
    ),
    networks=(
        network("Jeugdoverleg", "Jongeren horen", "JH De Kelder", None, "2021-09", 12, None, None,
                 ("OCMW Zandbeke", "Jeugdhuis De Kelder", "VDAB")),
        network("Woontafel", "Betaalbaar wonen", None, None, "2019", None, None, None,
                 ("O.C.M.W. Zandbeke", "SHM Thuis", "Zandbeke Wonen")),
    ),
    same=(("JH De Kelder", "Jeugdhuis De Kelder"), ("OCMW Zandbeke", "O.C.M.W. Zandbeke")),
    persons=(("Woontafel", "SHM Thuis", "Els Bral"),),
    most_questions=6,
    rest={"Jeugdoverleg": {"Nota": "loopt"}},
)  # fmt: skip

MEMBERS = Listed(
    sheets=(
        sheet(
            "Leden",
            [
                ("Organisatie", "Overleg", "Functie", "Naam", "Mail", "Ondernemingsnummer"),
                ("Bib", "Leesclub", "lid", "", "", ""),
                ("Gemeente Zandbeke", "Leesclub", "trekker", "An Moors", "an@zandbeke.example", 207508932),
                ("Bibliotheek Zandbeke", "Taalhuis", "trekker", "", "", ""),
                ("OCMW Zandbeke", "Taalhuis", "waarnemer", "", "", ""),
                ("Gemeente Zandbeke", "Taalhuis", "lid", "", "", ""),
            ],
        ),
    ),
    networks=(
        network("Leesclub", None, "Gemeente Zandbeke", None, None, None, None, None, ("Bib", "Gemeente Zandbeke")),
        network("Taalhuis", None, "Bibliotheek Zandbeke", None, None, None, None, None,
                 ("Bibliotheek Zandbeke", "OCMW Zandbeke", "Gemeente Zandbeke")),
    ),
    same=(("Bib", "Bibliotheek Zandbeke"),),
    persons=(("Leesclub", "Gemeente Zandbeke", "An Moors"),),
    most_questions=4,
)  # fmt: skip

CROSSES = Listed(
    sheets=(
        sheet(
            "Matrix",
            [
                ("v = lid, T = trekker",),
                ("Netwerk", "Sinds", "Gemeente Zandbeke", "CLB Zuid", "VCLB", "Aantal"),
                ("Schoolpoort", 2015, "T", "v", "", 2),
                ("Spijbelteam", 2018, "v", "?", "T", 2),
                ("Totaal", "", 2, 1, 1, ""),
            ],
        ),
    ),
    networks=(
        network("Schoolpoort", None, "Gemeente Zandbeke", None, "2015", None, None, None,
                 ("Gemeente Zandbeke", "CLB Zuid")),
        network("Spijbelteam", None, "VCLB", None, "2018", None, None, None, ("Gemeente Zandbeke", "VCLB")),
    ),
    different=(("CLB Zuid", "VCLB"),),
    most_questions=3,
)  # fmt: skip

FORMS = Listed(
    sheets=(
        sheet("Inhoud", [("Onze netwerken",), ("Zorgpunt",), ("Sportpunt",)]),
        sheet(
            "Zorgpunt",
            [
                ("Naam:", "Zorgpunt Zandbeke"), ("Doel:", "Zorg dichtbij"), ("Coördinator:", "WZC De Linde"),
                ("Gestart in:", 2012), ("Vergadert:", "per kwartaal"), (),
                ("Organisatie", "Contactpersoon"), ("Woonzorgcentrum De Linde", "Mia Dams"), ("Wit-Gele Kruis", ""),
            ],
        ),
        sheet(
            "Sportpunt",
            [
                ("Naam:", "Sportpunt"), ("Doel:", "-"), ("Coördinator:", "Sportdienst Zandbeke"), ("Gestart in:", ""),
                ("Vergadert:", "ad hoc"), (), ("Organisatie", "Contactpersoon"), ("Sportraad Zandbeke", ""),
            ],
        ),
        sheet("Leeg", [("Naam:",), ("Doel:",), ("Coördinator:",), ("Gestart in:",), ("Organisatie", "Contactpersoon")]),
    ),
    networks=(
        network("Zorgpunt Zandbeke", "Zorg dichtbij", "WZC De Linde", None, "2012", 4, None, None,
                 ("Woonzorgcentrum De Linde", "Wit-Gele Kruis")),
        network("Sportpunt", None, "Sportdienst Zandbeke", None, None, None, None, None,
                 ("Sportdienst Zandbeke", "Sportraad Zandbeke")),
    ),
    same=(("WZC De Linde", "Woonzorgcentrum De Linde"),),
    persons=(("Zorgpunt Zandbeke", "Woonzorgcentrum De Linde", "Mia Dams"),),
    most_questions=2,
)  # fmt: skip

CODES = Listed(
    sheets=(
        sheet(
            "Nw",
            [
                ("Nw", "Trekk.", "Ptn", "Freq", "Opdr.gever", "Geheim"),
                ("Buurtzorg", "GZ", "GZ, CL, XYZ", "K", "V", "niet tonen"),
            ],
            hidden_columns=(5,),
        ),
        sheet(
            "Legende",
            [
                ("Afkorting", "Voluit"), ("GZ", "Gemeente Zandbeke"), ("CL", "CLB Zuid"), ("Frequentie",),
                ("K", "per kwartaal"), ("Opdrachtgever",), ("V", "Vlaamse overheid"),
            ],
        ),
    ),
    networks=(
        network("Buurtzorg", None, "Gemeente Zandbeke", None, None, 4, "flanders", None,
                 ("Gemeente Zandbeke", "CLB Zuid", "XYZ")),
    ),
    same=(("GZ", "Gemeente Zandbeke"),),
    most_questions=3,
)  # fmt: skip

LISTS = {"own headings": OWN_HEADINGS, "members": MEMBERS, "crosses": CROSSES, "forms": FORMS, "codes": CODES}
