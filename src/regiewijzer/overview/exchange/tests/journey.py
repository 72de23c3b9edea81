"""How a test goes through an import: choose, look, confirm."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation

REGISTER: tuple[type[Model], ...] = (Challenge, Organisation, Network, Membership)
SMALL: dict[str, Any] = {
    "organisations": [{"name": f"Partner {number}"} for number in range(12)],
    "networks": [{"name": "Huis van het Kind", "form": "Zelfregulerend"}],
    "members": [{"network": "Huis van het Kind", "organisation": f"Partner {number}"} for number in range(12)],
}


def upload(client: Client, *files: tuple[str, bytes], follow: bool = True) -> Any:
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(reverse("exchange_upload", args=["vliermonde"]), {"upload": uploads}, follow=follow)


def draft_of(authority: Authority) -> ImportDraft:
    with inside(authority.pk):
        return ImportDraft.objects.latest("pk")


def confirm(client: Client, draft: ImportDraft, **data: str) -> Any:
    return client.post(reverse("exchange_confirm", args=["vliermonde", draft.pk]), data, follow=True)


def counts(authority: Authority) -> list[int]:
    with inside(authority.pk):
        return [model._default_manager.count() for model in REGISTER]
