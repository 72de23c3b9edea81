from pathlib import Path

from regiewijzer.config.data_model import page

DOCUMENT = Path(__file__).resolve().parents[4] / "docs" / "data-model.md"


def test_the_page_of_the_data_model_is_up_to_date():
    """`regiewijzer data-model > docs/data-model.md` writes it again."""
    assert DOCUMENT.read_text(encoding="utf-8") == page()


def test_every_table_of_ours_is_in_the_data_model_with_its_keys():
    written = page()

    assert "  Membership {" in written
    assert 'Network ||--o{ Membership : "network"' in written
    assert "Authority ||" not in written.split("## register.networks")[1].split("## ")[0]
