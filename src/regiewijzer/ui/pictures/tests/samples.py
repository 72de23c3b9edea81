"""The pictures of the fictional town Vliermonde, and the same with names and numbers that are out to break them."""

from collections.abc import Callable
from datetime import date
from itertools import combinations

from regiewijzer.ui.pictures.axis import Axis, Emphasis, InstrumentRow, Standing, TypeColumn, axis_picture
from regiewijzer.ui.pictures.bars import Bar, Bars, bars_picture
from regiewijzer.ui.pictures.before_after import BeforeAfter, ChangeRow, Measured, before_after_picture
from regiewijzer.ui.pictures.canvas import Shape
from regiewijzer.ui.pictures.course import Course, CourseRow, Point, Stretch, course_picture
from regiewijzer.ui.pictures.field import Corner, Field, FieldMark, field_picture
from regiewijzer.ui.pictures.form_grid import Cell, Condition, FormGrid, FormRow, OwnMeasure, form_grid_picture
from regiewijzer.ui.pictures.history import Happening, History, HistoryEvent, history_picture
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.mix import Acting, Action, Mix, mix_picture
from regiewijzer.ui.pictures.overlap import MapLink, MapNode, OverlapMap, overlap_picture
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.ties import Node, TiesMap, ties_picture
from regiewijzer.ui.pictures.timeline import NetworkLife, Timeline, timeline_picture

SCRIPT = "<script>alert('x')</script> & \"co\""
LONG = "Lokaal Overleg Buitenschoolse Kinderopvang en Brede Schoolwerking Vliermonde"
ONE_WORD = "Hottentottensoldatententententoonstellingscommissariaatssecretaris"
NAMES = (SCRIPT, LONG, ONE_WORD, "A")
TODAY = date(2026, 11, 23)

COLUMNS = (
    TypeColumn("Communicatief-rationeel", "Overtuigen", "je overtuigt", Shape.CIRCLE),
    TypeColumn("Marktsturing", "Prikkelen", "je prikkelt", Shape.SQUARE),
    TypeColumn("Financiële macht", "Geldstroom", "je beheerst de geldstroom", Shape.DIAMOND),
    TypeColumn("Juridische macht", "Verplichten", "je verplicht", Shape.TRIANGLE),
)
AXIS = Axis(
    COLUMNS,
    (
        InstrumentRow("Conformiteitsattest", (0, 0, 0, 100), 4),
        InstrumentRow("Visienota", (100, 0, 0, 0), 1),
        InstrumentRow("Terugvordering", (0, 0, 70, 30), 3.3, in_display_case=True),
        InstrumentRow("Reglement leegstand", (0, 0, 25, 75), 3.75, emphasis=Emphasis.STRONG, words="te sterk"),
        InstrumentRow("Oproep", (20, 80, 0, 0), 1.8, standing=Standing.PLANNED, href="/oproep"),
    ),
)
MOVED_AXIS = Axis(
    COLUMNS,
    (
        InstrumentRow("Reglement leegstand", (0, 0, 25, 75), 3.75, before=(100, 0, 0, 0), place_before=1),
        InstrumentRow("Terugvordering", (0, 50, 20, 30), 2.8, before=(0, 0, 70, 30), place_before=3.3, href="/t"),
        InstrumentRow("Visienota", (100, 0, 0, 0), 1),
    ),
)
HARD_MOVED_AXIS = Axis(
    COLUMNS,
    tuple(
        InstrumentRow(name, (25, 25, 25, 25), 2.5, words=LONG, before=(100, 0, 0, 0), place_before=1) for name in NAMES
    ),
)
HARD_AXIS = Axis(
    COLUMNS,
    (
        *(InstrumentRow(name, (25, 25, 25, 25), 2.5, emphasis=Emphasis.WEAK, words=LONG) for name in NAMES),
        *(InstrumentRow(f"{LONG} {nr}", (nr, 100 - nr, 0, 0), 1.5, in_display_case=nr % 2 == 0) for nr in range(60)),
        InstrumentRow("Nog niets", (0, 0, 0, 0), None, words=LONG),
    ),
)

CONDITIONS = (
    Condition("Vertrouwen", "2,8 op 5", 0.45),
    Condition("Aantal partners", "14", 0.35),
    Condition("Eens over het doel", "", None),
)
GRID = FormGrid(
    CONDITIONS,
    (
        FormRow(
            "Zelfregulerend",
            "Zelfregulerend",
            (
                Cell(0.75, 1, Fit.SHORT, "1,2 te laag", "minstens 4,0"),
                Cell(0, 0.2, Fit.SHORT, "6 te veel", "hoogstens 8"),
                Cell(0.75, 1, Fit.UNKNOWN, "niet gemeten"),
            ),
            Fit.SHORT,
            "2 tekorten",
            current=True,
        ),
        FormRow(
            "Leiderorganisatie",
            "Leider",
            (
                Cell(0.5, 1, Fit.OK, "in de leider: 3,8", own=OwnMeasure(0.7)),
                Cell(0, 0.875, Fit.TIGHT, "past nipt"),
                Cell(0.2, 1, Fit.UNKNOWN, "niet gemeten"),
            ),
            Fit.OK,
            "geen tekort",
            advised=True,
        ),
    ),
)
HARD_GRID = FormGrid(
    tuple(Condition(name, LONG[:12], 7.0) for name in NAMES),
    tuple(
        FormRow(
            name, name, tuple(Cell(-1, 3, fit, LONG, own=OwnMeasure(None)) for fit in Fit), Fit.TIGHT, LONG, note=LONG
        )
        for name in NAMES
    ),
)

OVERLAP = OverlapMap(
    (
        MapNode("ko", "Kansrijk Opgroeien", 14, group="kind", href="/ko"),
        MapNode("lok", "Lokaal Overleg Kinderopvang", 11, mandated=True, group="kind"),
        MapNode("hk", "Huis van het Kind", 16, mandated=True, group="kind"),
        MapNode("gbo", "Breed Onthaal", 8, mandated=True),
        MapNode("zb", "Zorgzame Buurt", 12),
    ),
    (
        MapLink("ko", "lok", 9, hot=True),
        MapLink("ko", "hk", 8),
        MapLink("lok", "hk", 6),
        MapLink("ko", "gbo", 5),
        MapLink("gbo", "zb", 3),
    ),
)
HARD_OVERLAP = OverlapMap(
    tuple(MapNode(f"n{nr}", NAMES[nr % 4], nr * 7 % 60 + 1, mandated=nr % 3 == 0) for nr in range(14)),
    tuple(MapLink(f"n{a}", f"n{b}", a * b % 9 + 1, hot=a == 0) for a, b in combinations(range(14), 2) if (a + b) % 2),
)

LEVELS = ("gemeenschap", "netwerk", "organisaties")
TIMELINE = Timeline(
    LEVELS,
    (
        NetworkLife("Buurt in Balans", 31, (False, False, False), late=True),
        NetworkLife("Zorgraad", 77, (True, True, False), mandated=True),
        NetworkLife("Kansrijk Opgroeien", 26, (False, True, False), emphasised=True, href="/ko"),
        NetworkLife("Klimaattafel", None, (None, None, None)),
    ),
)
HARD_TIMELINE = Timeline(
    LEVELS,
    (
        *(NetworkLife(name, 1300, (False, False, False), late=True) for name in NAMES),
        *(NetworkLife(f"{LONG} {nr}", nr - 3, (True, None, False), emphasised=True) for nr in range(60)),
    ),
)

HISTORY = History(
    "Kansrijk Opgroeien",
    TODAY,
    (
        HistoryEvent(date(2027, 6, 1), Happening.MEASUREMENT, "Nieuwe meting"),
        HistoryEvent(date(2024, 9, 5), Happening.EVENT, "Start met 6 partners"),
        HistoryEvent(date(2025, 9, 16), Happening.DECISION, "Doel versmald"),
        HistoryEvent(date(2026, 3, 10), Happening.MEASUREMENT, "Vertrouwen 3,3"),
        HistoryEvent(date(2026, 6, 9), Happening.LOSS, "CLB De Linde valt weg"),
        HistoryEvent(date(2026, 12, 3), Happening.EVENT, "Volgende overleg", when="3 december"),
    ),
    started=date(2024, 9, 5),
)
HARD_HISTORY = History(
    SCRIPT,
    TODAY,
    tuple(
        HistoryEvent(date(2006 + nr // 3, 1 + nr % 3, 1), list(Happening)[nr % 4], NAMES[nr % 4]) for nr in range(60)
    ),
    started=date(2006, 1, 1),
)

CHANGE = BeforeAfter(
    (
        ChangeRow("Vertrouwen", "minstens 4,0", 0.75, 1, Measured(0.575, "3,3"), Measured(0.45, "2,8"), Fit.SHORT),
        ChangeRow("Eens over het doel", "minstens 4,0", 0.75, 1, None, Measured(0.775, "4,1"), Fit.TIGHT),
    ),
    "maart 2026",
    "oktober 2026",
    "1 juni 2027",
)
HARD_CHANGE = BeforeAfter(
    (
        *(
            ChangeRow(name, LONG, -1, 3, Measured(1, "helemaal eens"), Measured(0.98, "bijna helemaal"), fit)
            for name, fit in zip(NAMES, Fit, strict=True)
        ),
        ChangeRow("A", "B", 0, 0, None, None, Fit.UNKNOWN, Measured(9, "9"), Fit.SHORT),
    ),
    LONG,
    LONG,
    LONG,
)

MIX = Mix(
    ("Label", "Reglement", "Heffing"),
    (
        Action(1, 0, Acting.WEAKENS, "Twee boodschappen"),
        Action(2, 1, Acting.REINFORCES),
        Action(2, 1, Acting.NEEDS),
        Action(0, 2, Acting.REPLACES),
    ),
    ("/label", "/reglement", "/heffing"),
)
HARD_MIX = Mix(
    (*NAMES, *(f"{LONG} {nr}" for nr in range(30))),
    tuple(Action(nr, (nr + 1) % 34, list(Acting)[nr % 4], SCRIPT) for nr in range(34)),
)

CORNERS = (
    Corner("beheersingsgericht", script=True, power=True),
    Corner("uitvoeringsgericht", script=False, power=True),
    Corner("visionair", script=True, power=False),
    Corner("faciliterend", script=False, power=False),
)
FIELD = Field(
    CORNERS,
    (
        FieldMark("Wonen", 0.8, 0.3, "script 4,2, macht 2,2", "visionair", before=(0.4, 0.3)),
        FieldMark("Kinderen", 0.2, 0.7, "script 1,8, macht 3,8", "uitvoeringsgericht"),
    ),
)
HARD_FIELD = Field(
    tuple(Corner(name, script=nr % 2 == 0, power=nr < 2) for nr, name in enumerate(NAMES)),
    tuple(FieldMark(name, 1, 0, LONG, LONG, before=(0, 1)) for name in NAMES * 4),
)

COURSE = Course(
    "Wat gebruikers zeggen",
    (
        CourseRow(
            "De weg vinden",
            (Point(date(2025, 3, 1), 0.625, "3,5"), Point(date(2026, 3, 1), 0.45, "2,8")),
        ),
        CourseRow(
            "Vertrouwen",
            (
                Point(date(2025, 3, 1), 0.6, "3,4", Fit.SHORT),
                Point(date(2025, 4, 1), 0.8, "4,2", Fit.TIGHT),
                Point(date(2026, 10, 1), 0.9, "4,6", Fit.OK),
            ),
            0.75,
            1,
        ),
    ),
    ("1", "5"),
    "hier houdt de vorm stand",
    Stretch(date(2024, 9, 1), date(2026, 9, 1), "gewoonlijk eerst een dip", "2 jaar"),
    ((date(2025, 3, 1), "leiderorganisatie"), (date(2026, 10, 1), "zelfregulerend")),
    "Lichtste vorm die past",
)
HARD_COURSE = Course(
    SCRIPT,
    tuple(
        CourseRow(
            name, tuple(Point(date(2026, 1, 1 + nr), (-1) ** nr * 2, LONG, list(Fit)[nr % 4]) for nr in range(28)), 0, 2
        )
        for name in NAMES
    ),
    (LONG, LONG),
    LONG,
    Stretch(date(2026, 1, 1), date(2026, 1, 2), LONG, "2 jaar"),
    tuple((date(2026, 1, 1 + nr), LONG) for nr in range(28)),
    LONG,
)

BARS = Bars(
    "Uren per jaar",
    ("Herkomst", "Per jaar", "Netwerken"),
    (
        Bar("Eigen initiatief", 2320, "2320 uur", unknown=4, aside="23 netwerken, van 4 weten we het niet"),
        Bar("Vlaanderen", 920, "920 uur", unknown=1, aside="10 netwerken", href="/netwerken/", marked=True),
        Bar("Provincie", None, "onbekend", unknown=1, aside="1 netwerk", marked=True),
    ),
    marked="opgelegd",
    plain="eigen initiatief",
    unknown="een netwerk waarvan we de uren niet weten",
)
HARD_BARS = Bars(
    SCRIPT,
    ("Herkomst", "Per jaar", "Netwerken"),
    (
        *(Bar(name, 10**nr, f"{10**nr} uur", unknown=nr * 7, aside=LONG) for nr, name in enumerate(NAMES)),
        *(Bar(f"{LONG} {nr}", 0, "0 uur", unknown=1) for nr in range(40)),
    ),
    marked=LONG,
    plain=LONG,
    unknown=LONG,
)

TIES = TiesMap(
    "Wie in welk netwerk zit",
    (Node("Taalpunt", 0.4, "/kaart/?focus=Taalpunt"), Node("Zorgraad", 0.8, square=True)),
    (Node("OCMW Vliermonde", 1.0, holds=True), Node("CAW Schelde", 0.2)),
    ((0, 0, 1.0), (1, 0, 1.0), (1, 1, 1.0)),
    sizes="meer banden",
    head=("Partner", "Zit in", "Aantal"),
)
HARD_TIES = TiesMap(
    SCRIPT,
    tuple(Node(f"{name} {nr}", 1.0, square=bool(nr % 2), holds=True) for nr in range(40) for name in NAMES),
    (),
    tuple((one, other, float(one + 1)) for one, other in combinations(range(24), 2)),
    focus=3,
    sizes=LONG,
    head=("Naam", "Deelt met", "Aantal"),
)

Draw = Callable[[str], Picture | None]
SAMPLES: dict[str, tuple[Draw, Draw]] = {
    "axis": (lambda i: axis_picture(AXIS, picture_id=i), lambda i: axis_picture(HARD_AXIS, picture_id=i)),
    "moved_axis": (
        lambda i: axis_picture(MOVED_AXIS, picture_id=i),
        lambda i: axis_picture(HARD_MOVED_AXIS, picture_id=i),
    ),
    "mix": (lambda i: mix_picture(MIX, picture_id=i), lambda i: mix_picture(HARD_MIX, picture_id=i)),
    "field": (lambda i: field_picture(FIELD, picture_id=i), lambda i: field_picture(HARD_FIELD, picture_id=i)),
    "form_grid": (
        lambda i: form_grid_picture(GRID, picture_id=i),
        lambda i: form_grid_picture(HARD_GRID, picture_id=i),
    ),
    "overlap": (
        lambda i: overlap_picture(OVERLAP, picture_id=i),
        lambda i: overlap_picture(HARD_OVERLAP, picture_id=i),
    ),
    "timeline": (
        lambda i: timeline_picture(TIMELINE, picture_id=i),
        lambda i: timeline_picture(HARD_TIMELINE, picture_id=i),
    ),
    "history": (
        lambda i: history_picture(HISTORY, picture_id=i),
        lambda i: history_picture(HARD_HISTORY, picture_id=i),
    ),
    "course": (
        lambda i: course_picture(COURSE, picture_id=i),
        lambda i: course_picture(HARD_COURSE, picture_id=i),
    ),
    "ties": (lambda i: ties_picture(TIES, picture_id=i), lambda i: ties_picture(HARD_TIES, picture_id=i)),
    "bars": (lambda i: bars_picture(BARS, picture_id=i), lambda i: bars_picture(HARD_BARS, picture_id=i)),
    "before_after": (
        lambda i: before_after_picture(CHANGE, picture_id=i),
        lambda i: before_after_picture(HARD_CHANGE, picture_id=i),
    ),
}


def sample(name: str, picture_id: str = "picture", *, hard: bool = False) -> Picture:
    picture = SAMPLES[name][hard](picture_id)
    assert picture
    return picture
