"""Everything of an authority travels, or stays for a reason that is written down."""

from django.apps import apps

from regiewijzer.foundation.tenancy import has_authority
from regiewijzer.overview.exchange.tables import LEFT_OUT, TABLES

OF_ACCOUNTS = frozenset({"accounts.Position", "accounts.Invitation"})  # before the wall, with the accounts themselves


def test_every_table_of_an_authority_travels_or_is_left_out_for_a_reason() -> None:
    tables = {model._meta.label for model in apps.get_models() if has_authority(model)} - OF_ACCOUNTS

    travels = {model._meta.label for table in TABLES for model in (table.model, *table.also)}

    assert travels.isdisjoint(LEFT_OUT)
    apps_left_out = {name for name in LEFT_OUT if "." not in name}
    assert {table for table in tables if table.split(".")[0] not in apps_left_out} == (
        travels | (set(LEFT_OUT) - apps_left_out)
    )
    assert apps_left_out <= {table.split(".")[0] for table in tables}
    assert not {table for table in travels if table.split(".")[0] in apps_left_out}
    assert all(LEFT_OUT.values())
