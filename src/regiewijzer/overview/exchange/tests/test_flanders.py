"""All Flemish associations, brought in through the browser, show as findings."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.accounts import Member
from tests.hostile.flanders import flanders

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation


def test_the_same_members_are_found_after_an_import(coordinator: Member, authority: Authority) -> None:
    files = [flanders() / name for name in ("organisations.csv", "memberships.csv")]
    uploads = [SimpleUploadedFile(file.name, file.read_bytes()) for file in files]
    coordinator.client.post(reverse("exchange_upload", args=["vliermonde"]), {"upload": uploads})
    with inside(authority.pk):
        draft = ImportDraft.objects.get()

    coordinator.client.post(reverse("exchange_confirm", args=["vliermonde", draft.pk]))

    with inside(authority.pk):
        assert Organisation.objects.count() == 775
        assert Network.objects.count() == 286
        assert Membership.objects.count() == 3180
        found = StoredFinding.objects.standing().filter(rule__startswith="overlap.")
        told = [{subject["name"] for subject in finding.subjects} for finding in found]
        assert {"FIGGA", "Gaselwest"} in told
        assert {"Leiedal", "WIV", "Zuidwest"} in told
        assert sum(len(names) == 2 for names in told) == 14
        assert sum(len(names) > 2 for names in told) == 5
    address = reverse("findings", args=["vliermonde"])
    pages = [coordinator.client.get(address, {"page": number}).content.decode() for number in (1, 2)]
    assert any("Leiedal" in page for page in pages)
