"""The commands that need no server: what they print, and how they end."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.utils.translation import override

from regiewijzer.config.command import main
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.reports.tests.reading import opened
from regiewijzer.register.networks.models import Membership
from regiewijzer.register.organisations.models import Organisation
from tests.hostile.files import far_cell
from tests.hostile.flanders import flanders
from tests.hostile.planted import planted_workbook
from tests.hostile.workbooks import register

SMALL = register(
    organisations=[{"name": f"Partner {number}"} for number in range(5)],
    networks=[{"name": "Huis"}, {"name": "Tafel"}],
    members=[
        {"network": name, "organisation": f"Partner {number}"} for name in ("Huis", "Tafel") for number in range(5)
    ],
)


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "klein.xlsx"
    path.write_bytes(SMALL)
    return path


def test_scan_prints_one_object(small: Path) -> None:
    done = _run("scan", small, "--json")

    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert told["counts"]["memberships"] == 10
    assert [(each["a"], each["b"], each["jaccard"]) for each in told["overlaps"]] == [("Huis", "Tafel", 1.0)]


def test_scan_prints_a_page_for_people(small: Path) -> None:
    done = _run("scan", small)

    assert done.exit_code == 0
    assert "Huis" in done.stdout


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ("Gelezen: ", "Huis en Tafel")),
        ("en", ("Read: ", "Huis and Tafel")),
    ],
)
def test_a_scan_and_its_report_speak_one_language_whatever_is_spoken_around_it(
    small: Path, tmp_path: Path, language: str, said: tuple[str, ...]
) -> None:
    with override("en" if language == "nl" else "nl"):
        done = _run("scan", small, "--language", language, "--report", tmp_path / "rapport.pdf")

    report = opened((tmp_path / "rapport.pdf").read_bytes())
    assert all(words in done.stdout for words in said)
    assert report.trailer["/Root"]["/Lang"].startswith(language)


def test_scan_of_a_large_file_says_what_scan_of_a_small_one_says(small: Path) -> None:
    done, large = _run("scan", small), _run("scan", "--large", small)

    assert (large.exit_code, large.stdout) == (0, done.stdout)


def test_scan_of_flanders_reads_everything() -> None:
    done = _run("scan", flanders(), "--json")

    told = json.loads(done.stdout)
    assert told["counts"]["organisations"] == 775
    assert sum(each["jaccard"] == 1 for each in told["overlaps"]) == 12


def test_scan_names_mistakes_apart_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "fouten.xlsx"
    path.write_bytes(planted_workbook())

    done = _run("scan", path, "--json")

    assert done.exit_code == 1
    assert "Netwerken!B3" in done.stderr
    assert json.loads(done.stdout)["counts"]["organisations"] == 2


def test_scan_of_an_unusable_file_ends_with_two_and_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "ver.xlsx"
    path.write_bytes(far_cell())

    done = _run("scan", path)

    assert done.exit_code == 2
    assert "Netwerken!XFD1048576" in done.stderr
    assert done.stdout == ""
    assert _run("scan", tmp_path / "er is niets").exit_code == 2


def test_scan_writes_a_report(small: Path, tmp_path: Path) -> None:
    done = _run("scan", small, "--report", tmp_path / "verslag.pdf")

    assert done.exit_code == 0
    assert (tmp_path / "verslag.pdf").read_bytes().startswith(b"%PDF")


def test_form_advises_the_lightest_form_without_a_shortage() -> None:
    done = _run(
        "form",
        "--trust",
        0.8,
        "--participants",
        25,
        "--consensus",
        0.8,
        "--need",
        0.3,
        "--trust-in-lead",
        0.6,
        "--json",
    )

    assert json.loads(done.stdout) == {
        "advised": "lead_organisation",
        "forms": {
            "self_regulating": {
                "fits": False,
                "shortages": [{"condition": "participants", "measured": 25, "limit": 8, "by": 17}],
            },
            "lead_organisation": {"fits": True, "shortages": []},
            "nao": {"fits": True, "shortages": []},
        },
    }


def test_form_advises_nothing_when_nothing_fits() -> None:
    done = _run(
        "form", "--trust", 0.1, "--participants", 60, "--consensus", 0.1, "--need", 1, "--trust-in-lead", 0, "--json"
    )

    told = json.loads(done.stdout)
    assert told["advised"] is None
    assert [form["fits"] for form in told["forms"].values()] == [False, False, False]


def test_form_does_not_know_what_was_not_measured() -> None:
    told = json.loads(_run("form", "--trust", 0.8, "--consensus", 0.8, "--json").stdout)

    assert [form["fits"] for form in told["forms"].values()] == [None, None, True]
    assert _run("form", "--trust", 4).exit_code == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_form_also_speaks_to_people(language: str) -> None:
    done = _run("form", "--participants", 25, "--language", language)

    assert "25" in done.stdout
    assert "8" in done.stdout


def test_import_shows_first_and_saves_after_yes(small: Path, authority: Authority) -> None:
    looked = _run("import", small, "--authority", "vliermonde")

    with inside(authority.pk):
        assert not Organisation.objects.exists()
    assert looked.exit_code == 0

    saved = _run("import", small, "--authority", "vliermonde", "--yes")

    assert saved.exit_code == 0
    with inside(authority.pk):
        assert Membership.objects.count() == 10
        assert StoredFinding.objects.standing().filter(rule="overlap.same_partners").exists()


def test_import_with_mistakes_saves_only_when_asked(tmp_path: Path, authority: Authority) -> None:
    path = tmp_path / "fouten.xlsx"
    path.write_bytes(planted_workbook())

    refused = _run("import", path, "--authority", "vliermonde", "--yes")

    assert refused.exit_code == 1
    assert "Netwerken!B3" in refused.stdout
    with inside(authority.pk):
        assert not Organisation.objects.exists()

    done = _run("import", path, "--authority", "vliermonde", "--yes", "--without-bad-rows")

    assert done.exit_code == 0
    with inside(authority.pk):
        assert Organisation.objects.count() == 2


@pytest.mark.parametrize("name", ["uit.xlsx", "uit.zip", "uit"])
def test_what_is_exported_comes_back_unchanged(name: str, small: Path, tmp_path: Path, authority: Authority) -> None:
    _run("import", small, "--authority", "vliermonde", "--yes")

    exported = _run("export", tmp_path / name, "--authority", "vliermonde")
    again = _run("import", tmp_path / name, "--authority", "vliermonde", "--language", "en")

    assert exported.exit_code == 0
    assert "Leden: 0 new, 0 changed, 10 the same" in again.stdout


def test_an_unknown_authority_is_told(small: Path, db: None) -> None:
    done = _run("import", small, "--authority", "nergens")

    assert done.exit_code == 1
    assert "nergens" in done.stderr


@pytest.mark.parametrize("command", ["scan", "form", "import", "export"])
def test_every_command_explains_itself(command: str) -> None:
    done = _run(command, "--help")

    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 8
