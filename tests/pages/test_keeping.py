from regiewijzer.foundation.authorities.models import Authority
from tests.accounts import Member


def test_no_browser_keeps_a_page_behind_the_login(coordinator: Member, authority: Authority) -> None:
    answer = coordinator.client.get(f"/{authority.slug}/overzicht/")

    assert answer["Cache-Control"] == "private, no-store"
    assert "no-store" in coordinator.client.get("/account/voorkeuren/")["Cache-Control"]
