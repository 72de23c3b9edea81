"""Numbers as people write them."""

from decimal import Decimal

import pytest

from regiewijzer.science.written_numbers import TwoReadings, number_in


@pytest.mark.parametrize(("text", "number"), [
    ("12", "12"), ("1,5", "1.5"), ("1.5", "1.5"), ("2.000,00", "2000"), ("2,000.00", "2000"), ("1 500", "1500"),
    ("1\u00a0500", "1500"), ("1\u202f500,25", "1500.25"), ("1.000.000", "1000000"), ("0,125", "0.125"), ("-3", "-3"),
    ("3.1415", "3.1415"), ("12345.678", "12345.678"),
])  # fmt: skip
def test_a_number_with_one_meaning_is_read(text: str, number: str) -> None:
    assert number_in(text) == Decimal(number)


@pytest.mark.parametrize("text", ["1.000", "1,200", "300.000"])
def test_three_figures_after_one_sign_are_read_by_nobody(text: str) -> None:
    with pytest.raises(TwoReadings) as two:
        number_in(text)

    assert two.value.thousands == two.value.decimals * 1000


@pytest.mark.parametrize("text", ["twaalf", "1 2", "1.00.000", "", "nan", "1e5", "1.000,00,0"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_in(text) is None
