"""Lists of the same kinds under other headings, with the register a careful reader makes of it. All invented."""

from datetime import date

from regiewijzer.register.exchange.lists.tests.invented import Listed, network, sheet

# fmt: off
SERVICES = Listed(sheets=(sheet("Blad1",[
 ("Groep","Opdracht","Trekkende dienst","Deelnemers","Opgericht","Bijeenkomsten","Bevoegde schepen","Bijzonderheden"),
 ("Digibuddy's","Iedereen digitaal mee","Dienst Welzijn",
     "Dienst Welzijn, Bibliotheek De Plas, OCMW Waterrijk, Okra","2021","om de 2 maanden","An Claes",""),
 ("Sport voor allen","Meer bewegen","Sportdienst Waterrijk",
     "Sportdienst Waterrijk, KSA Plas, Basisschool De Vlinder en Jeugdhuis Kelder","maart 2018","driemaandelijks",
     "Bert Maes","zaal te klein"),
 ("Eenzaamheid","","?","OCMW, WZC Ter Beke, Samana","± 2015","2x per jaar","An Claes",""),
 ("Klimaattafel","Minder uitstoot","Gemeente Waterrijk","Gemeente Waterrijk; Natuurpunt Plas; Energiehuis Noord",
     "1/02/2023","maandelijks","Bert Maes","nieuw"),
 ])
    , ), networks=(
 network("Digibuddy's","Iedereen digitaal mee","Dienst Welzijn",None,"2021",6,None,None,("Dienst Welzijn",
     "Bibliotheek De Plas","OCMW Waterrijk","Okra")),
 network("Sport voor allen","Meer bewegen","Sportdienst Waterrijk",None,"2018-03",
     4,None,None,("Sportdienst Waterrijk","KSA Plas","Basisschool De Vlinder","Jeugdhuis Kelder")),
 network("Eenzaamheid",None,None,None,"2015",2,None,None,("OCMW","WZC Ter Beke","Samana")),
 network("Klimaattafel","Minder uitstoot","Gemeente Waterrijk",None,"2023-02-01",12,None,None,("Gemeente Waterrijk",
     "Natuurpunt Plas","Energiehuis Noord")),
 ),same=(("OCMW Waterrijk","OCMW"),),most_questions=5,rest={
 "Digibuddy's":{"Bevoegde schepen":"An Claes"},
 "Sport voor allen":{"Bevoegde schepen":"Bert Maes","Bijzonderheden":"zaal te klein"},
 "Eenzaamheid":{"Bevoegde schepen":"An Claes"},
 "Klimaattafel":{"Bevoegde schepen":"Bert Maes","Bijzonderheden":"nieuw"}})
AMBITIONS = Listed(sheets=(sheet("tafels",[
 ("Tafel","Ambitie","Regie","Rond de tafel","Gestart","Ritme"),
 ("Woonplatform","Elk gezin een dak","Huis van Wonen",
     "Huis van Wonen / SHM Dak / OCMW Stade (Jan Smet)\nHuurdersbond","najaar 2020","1 keer per kwartaal"),
 ("Onderwijsraad","Elk kind naar school","Scholengemeenschap Ster",
     "Scholengemeenschap Ster; CLB Stade (Mia Peeters); Stad Stade","schooljaar 2017-2018","5x per jaar"),
 ("Lokaal Overleg Kinderopvang","","Stad Stade","Stad Stade, Kinderopvang Pareltje, Kinderopvang De Kiem",
     "sinds 2004","halfjaarlijks"),
 ])
    , ), networks=(
 network("Woonplatform","Elk gezin een dak","Huis van Wonen",None,"2020",4,None,None,("Huis van Wonen","SHM Dak",
     "OCMW Stade","Huurdersbond")),
 network("Onderwijsraad","Elk kind naar school","Scholengemeenschap Ster",None,"2017",
     5,None,None,("Scholengemeenschap Ster","CLB Stade","Stad Stade")),
 network("Lokaal Overleg Kinderopvang",None,"Stad Stade",None,"2004",2,None,None,("Stad Stade",
     "Kinderopvang Pareltje","Kinderopvang De Kiem")),
 ),persons=(("Woonplatform","OCMW Stade","Jan Smet"),("Onderwijsraad","CLB Stade","Mia Peeters")),most_questions=4)
INVENTORY = Listed(sheets=(sheet("2025",[
 ("Inventaris samenwerkingen Lindedorp",),("stand van zaken: oktober 2025",),(),
 ("","Wat","","Wie","","Wanneer","",""),
 ("Volgnr.","Samenwerking","Beoogd resultaat","Penhouder","Ledenlijst","Actief vanaf","# overleggen/jaar",
     "Wie legt het op?"),
 (1,"Geïntegreerd breed onthaal","Onderbescherming tegengaan","OCMW Lindedorp","OCMW Lindedorp; CAW Zuid; CM",
     "2019",4,"Vlaanderen"),
 (2,"Jeugdraad","Jongeren een stem","Jeugddienst","Jeugddienst; Chiro Linde; Scouts Dorp","1987",10,"decreet"),
 (3,"Buurtzorg Noord","Zorg dichtbij","Wit-Gele Kruis","Wit-Gele Kruis; OCMW Lindedorp; Huisartsenkring Linde",
     date(2022,9,1),6,"eigen initiatief"),
 ("","Totaal: 3","","","","",20,""),
 ])
    , ), networks=(
 network("Geïntegreerd breed onthaal","Onderbescherming tegengaan","OCMW Lindedorp",None,"2019",4,"flanders",
     None,("OCMW Lindedorp","CAW Zuid","CM")),
 network("Jeugdraad","Jongeren een stem","Jeugddienst",None,"1987",10,"flanders",None,("Jeugddienst","Chiro Linde",
     "Scouts Dorp")),
 network("Buurtzorg Noord","Zorg dichtbij","Wit-Gele Kruis",None,"2022-09-01",6,"own",None,("Wit-Gele Kruis",
     "OCMW Lindedorp","Huisartsenkring Linde")),
 ), most_questions=3)
MANDATES = Listed(sheets=(sheet("mandatenlijst",[
 ("Overlegorgaan","Lid","Hoedanigheid","Vertegenwoordigd door","E-mailadres","KBO-nr"),
 ("Zorgraad","OCMW Heide","voorzitter","Piet Lemmens","piet@heide.example","0212.345.678"),
 ("","CAW Noord","lid","Sara Baert","",""),
 ("","Huisartsenkring Heide","lid","","",""),
 ("Verkeersoverleg","Politiezone Kempen","trekker","Tom Wuyts","",""),
 ("","Gemeente Heide","lid","","",""),
 ("","Basisschool De Berk","lid","","",""),
 ])
    , ), networks=(
 network("Zorgraad",None,None,None,None,None,None,None,("OCMW Heide","CAW Noord","Huisartsenkring Heide")),
 network("Verkeersoverleg",None,"Politiezone Kempen",None,None,None,None,None,("Politiezone Kempen",
     "Gemeente Heide","Basisschool De Berk")),
 ),persons=(("Zorgraad","OCMW Heide","Piet Lemmens"),("Zorgraad","CAW Noord","Sara Baert"),("Verkeersoverleg",
     "Politiezone Kempen","Tom Wuyts")),most_questions=3)
NETWORKS_DOWN = Listed(sheets=(sheet("wie zit waar",[
 ("Overleg \\ organisatie","OCMW Berg","CAW Oost","CLB Berg","Politie Berg","Welzijnsschakels"),
 ("LIVC","✓","","","T",""),("Armoedetafel","T","✓","","","✓"),("Spijbeloverleg","","✓","T","✓",""),
 ("aantal",2,2,1,2,1)])
    , ), networks=(
 network("LIVC",None,"Politie Berg",None,None,None,None,None,("OCMW Berg","Politie Berg")),
 network("Armoedetafel",None,"OCMW Berg",None,None,None,None,None,("OCMW Berg","CAW Oost","Welzijnsschakels")),
 network("Spijbeloverleg",None,"CLB Berg",None,None,None,None,None,("CAW Oost","CLB Berg","Politie Berg")),
 ), most_questions=3)
TITLED_FORMS = Listed(sheets=(
 sheet("Fiche 1",[("FICHE SAMENWERKING",),("Naam netwerk","Taalhuis Dal"),("Wat is het doel?","Nederlands oefenen"),
     ("Wie coördineert?","Bib Dal"),("Startdatum","2020"),("Hoe vaak per jaar?",6),(),("Organisatie","Wie"),
     ("Bib Dal","Lies Mol"),("CVO Dal",""),("OCMW Dal","Rik Bos")]),
 sheet("Fiche 2",[("FICHE SAMENWERKING",),("Naam netwerk","Repair Café"),("Wat is het doel?","Minder afval"),
     ("Wie coördineert?","Femma Dal"),("Startdatum","juni 2017"),("Hoe vaak per jaar?","maandelijks"),(),
     ("Organisatie","Wie"),("Femma Dal",""),("Gemeente Dal","")]),
 ), networks=(
 network("Taalhuis Dal","Nederlands oefenen","Bib Dal",None,"2020",6,None,None,("Bib Dal","CVO Dal","OCMW Dal")),
 network("Repair Café","Minder afval","Femma Dal",None,"2017-06",12,None,None,("Femma Dal","Gemeente Dal")),
 ),persons=(("Taalhuis Dal","Bib Dal","Lies Mol"),("Taalhuis Dal","OCMW Dal","Rik Bos")),most_questions=3)
EXPORT = Listed(sheets=(sheet("export",[
 ("netwerknaam","omschrijving_doel","verantwoordelijke_organisatie","aangesloten_organisaties","startdatum",
     "aantal_vergaderingen","opgelegd_door"),
 ("Huis van het Kind Kaai","Opvoedingssteun","OCMW Kaai","OCMW Kaai|Kind en Gezin|CLB Kaai","2014-05-01","4",
     "Vlaamse overheid"),
 ("Overleg Energie","Energiearmoede","Energiehuis Kaai","Energiehuis Kaai|OCMW Kaai|Fluvius","2022-01-15","2",""),
 ("Evenementencel","Veilige evenementen","Politiezone Kaai","Politiezone Kaai|Brandweer|Stad Kaai","2010-01-01",
     "12","lokaal"),
 ])
    , ), networks=(
 network("Huis van het Kind Kaai","Opvoedingssteun","OCMW Kaai",None,"2014-05-01",4,"flanders",None,("OCMW Kaai",
     "Kind en Gezin","CLB Kaai")),
 network("Overleg Energie","Energiearmoede","Energiehuis Kaai",None,"2022-01-15",2,None,None,("Energiehuis Kaai",
     "OCMW Kaai","Fluvius")),
 network("Evenementencel","Veilige evenementen","Politiezone Kaai",None,"2010-01-01",12,"own",
     None,("Politiezone Kaai","Brandweer","Stad Kaai")),
 ), most_questions=3)
LEGEND = Listed(sheets=(sheet("lijst",[
 ("Nw.","Initiatief","Kern","Org.","Start","Freq."),
 ("Dementieplatform","V","OC","OC, WB, EXP","2016","J2"),("Wijkraad West","G","ST","ST, WB","2021","J4"),]),
 sheet("afkortingen",[("code","betekenis"),("OC","OCMW Meer"),("ST","Stad Meer"),("WB","Woonzorgcentrum Bloem"),
     ("EXP","Expertisecentrum Dementie"),("J2","2 keer per jaar"),("J4","4 keer per jaar"),("V","Vlaamse overheid"),
     ("G","gemeente")])
    , ), networks=(
 network("Dementieplatform",None,"OCMW Meer",None,"2016",2,"flanders",None,("OCMW Meer","Woonzorgcentrum Bloem",
     "Expertisecentrum Dementie")),
 network("Wijkraad West",None,"Stad Meer",None,"2021",4,"own",None,("Stad Meer","Woonzorgcentrum Bloem")),
 ), most_questions=4)
BROUGHT_TO_LIFE = Listed(sheets=(sheet("Sheet1",[
 ("Naam samenwerkingsverband","In het leven geroepen","Vergaderritme","Domein","Betrokkenen","Aanspreekpunt"),
 ("Armoedeoverleg","eind 2011","tweemaandelijks","Welzijn","OCMW Vaart, Welzijnsschakels, CAW","Ilse Roels"),
 ("Cultuurraad","14-3-1998","4 maal per jaar","Vrije tijd","Cultuurdienst Vaart, Davidsfonds, Heemkring Vaart",
     "Wim Bal"),
 ("Seniorenraad","'09","om de 6 weken","Welzijn","Seniorendienst Vaart, Okra, Neos","Ilse Roels"),
 ("Mobiliteitsraad","Q2 2020","ad hoc","Mobiliteit","Gemeente Vaart, De Lijn, Fietsersbond",""),
 ])
    , ), networks=(
 network("Armoedeoverleg",None,None,"Ilse Roels","2011",6,None,"Welzijn",("OCMW Vaart","Welzijnsschakels","CAW")),
 network("Cultuurraad",None,None,"Wim Bal","1998-03-14",4,None,"Vrije tijd",("Cultuurdienst Vaart","Davidsfonds",
     "Heemkring Vaart")),
 network("Seniorenraad",None,None,"Ilse Roels","2009",None,None,"Welzijn",("Seniorendienst Vaart","Okra","Neos")),
 network("Mobiliteitsraad",None,None,None,"2020",None,None,"Mobiliteit",("Gemeente Vaart","De Lijn","Fietsersbond")),
 ), most_questions=5)
COMPULSORY = Listed(sheets=(sheet("Mandaten",[
 ("Netwerk","Verplicht?","Door wie","Partnerorganisaties","Bestaat sinds","Subsidie"),
 ("Lokaal Sociaal Beleid","ja","Vlaanderen","OCMW Duin, CAW Kust, CM",2005,"1.250,00"),
 ("Strandoverleg","nee","","Gemeente Duin, Redders Kust, Horeca Duin",2017,"0,00"),
 ("Huis van het Kind","erkend","Opgroeien","OCMW Duin, Kind en Gezin, Gezinsbond",2015,"30.000,00"),
 ("LIVC-R","ja","federaal","Gemeente Duin, Politiezone Kust",2018,""),
 ])
    , ), networks=(
 network("Lokaal Sociaal Beleid",None,None,None,"2005",None,"flanders",None,("OCMW Duin","CAW Kust","CM")),
 network("Strandoverleg",None,None,None,"2017",None,"own",None,("Gemeente Duin","Redders Kust","Horeca Duin")),
 network("Huis van het Kind",None,None,None,"2015",None,"recognised",None,("OCMW Duin","Kind en Gezin","Gezinsbond")),
 network("LIVC-R",None,None,None,"2018",None,"federal",None,("Gemeente Duin","Politiezone Kust")),
 ),most_questions=5,rest={"Lokaal Sociaal Beleid":{"Subsidie":"1.250,00"},
     "Strandoverleg":{"Subsidie":"0,00"},"Huis van het Kind":{"Subsidie":"30.000,00"}})
ENGLISH = Listed(sheets=(sheet("geplakt",[
 ("Working group","Aim","Chaired by","Member organisations","Established","How often","Point of contact"),
 ("Youth table","Young people heard","Jeugdhuis Haven","Jeugdhuis Haven, CLB Haven, OCMW Haven","June 2019",
     "quarterly","Eva Dox (eva@haven.example)"),
 ("Language café","Practise Dutch","Library Haven","Library Haven, CVO Haven","2021","twice a month",""),
 ])
    , ), networks=(
 network("Youth table","Young people heard","Jeugdhuis Haven","Eva Dox (eva@haven.example)","2019-06",
     4,None,None,("Jeugdhuis Haven","CLB Haven","OCMW Haven")),
 network("Language café","Practise Dutch","Library Haven",None,"2021",24,None,None,("Library Haven","CVO Haven")),
 ), most_questions=3)
SIDE_BY_SIDE = Listed(sheets=(sheet("alles",[
 ("Naam van de groep","Verantwoordelijke","Wie doet mee","Opm.","","Organisatie","Contact","Tel"),
 ("Buurtkeuken","Els Jans (OCMW Bos)","OCMW Bos, Kerkfabriek Bos, KWB Bos","draait goed, maar: geen budget","",
     "OCMW Bos","Els Jans","011 22 33 44"),
 ("Speelpleinen","Jeugddienst Bos","Jeugddienst Bos, KSA Bos, Chiro Bos","","","KSA Bos","Tim Raes","0470 11 22 33"),
 ])
    , ), networks=(
 network("Buurtkeuken",None,"OCMW Bos",None,None,None,None,None,("OCMW Bos","Kerkfabriek Bos","KWB Bos")),
 network("Speelpleinen",None,"Jeugddienst Bos",None,None,None,None,None,("Jeugddienst Bos","KSA Bos","Chiro Bos")),
 ),most_questions=4,persons=(("Buurtkeuken","OCMW Bos","Els Jans"),),
     rest={"Buurtkeuken":{"Opm.":"draait goed, maar: geen budget"}})

QUESTIONS = Listed(sheets=(sheet("S",[
 ("NAAM","VOOR WAT?","WIE STUURT AAN?","WIE IS ER ALLEMAAL BIJ","HOE LANG AL","HOEVEEL KEER","VAN WAAR KOMT HET"),
 ("Netwerk Ouderenzorg","Langer thuis wonen","LDC De Spil","LDC De Spil + OCMW Wilg + Familiehulp","2013","10x",
     "eigen"),
 ("Kunstenplatform","Kunst voor ieder","Academie Wilg","Academie Wilg + CC De Wilg + KSA Wilg","8 jaar","6x","eigen"),
 ("Bekkenoverleg Water","Overstromingen beperken","Vlaamse Milieumaatschappij",
     "Vlaamse Milieumaatschappij + Gemeente Wilg","januari 2009","2x","Vlaams"),
])
    , ), networks=(
 network("Netwerk Ouderenzorg","Langer thuis wonen","LDC De Spil",None,"2013",10,"own",None,("LDC De Spil",
     "OCMW Wilg","Familiehulp")),
 network("Kunstenplatform","Kunst voor ieder","Academie Wilg",None,None,6,"own",None,("Academie Wilg","CC De Wilg",
     "KSA Wilg")),
 network("Bekkenoverleg Water","Overstromingen beperken","Vlaamse Milieumaatschappij",None,"2009-01",2,"flanders",
     None,("Vlaamse Milieumaatschappij","Gemeente Wilg")),
), most_questions=5)
ROLES = Listed(sheets=(sheet("S",[
 ("organisatie","naam_netwerk","rol_in_netwerk","contact_naam","contact_mail"),
 ("Stad Oever","Horecaoverleg","initiatiefnemer","Ann Put","ann@oever.example"),
 ("Unizo Oever","Horecaoverleg","deelnemer","",""),
 ("Politiezone Oever","Horecaoverleg","deelnemer","Jan Dam",""),
 ("Stad Oever","Dierenwelzijn","trekker","",""),
 ("Dierenasiel Poot","Dierenwelzijn","deelnemer","",""),
])
    , ), networks=(
 network("Horecaoverleg",None,None,None,None,None,None,None,("Stad Oever","Unizo Oever","Politiezone Oever")),
 network("Dierenwelzijn",None,"Stad Oever",None,None,None,None,None,("Stad Oever","Dierenasiel Poot")),
),persons=(("Horecaoverleg","Stad Oever","Ann Put"),("Horecaoverleg","Politiezone Oever","Jan Dam")),most_questions=3)
ROLES_IN_CELLS = Listed(sheets=(sheet("M",[
 ("","LOK","Jeugdraad","Woonraad","Cultuurraad"),
 ("Stad Rond","ja","ja","trekker","ja"),("OCMW Rond","ja","","ja",""),("Gezinsbond","trekker","","",""),("KSA Rond",
     "","trekker","",""),("Davidsfonds","","","","trekker")])
    , ), networks=(
 network("LOK",None,"Gezinsbond",None,None,None,None,None,("Stad Rond","OCMW Rond","Gezinsbond")),
 network("Jeugdraad",None,"KSA Rond",None,None,None,None,None,("Stad Rond","KSA Rond")),
 network("Woonraad",None,"Stad Rond",None,None,None,None,None,("Stad Rond","OCMW Rond")),
 network("Cultuurraad",None,"Davidsfonds",None,None,None,None,None,("Stad Rond","Davidsfonds")),
), most_questions=3)
PARTNERS_BELOW = Listed(sheets=(
 sheet("Buurtwerk",[("Netwerk:","Buurtwerk Noord"),("Doelstelling:","Buren kennen elkaar"),("Trekker:",
     "Samenlevingsopbouw"),("Opgestart:","2018"),("Frequentie:","maandelijks"),("Partners:",),("",
     "Samenlevingsopbouw"),("","Stad Ven"),("","Woonpunt Ven")]),
 sheet("Sport",[("Netwerk:","Sportforum"),("Doelstelling:","Iedereen beweegt"),("Trekker:","Sportdienst Ven"),
     ("Opgestart:","2020"),("Frequentie:","2x/jaar"),("Partners:",
     "Sportdienst Ven, Sportraad Ven, Basisschool Ven")]),
), networks=(
 network("Buurtwerk Noord","Buren kennen elkaar","Samenlevingsopbouw",None,"2018",
     12,None,None,("Samenlevingsopbouw","Stad Ven","Woonpunt Ven")),
 network("Sportforum","Iedereen beweegt","Sportdienst Ven",None,"2020",2,None,None,("Sportdienst Ven",
     "Sportraad Ven","Basisschool Ven")),
), most_questions=3)
COLUMN_EACH = Listed(sheets=(sheet("S",[
 ("Netwerk","Partner A","Partner B","Partner C","Sedert","Doelstelling netwerk"),
 ("Zorgraad","OCMW Lis","Huisartsenkring Lis","WZC Lis","2019","Zorg afstemmen"),
 ("Fietsraad","Fietsersbond","Gemeente Lis","","2022","Veilig fietsen"),
])
    , ), networks=(
 network("Zorgraad","Zorg afstemmen",None,None,"2019",None,None,None,("OCMW Lis","Huisartsenkring Lis","WZC Lis")),
 network("Fietsraad","Veilig fietsen",None,None,"2022",None,None,None,("Fietsersbond","Gemeente Lis")),
), most_questions=3)
THEME_ABOVE = Listed(sheets=(sheet("S",[
 ("Thema","Overlegstructuur","Organisaties die deelnemen","Secretariaat","Oprichtingsdatum","Regelgevend kader"),
 ("Welzijn",),
 ("","Lokaal netwerk vrijetijdsparticipatie","OCMW Gis; Sportdienst Gis; Verenigingen waar armen het woord nemen",
     "OCMW Gis","12/03/2014","decreet"),
 ("","Digipunt","Bib Gis; OCMW Gis","Bib Gis","2022",""),
 ("Ruimte",),
 ("","Gecoro","Gemeente Gis; Natuurpunt Gis","Gemeente Gis","2001","Vlaamse Codex"),
])
    , ), networks=(
 network("Lokaal netwerk vrijetijdsparticipatie",None,"OCMW Gis",None,"2014-03-12",None,"flanders","Welzijn",
     ("OCMW Gis","Sportdienst Gis","Verenigingen waar armen het woord nemen")),
 network("Digipunt",None,"Bib Gis",None,"2022",None,None,"Welzijn",("Bib Gis","OCMW Gis")),
 network("Gecoro",None,"Gemeente Gis",None,"2001",None,"flanders","Ruimte",("Gemeente Gis","Natuurpunt Gis")),
), most_questions=4)
ONES = Listed(sheets=(sheet("S",[
 ("Netwerk","GO!","OCMW","CAW"),("Armoede","1","1","1"),("School","1","","1"),("Wonen","","1","1")])
    ,), networks=(network("Armoede",None,None,None,None,None,None,None,("GO!","OCMW","CAW")),network("School",
     None,None,None,None,None,None,None,("GO!","CAW")),network("Wonen",None,None,None,None,None,None,None,("OCMW",
     "CAW"))),most_questions=3)
ON_ITS_SIDE = Listed(sheets=(sheet("Kolom",[
 ("Netwerk","Huis van het Kind","Digitaal Plein"),("Trekker","OCMW Nest","Bib Nest"),("Sinds","2016","2021"),
     ("Doel","Gezinnen","Digitaal"),("Leden","OCMW Nest, CLB Nest","Bib Nest, Okra Nest")])
    ,), networks=(network("Huis van het Kind","Gezinnen","OCMW Nest",None,"2016",None,None,None,("OCMW Nest",
     "CLB Nest")),network("Digitaal Plein","Digitaal","Bib Nest",None,"2021",None,None,None,("Bib Nest",
     "Okra Nest"))),most_questions=2)

# fmt: on
OTHER_HEADINGS = {
    "services": SERVICES,
    "ambitions": AMBITIONS,
    "inventory": INVENTORY,
    "mandates": MANDATES,
    "networks down": NETWORKS_DOWN,
    "titled forms": TITLED_FORMS,
    "export": EXPORT,
    "legend": LEGEND,
    "brought to life": BROUGHT_TO_LIFE,
    "compulsory": COMPULSORY,
    "english": ENGLISH,
    "side by side": SIDE_BY_SIDE,
    "questions": QUESTIONS,
    "roles": ROLES,
    "roles in cells": ROLES_IN_CELLS,
    "partners below": PARTNERS_BELOW,
    "column each": COLUMN_EACH,
    "theme above": THEME_ABOVE,
    "ones": ONES,
    "on its side": ON_ITS_SIDE,
}
