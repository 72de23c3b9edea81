from regiewijzer.inquiry.workshops.codes import ALPHABET, LENGTH, as_typed, hash_of, in_two, new_code


def test_a_code_has_six_of_thirty_one_characters_that_nobody_mistakes() -> None:
    codes = {new_code() for _try in range(200)}

    assert len(ALPHABET) == len(set(ALPHABET)) == 31
    assert not set("01OIL") & set(ALPHABET)
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)
    assert len(codes) == 200


def test_a_code_may_be_typed_small_and_with_spaces() -> None:
    assert as_typed(" abc-d ef") == "ABCDEF"
    assert as_typed("ABCDE") == as_typed("ABCDEFG") == as_typed("ABCDE0") == as_typed("") == ""
    assert in_two("ABCDEF") == "ABC DEF"


def test_what_is_kept_of_a_code_is_a_hash_with_a_key() -> None:
    assert hash_of("ABCDEF") != hash_of("ABCDEG")
    assert "ABCDEF" not in hash_of("ABCDEF")
    assert len(hash_of("ABCDEF")) == 64
