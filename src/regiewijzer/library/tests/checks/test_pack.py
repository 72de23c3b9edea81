from regiewijzer.library.reading import CONTENT


def test_a_fault_names_its_line_and_entry(broken):
    (fault,) = broken("glossary.yaml", "nl: Wat er bereikt", "nl: Welke score bereikt")

    lines = (CONTENT / "glossary.yaml").read_text(encoding="utf-8").splitlines()
    assert "bereikt moet worden" in lines[fault.line - 1]
    assert str(fault) == f"glossary.yaml:{fault.line} challenge: nl: 'score' is not a word of this house"
