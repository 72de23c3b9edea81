from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0002_evidence"),
    ]

    operations = [
        migrations.AddField(
            model_name="storedfinding",
            name="measured",
            field=models.BooleanField(default=False),
        ),
    ]
