from regiewijzer.inquiry.workshops.actions.joining import TRIES, WINDOW
from regiewijzer.inquiry.workshops.codes import ALPHABET, LENGTH, as_typed, hash_of, in_two, new_code


def test_a_code_has_six_of_twenty_eight_characters_that_nobody_mistakes() -> None:
    codes = {new_code() for _try in range(200)}

    assert len(ALPHABET) == len(set(ALPHABET)) == 28
    assert not set("01OILBSZ") & set(ALPHABET)
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)
    assert len(codes) == 200


def test_a_code_may_be_typed_small_and_with_spaces() -> None:
    assert as_typed(" acd-e fg") == "ACDEFG"
    assert as_typed("ACDEF") == as_typed("ACDEFGH") == as_typed("ACDEF0") == as_typed("") == ""


def test_letters_that_are_taken_for_figures_open_the_same() -> None:
    assert as_typed("s5z2b8") == "552288"


def test_one_address_finds_a_session_in_an_hour_less_than_once_in_a_million() -> None:
    assert TRIES * 3600 / WINDOW / len(ALPHABET) ** LENGTH < 1e-6


def test_a_code_is_read_in_two_parts() -> None:
    assert in_two("ABCDEF") == "ABC DEF"


def test_what_is_kept_of_a_code_is_a_hash_with_a_key() -> None:
    assert hash_of("ABCDEF") != hash_of("ABCDEG")
    assert "ABCDEF" not in hash_of("ABCDEF")
    assert len(hash_of("ABCDEF")) == 64
