from regiewijzer.library.validation import find_faults


def test_the_content_that_ships_is_sound():
    assert find_faults() == ()


def test_an_empty_folder_is_not_sound(tmp_path):
    assert [fault.message for fault in find_faults(tmp_path)] == ["the principles are not numbered from 1 to 11"]
