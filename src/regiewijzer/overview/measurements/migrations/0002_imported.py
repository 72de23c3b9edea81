from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "0001_initial"),
        ("measurements", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint("adoption", "adopted_once"),
        migrations.RenameModel("Adoption", "Imported"),
        migrations.RenameField("imported", "adopted_at", "imported_at"),
        migrations.AddConstraint(
            "imported", models.UniqueConstraint(fields=("authority", "way", "key"), name="imported_once")
        ),
    ]
