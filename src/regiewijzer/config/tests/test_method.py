from pathlib import Path

import pytest

from regiewijzer.config.method import page
from regiewijzer.library import catalogue
from regiewijzer.science.rules.check_values import CHECK_VALUES
from regiewijzer.science.rules.vocabulary import Rule, version_of

DOCUMENT = Path(__file__).resolve().parents[4] / "docs" / "method.md"


def test_the_page_of_the_method_is_up_to_date() -> None:
    """`regiewijzer method > docs/method.md` writes it again."""
    assert DOCUMENT.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_number_a_version_sources_and_a_check_value_on_which_it_fires(rule: Rule) -> None:
    number = list(Rule).index(rule) + 1
    section = page().split(f"### R{number}. {rule.value}\n")[1].split("\n### ")[0]

    found = CHECK_VALUES[rule].finding(rule)

    assert found.rule == rule
    assert f"Version {version_of(rule)};" in section
    assert CHECK_VALUES[rule].said in section
    for key in catalogue.finding_type(rule).sources:
        assert catalogue.source(key).reference.en.rstrip(".") in section


def test_check_values_of_measures_are_those_of_their_source() -> None:
    """Tastle & Wierman's example of answers spread over the scale; the mark of a network begun on a leap day."""
    written = page()

    assert "`0.434`" in written
    assert "`2026-02-28`" in written
    assert "`(0.6, 0.75)`" in written
    assert "`[0.04, 0.04, 0.04, 0.5]`" in written
    assert "`['limited', 'great', 'fair', 'limited', 'limited']`" in written
