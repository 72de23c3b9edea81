"""What else fits a finding: pages of its subject, principles, and cases on the theme of its network."""

from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.library import catalogue
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries.opened import THEMES_OF_SUBJECTS, beside


def test_a_finding_leads_to_what_fits_its_rule_and_its_theme(world: World, reader: Member) -> None:
    page = reader.client.get(f"/vliermonde/bevindingen/{world.key('finding')}/")
    found = page.context["finding"].beside

    assert "three-forms" in [each.key for each in found.pages]
    assert [case.title for case in found.own] == ["Oppas in de buurt"]
    assert found.cases
    assert all("children_families" in case.themes for case in found.cases)
    for title in (found.pages[0].title, "Oppas in de buurt", str(found.cases[0].title)):
        assert title in page.content.decode()


def test_a_sign_of_an_impasse_leads_to_principles(world: World) -> None:
    with inside(world.authority.pk):
        stored = StoredFinding(rule="composition.one_domain_dominates", subjects=[])

        found = beside(stored)

    assert [each.key for each in found.principles] == list(catalogue.impasse("same_answers").principles)
    assert not found.own
    assert not found.cases


def test_every_subject_has_a_theme_but_the_upkeep_of_the_register() -> None:
    subjects = {each.subject for each in catalogue.finding_types()}

    assert subjects - set(THEMES_OF_SUBJECTS) == {"register", "decision"}
    assert set(THEMES_OF_SUBJECTS.values()) <= {theme.key for theme in catalogue.themes()}
