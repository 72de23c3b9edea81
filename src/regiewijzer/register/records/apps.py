from collections.abc import Callable, Sequence
from typing import ClassVar

from django.apps import AppConfig

from regiewijzer.register.records.wording import domain_names, theme_names


class RecordsConfig(AppConfig):
    name = "regiewijzer.register.records"
    label = "records"
    trail_lists: ClassVar[dict[str, Callable[[Sequence[str]], list[str]]]] = {
        "themes": theme_names,
        "domains": domain_names,
    }
