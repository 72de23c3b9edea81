from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0002_who_was_asked"),
    ]

    operations = [
        migrations.AddField(
            model_name="invitee",
            name="reminder_waits",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
