from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0002_evidence"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="subjects",
            field=models.JSONField(default=list, editable=False),
        ),
    ]
