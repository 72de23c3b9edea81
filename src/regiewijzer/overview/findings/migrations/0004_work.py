import django.db.models.deletion
from django.db import migrations, models

from regiewijzer.foundation.tenancy import TenantForeignKeys


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_digest"), ("findings", "0003_measured")]

    operations = [
        migrations.AddField(
            "storedfinding",
            "owner",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="findings",
                to="accounts.position",
                verbose_name="assigned to",
            ),
        ),
        migrations.AddField(
            "storedfinding", "not_now_until", models.DateField(blank=True, null=True, verbose_name="not now, until")
        ),
        migrations.AddField(
            "storedfinding",
            "not_now_reason",
            models.CharField(blank=True, max_length=300, verbose_name="why not now"),
        ),
        TenantForeignKeys("storedfinding", ["owner"]),
    ]
