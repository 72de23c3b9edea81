from django.db import migrations, models

PRECISION = models.CharField(
    max_length=5,
    choices=[("day", "day"), ("month", "month"), ("year", "year")],
    default="day",
    editable=False,
)


class Migration(migrations.Migration):
    dependencies = [("networks", "0004_within_layer_intensity")]

    operations = [
        migrations.AddField("network", "started_precision", PRECISION.clone()),
        migrations.AddField("membership", "started_precision", PRECISION.clone()),
    ]
