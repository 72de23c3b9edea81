from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_alter_entry_verb"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="seal",
            field=models.CharField(blank=True, default="", max_length=73),
            preserve_default=False,
        ),
    ]
