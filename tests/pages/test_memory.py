from regiewijzer.overview.memory import Memory


def test_a_value_counts_as_long_as_its_stamp_is_the_same() -> None:
    memory: Memory[str] = Memory(2)
    memory.put("a", 1, "old")

    assert (memory.get("a", 1), memory.get("a", 2), memory.get("b", 1)) == ("old", None, None)
    memory.put("a", 2, "new")
    assert (memory.get("a", 1), memory.get("a", 2)) == (None, "new")


def test_what_was_used_longest_ago_goes_first() -> None:
    memory: Memory[str] = Memory(10)
    for key in "abc":
        memory.put(key, 1, key, weight=3)
    memory.get("a", 1)
    memory.put("d", 1, "d", weight=4)

    assert [memory.get(key, 1) for key in "abcd"] == ["a", None, "c", "d"]


def test_what_is_too_large_is_not_remembered() -> None:
    memory: Memory[str] = Memory(10)
    memory.put("a", 1, "a", weight=11)
    memory.put("b", 1, "b", weight=10)

    assert (memory.get("a", 1), memory.get("b", 1)) == (None, "b")
