"""A tool is a folder and one value: nothing else has to know it."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from regiewijzer import tools
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.navigation import PLACES, navigation
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.tool import Tool
from regiewijzer.science import facts
from tests.architecture.policy import POLICY
from tests.world import World

FOLDER = Path(str(tools.__file__)).parent
# files, a part of a page, what only leads elsewhere, and the one search box in the head
IN_NO_PLACE = {"home_of", "insight_pdf", "likely_doubles", "map_file", "map_pdf", "search", "year_pdf"}
NAMES = [tool.name for tool in TOOLS]


def test_every_folder_with_a_tool_is_in_the_tuple() -> None:
    assert sorted(NAMES) == sorted(each.parent.name for each in FOLDER.glob("*/public.py"))


@pytest.mark.parametrize("tool", TOOLS, ids=NAMES)
def test_what_a_tool_gives_the_rules_are_fields_of_theirs(tool: Tool, world: World) -> None:
    with inside(world.authority.pk):
        given = {name for known in tool.network_facts(date(2026, 11, 23)).values() for name in known}

    assert set(tool.facts) <= {field.name for field in fields(facts.Register)}
    assert given <= {field.name for field in fields(facts.Network)}


def test_every_place_of_a_tool_is_in_the_menu() -> None:
    assert {item.name for tool in TOOLS for item in tool.nav} <= {item.name for place in PLACES for item in place.items}


def test_no_two_tools_say_the_same() -> None:
    for given in (
        [name for tool in TOOLS for name in tool.facts],
        [name for tool in TOOLS for name in tool.imports],
        [table.sheet.code for tool in TOOLS for table in tool.tables],
    ):
        assert len(given) == len(set(given))


@pytest.mark.parametrize(
    "page", ["dossier/sections/records.py", "dossier/sections/parts.py", "reports/documents/network_dossier.py"]
)
def test_a_dossier_names_no_tool(page: str) -> None:
    assert "regiewijzer.tools" not in (FOLDER.parent / "overview" / page).read_text()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.COORDINATOR])
def test_every_page_shows_in_which_place_it_is(role: Role) -> None:
    opened = {name for name, row in POLICY.items() if role.value in row.get}

    nowhere = {name for name in opened if not any(link.current for link in navigation("x", role, name, "nl").links)}

    assert nowhere <= IN_NO_PLACE
