"""Instruments that were there before their places were kept get the place they have now, from the day they started."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from regiewijzer.foundation.tenancy import inside


def begin_history(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    instruments, placings = apps.get_model("instruments", "Instrument"), apps.get_model("instruments", "Placing")
    today = timezone.localdate()
    for authority in apps.get_model("authorities", "Authority").objects.all():
        with inside(authority.pk):
            placings.objects.bulk_create(
                placings(
                    authority_id=authority.pk,
                    instrument=instrument,
                    since=min(instrument.started or timezone.localdate(instrument.created_at), today),
                    communicative=instrument.communicative,
                    market=instrument.market,
                    financial=instrument.financial,
                    legal=instrument.legal,
                    status=instrument.status,
                )
                for instrument in instruments.objects.filter(placings=None)
            )


class Migration(migrations.Migration):
    dependencies = [("instruments", "0002_placing")]

    operations = [migrations.RunPython(begin_history, migrations.RunPython.noop)]
