import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_digest"),
        ("authorities", "0003_asks_partners"),
        ("confirmations", "0001_initial"),
        ("networks", "0008_went_into"),
        ("organisations", "0002_colleague"),
    ]

    operations = [
        migrations.AddField(
            model_name="confirmation",
            name="delivery",
            field=models.CharField(
                blank=True,
                choices=[("waiting", "not sent yet"), ("sent", "sent"), ("failed", "not delivered")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="confirmation",
            name="problem",
            field=models.CharField(blank=True, max_length=200),
        ),
        # Django would make the key to the person anew and look at every row, which the wall does not let a migration do
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE confirmations_confirmation ALTER COLUMN person_id DROP NOT NULL",
                    "ALTER TABLE confirmations_confirmation ALTER COLUMN person_id SET NOT NULL",
                )
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="confirmation",
                    name="person",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="organisations.person",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="confirmation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("outcome", ""), ("person", None)),
                fields=("authority", "membership"),
                name="confirmation_open_once_nobody",
            ),
        ),
    ]
