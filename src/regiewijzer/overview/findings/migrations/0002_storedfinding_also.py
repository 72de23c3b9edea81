from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="storedfinding",
            name="also",
            field=models.JSONField(default=list),
        ),
    ]
