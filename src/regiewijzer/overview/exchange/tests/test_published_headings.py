"""Workbooks that went out before keep coming in: a published heading stays, and new ones come behind it."""

import pytest

from regiewijzer.overview.exchange.tables import SHEETS

PUBLISHED = {
    ("challenges", "nl"): (
        "Naam|Wat bereiken|Thema's|Voor wie|Waar|Wie staat ervoor in|Tegen wanneer|Status|Stand op|In archief"
    ),
    ("challenges", "en"): ("Name|Result|Themes|For whom|Where|Who answers for it|By when|Status|As of|In the archive"),
    ("organisations", "nl"): (
        "Naam|KBO-nummer|OVO-code|Soort|Domeinen|Spreekt voor gebruikers|Eigen "
        "bestuur|Gemeente|Website|Nota|Stand op|In archief|NIS-code|KvK-nummer|RSIN|OIN"
    ),
    ("organisations", "en"): (
        "Name|KBO-nummer|OVO-code|Kind|Domains|Speaks for users|Own authority|Municipality|Website|Note|As "
        "of|In the archive|NIS-code|KvK-nummer|RSIN|OIN"
    ),
    ("persons", "nl"): (
        "Naam|Organisatie|Functie|E-mail|Telefoon|Jaren ervaring|Kritische stem|Nota|Stand op|In archief"
    ),
    ("persons", "en"): (
        "Name|Organisation|Function|E-mail|Telephone|Years of experience|Critical voice|Note|As of|In the archive"
    ),
    ("networks", "nl"): (
        "Naam|Doel|Opgave|Thema's|Doelgroepen|Gebied|Herkomst|Opgelegd door|Start|Einde|Vorm|Geleid door|Vorm"
        " sinds|Vergaderingen per jaar|Uren per jaar|Nota|Stand op|In archief"
    ),
    ("networks", "en"): (
        "Name|Goal|Challenge|Themes|Target groups|Territory|Origin|Mandated by|Start|End|Form|Led by|Form "
        "since|Meetings per year|Hours per year|Note|As of|In the archive"
    ),
    ("members", "nl"): ("Netwerk|Partner|Rol|Actie|Lid sinds|Lid tot|Personen"),
    ("members", "en"): ("Network|Partner|Role|Action|Member since|Member until|Persons"),
    ("instruments", "nl"): (
        "Naam|Doel|Communicatief|Markt|Financieel|Juridisch|Status|Herkomst|Opgaven|Gericht op|Is het "
        "netwerk|Start|Einde|Nota|Stand op|In archief"
    ),
    ("instruments", "en"): (
        "Name|Goal|Communicative|Market|Financial|Legal|Status|Origin|Challenges|Aims at|Is the "
        "network|Start|End|Note|As of|In the archive"
    ),
    ("relations", "nl"): ("Instrument|Verband|Ander instrument|Waarom"),
    ("relations", "en"): ("Instrument|Relation|Other instrument|Why"),
    ("decisions", "nl"): (
        "Besluit|Antwoord|Reden|Wie|Tegen wanneer|Opnieuw bekijken op|Beslist "
        "op|Netwerk|Instrument|Opgave|Partner|Bekeken op|Hielp het|Wat je leerde|Stand op|In archief"
    ),
    ("decisions", "en"): (
        "Decision|Answer|Reason|Who|By when|Look again on|Decided "
        "on|Network|Instrument|Challenge|Partner|Looked at on|Did it help|What you learned|As of|In the "
        "archive"
    ),
    ("measurements", "nl"): (
        "Netwerk|Gemeten op|Vertrouwen|Eens over het doel|Nood aan netwerkkunde|Vertrouwen in de "
        "leider|Aantal partners|Hoe gemeten|Antwoorden|Gevraagd|Nota"
    ),
    ("measurements", "en"): (
        "Network|Measured on|Trust|Agreement on the goal|Need for network skills|Trust in the lead|Number of "
        "partners|How measured|Answers|Asked|Note"
    ),
    ("evaluations", "nl"): (
        "Instrument|Geëvalueerd op|Gebruikte macht|Nodige macht|Macht ooit gebruikt|Doel bereikt|Echt "
        "gebruikt|Juiste partners|Relatie|Inspanning|Samenhang|Partners slechter|Partners samen|Partners "
        "aanwezig|Bereidheid|Expertise|Toegang tot de doelgroep|Vervangbaar|Valkuilen|Doel bereikt: waaraan "
        "je dat ziet|Echt gebruikt: waaraan je dat ziet|Juiste partners: waaraan je dat ziet|Relatie: waaraan"
        " je dat ziet|Inspanning: waaraan je dat ziet|Samenhang: waaraan je dat ziet|Waarop je steunt|Hoe "
        "ingevuld|Hoeveel mensen"
    ),
    ("evaluations", "en"): (
        "Instrument|Evaluated on|Power used|Power needed|Power ever used|Goal reached|Really used|Right "
        "partners|Relation|Effort|Fit|Partners worse|Partners in all|Partners "
        "present|Willingness|Expertise|Access to the target group|Replaceable|Pitfalls|Goal reached: how you "
        "can tell|Really used: how you can tell|Right partners: how you can tell|Relation: how you can "
        "tell|Effort: how you can tell|Fit: how you can tell|What you base it on|How filled in|How many "
        "people"
    ),
    ("results", "nl"): ("Netwerk|Bekeken op|Voor de gemeenschap|Voor het netwerk|Voor de organisaties|Wat je zag"),
    ("results", "en"): ("Network|Looked at on|For the community|For the network|For the organisations|What you saw"),
    ("users", "nl"): (
        "Netwerk|Gemeten op|De weg vinden|Hoe ze behandeld worden|Hoe diensten samenwerken|Wat de hulp "
        "oplevert|Hoe gemeten|Antwoorden|Gevraagd|Nota"
    ),
    ("users", "en"): (
        "Network|Measured on|Finding the way|How they are treated|How services work together|What the help "
        "yields|How measured|Answers|Asked|Note"
    ),
    ("member_satisfaction", "nl"): (
        "Netwerk|Gemeten op|Overleg|Nut|Invloed|Blijven|Hoe gemeten|Antwoorden|Gevraagd|Nota"
    ),
    ("member_satisfaction", "en"): (
        "Network|Measured on|Meetings|Use|Influence|Staying|How measured|Answers|Asked|Note"
    ),
}


WITHDRAWN = {("persons", "nl"): {"Kritische stem"}, ("persons", "en"): {"Critical voice"}}
"""What was kept of a person and is now agreed for a seat: an old workbook comes in without it."""


@pytest.mark.parametrize(("code", "language"), PUBLISHED)
def test_a_published_heading_stays_where_it_was(code: str, language: str) -> None:
    gone = WITHDRAWN.get((code, language), set())
    published = [heading for heading in PUBLISHED[code, language].split("|") if heading not in gone]
    sheet = next(sheet for sheet in SHEETS if sheet.code == code)

    headings = [column.heading.in_language(language) for column in sheet.columns]

    assert headings[: len(published)] == published
