"""Rows of a file against rows that are stored, without a database."""

from datetime import date

from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.exchange.plans.planning import plan_of
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Note
from regiewijzer.register.exchange.sheets.recognising import read_sheets
from regiewijzer.register.exchange.sheets.rows import State, Stored
from regiewijzer.register.exchange.sheets.sheet import Sheet
from regiewijzer.register.exchange.tables.challenges import CHALLENGES
from regiewijzer.register.exchange.tables.instruments import INSTRUMENTS
from regiewijzer.register.exchange.tables.members import MEMBERS
from regiewijzer.register.exchange.tables.networks import NETWORKS
from regiewijzer.register.exchange.tables.organisations import ORGANISATIONS, OrganisationTable
from regiewijzer.register.exchange.tables.persons import PERSONS

TODAY = date(2026, 12, 1)
SHEETS = (CHALLENGES, ORGANISATIONS, PERSONS, NETWORKS, MEMBERS, INSTRUMENTS)
KBO, OTHER_KBO = "0207437468", "0212237186"


def _stored(sheet: Sheet, pk: int, **values: Value) -> Stored:
    standard = {column.key: column.default_on(date(2020, 1, 1)) for column in sheet.columns}
    return Stored(Target(sheet.code, pk=pk), {**standard, **values}, version=1)


def _plan(stored: list[Stored] | None = None, **sheets: list[tuple[object, ...]]) -> Plan:
    raws = [RawSheet(title, title, tuple(enumerate(rows, start=1))) for title, rows in sheets.items()]  # type: ignore[arg-type]
    by_sheet = {sheet.code: [one for one in stored or [] if one.target.sheet == sheet.code] for sheet in SHEETS}
    return plan_of(SHEETS, read_sheets(SHEETS, raws), by_sheet, TODAY, {"organisations": OrganisationTable().clean})


def _faults(plan: Plan) -> list[tuple[Fault, str]]:
    return [(mistake.fault, str(mistake.place)) for mistake in plan.mistakes]


def _states(plan: Plan, code: str) -> list[tuple[State, int | None]]:
    return [(entry.state, entry.pk) for each in plan.sheets if each.sheet.code == code for entry in each.entries]


def test_a_number_recognises_a_partner_under_another_name() -> None:
    stored = [_stored(ORGANISATIONS, 7, name="Stad Aalst", kbo=KBO)]

    plan = _plan(stored, Partners=[("Naam", "KBO-nummer"), ("Aalst", KBO)])

    assert _states(plan, "organisations") == [(State.CHANGED, 7)]
    assert plan.sheets[1].entries[0].changed == ("name",)


def test_a_number_is_added_to_the_one_partner_of_that_name_without_it() -> None:
    plan = _plan([_stored(ORGANISATIONS, 7, name="Aalst")], Partners=[("Naam", "KBO-nummer"), ("aalst", KBO)])

    assert plan.sheets[1].entries[0].changed == ("name", "kbo")


def test_namesakes_with_other_numbers_stay_apart() -> None:
    stored = [_stored(ORGANISATIONS, 7, name="Aalst", kbo=KBO)]

    plan = _plan(stored, Partners=[("Naam", "KBO-nummer"), ("Aalst", KBO), ("Aalst", OTHER_KBO)])

    assert _states(plan, "organisations") == [(State.UNCHANGED, 7), (State.NEW, None)]


def test_a_name_that_could_be_two_partners_is_not_guessed() -> None:
    stored = [_stored(ORGANISATIONS, pk, name="Aalst", kbo=kbo) for pk, kbo in ((7, KBO), (8, OTHER_KBO))]

    plan = _plan(stored, Partners=[("Naam",), ("Aalst",)], Mensen=[("Naam", "Organisatie"), ("An", "Aalst")])

    assert _faults(plan) == [(Fault.AMBIGUOUS, "Partners!A2"), (Fault.AMBIGUOUS, "Mensen!B2")]


def test_a_name_without_a_number_is_the_namesake_without_one() -> None:
    stored = [_stored(ORGANISATIONS, 7, name="Aalst", kbo=KBO), _stored(ORGANISATIONS, 8, name="Aalst")]

    plan = _plan(stored, Partners=[("Naam", "Gemeente"), ("Aalst", "Aalst")])

    assert _states(plan, "organisations") == [(State.CHANGED, 8)]


def test_a_number_that_belongs_to_another_partner_is_refused() -> None:
    stored = [
        _stored(ORGANISATIONS, 7, name="Aalst", kbo=KBO),
        _stored(ORGANISATIONS, 8, name="Gent", kbo=OTHER_KBO, ovo="OVO001992"),
    ]

    plan = _plan(stored, Partners=[("Naam", "KBO-nummer", "OVO-code"), ("Aalst", KBO, "OVO001992")])

    assert _faults(plan) == [(Fault.TAKEN, "Partners!C2")]


def test_a_row_may_name_a_row_of_the_same_file_by_its_new_name() -> None:
    stored = [_stored(ORGANISATIONS, 7, name="Stad Aalst", kbo=KBO)]
    people = [("Naam", "Organisatie"), ("An", "Aalst"), ("Bo", "Stad Aalst"), ("Co", "0207.437.468")]

    plan = _plan(stored, Partners=[("Naam", "KBO-nummer"), ("Aalst", KBO)], Mensen=people)

    assert _faults(plan) == []
    assert {entry.values["organisation"] for entry in plan.sheets[2].entries} == {Target("organisations", pk=7)}


def test_an_empty_cell_leaves_what_is_there_and_a_dash_empties_it() -> None:
    stored = [_stored(NETWORKS, 7, name="Huis", territory="wijk", note="oud")]

    plan = _plan(stored, Netwerken=[("Naam", "Gebied", "Nota"), ("Huis", "", "-")])

    entry = plan.sheets[3].entries[0]
    assert entry.changed == ("note",)
    assert (entry.values["territory"], entry.values["note"]) == ("wijk", "")


def test_a_check_looks_at_the_row_as_it_would_be() -> None:
    stored = [_stored(NETWORKS, 7, name="Huis", started=date(2024, 1, 1))]

    plan = _plan(stored, Netwerken=[("Naam", "Einde"), ("Huis", "01/01/2023")])

    assert _faults(plan) == [(Fault.END_BEFORE_START, "Netwerken!B2")]


def test_the_quirks_of_a_stored_row_are_no_mistake_of_a_file_that_leaves_it() -> None:
    stored = [_stored(NETWORKS, 7, name="Huis", started=date(2024, 1, 1), ended=date(2023, 1, 1))]

    plan = _plan(stored, Netwerken=[("Naam", "Einde"), ("Huis", "01/01/2023")])

    assert _faults(plan) == []


def test_shares_are_one_thing() -> None:
    stored = [_stored(INSTRUMENTS, 7, name="Premie", communicative=50, market=50)]

    plan = _plan(stored, Instrumenten=[("Naam", "Juridisch"), ("Premie", 100)])

    assert plan.sheets[5].entries[0].changed == ("communicative", "market", "legal")


def test_a_wrong_row_that_is_stored_already_can_still_be_named() -> None:
    stored = [_stored(NETWORKS, 7, name="Huis"), _stored(ORGANISATIONS, 8, name="Aalst")]

    plan = _plan(
        stored, Netwerken=[("Naam", "Start"), ("Huis", "31/02/2024")], Leden=[("Netwerk", "Partner"), ("Huis", "Aalst")]
    )

    assert _faults(plan) == [(Fault.NO_SUCH_DAY, "Netwerken!B2")]
    assert _states(plan, "members") == [(State.NEW, None)]


def test_periods_of_one_member_may_follow_each_other_but_not_overlap() -> None:
    stored = [
        _stored(NETWORKS, 7, name="Huis"),
        _stored(ORGANISATIONS, 8, name="Aalst"),
        _stored(
            MEMBERS, 9, network=Target("networks", pk=7), organisation=Target("organisations", pk=8),
            started=date(2020, 1, 1), ended=date(2022, 1, 1),
        ),
    ]  # fmt: skip
    headings = ("Netwerk", "Partner", "Lid sinds", "Lid tot")

    good = _plan(stored, Leden=[headings, ("Huis", "Aalst", "01/01/2020"), ("Huis", "Aalst", "01/01/2022")])
    bad = _plan(stored, Leden=[headings, ("Huis", "Aalst", "01/01/2020"), ("Huis", "Aalst", "01/01/2021")])

    assert _states(good, "members") == [(State.UNCHANGED, 9), (State.NEW, None)]
    assert _faults(bad) == [(Fault.MEMBER_TWICE, "Leden!B3")]


def test_another_first_day_of_the_only_period_corrects_it() -> None:
    stored = [
        _stored(NETWORKS, 7, name="Huis"),
        _stored(ORGANISATIONS, 8, name="Aalst"),
        _stored(MEMBERS, 9, network=Target("networks", pk=7), organisation=Target("organisations", pk=8)),
    ]

    plan = _plan(stored, Leden=[("Netwerk", "Partner", "Lid sinds"), ("Huis", "Aalst", "01/01/2021")])

    assert _states(plan, "members") == [(State.CHANGED, 9)]


def test_new_rows_without_a_day_get_that_of_today_and_it_is_told() -> None:
    plan = _plan(Netwerken=[("Naam", "Stand op"), ("Huis", ""), ("Tafel", "01/01/2025")])

    assert [entry.values["as_of"] for entry in plan.sheets[3].entries] == [TODAY, date(2025, 1, 1)]
    assert [(remark.note, remark.numbers["count"]) for remark in plan.remarks] == [(Note.AS_OF_TODAY, 1)]


def test_a_row_that_is_in_the_archive_stays_there_and_it_is_told() -> None:
    plan = _plan([_stored(NETWORKS, 7, name="Huis", archived=True)], Netwerken=[("Naam",), ("Huis",)])

    assert _states(plan, "networks") == [(State.UNCHANGED, 7)]
    assert [remark.note for remark in plan.remarks] == [Note.STAYS_IN_ARCHIVE]


def test_plans_that_do_the_same_have_the_same_digest() -> None:
    stored = [_stored(NETWORKS, 7, name="Huis")]
    rows = [("Naam", "Nota"), ("Huis", "nieuw")]

    assert _plan(stored, Netwerken=rows).digest == _plan(stored, Netwerken=rows).digest
    assert _plan(stored, Netwerken=rows).digest != _plan([], Netwerken=rows).digest


def test_without_its_heading_a_sheet_is_named_once_and_not_through_every_row_that_needs_it() -> None:
    plan = _plan(
        Netwerken=[("Wat", "Doel"), ("Huis", "x")],
        Partners=[("Naam",), ("Aalst",)],
        Leden=[("Netwerk", "Partner"), ("Huis", "Aalst"), ("Ander", "Aalst")],
    )

    assert _faults(plan) == [(Fault.HEADING_MISSING, "Netwerken!A1"), (Fault.UNKNOWN, "Leden!A3")]


def test_planning_takes_time_in_proportion_to_the_rows() -> None:
    rows: list[tuple[object, ...]] = [("Naam",), *((f"Partner {number % 50}",) for number in range(4_000))]

    plan = _plan(Partners=rows)

    assert len(plan.mistakes) == 3_950


def test_a_part_may_stand_above_its_whole_in_the_file() -> None:
    plan = _plan(Netwerken=[("Naam", "Deel van"), ("Stuurgroep", "Huis van het Kind"), ("Huis van het Kind", "")])

    part, whole = plan.sheets[3].entries
    assert plan.mistakes == ()
    assert part.values["within"] == whole.target


def test_a_whole_that_is_stored_is_found_by_its_name() -> None:
    stored = [_stored(NETWORKS, 7, name="Huis van het Kind")]

    plan = _plan(stored, Netwerken=[("Naam", "Deel van"), ("Stuurgroep", "huis van het kind")])

    assert plan.sheets[3].entries[0].values["within"] == Target("networks", pk=7)


def test_a_circle_is_refused_in_the_cell_that_closes_it() -> None:
    stored = [_stored(NETWORKS, 7, name="Huis"), _stored(NETWORKS, 8, name="Groep", within=Target("networks", pk=7))]

    plan = _plan(stored, Netwerken=[("Naam", "Deel van"), ("Huis", "Groep"), ("Zelf", "Zelf")])

    assert _faults(plan) == [(Fault.PART_OF_ITSELF, "Netwerken!B2"), (Fault.PART_OF_ITSELF, "Netwerken!B3")]


def test_a_whole_that_is_not_there_keeps_the_part_out_and_its_members_wait() -> None:
    plan = _plan(
        Netwerken=[("Naam", "Deel van"), ("Stuurgroep", "Nergens")],
        Partners=[("Naam",), ("OCMW",)],
        Leden=[("Netwerk", "Partner"), ("Stuurgroep", "OCMW")],
    )

    assert _faults(plan) == [(Fault.UNKNOWN, "Netwerken!B2")]
    assert _states(plan, "networks") == []
    assert _states(plan, "members") == []
