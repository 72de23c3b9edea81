from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "0002_second_step"),
    ]

    operations = [
        migrations.AddField(
            model_name="authority",
            name="asks_partners",
            field=models.BooleanField(
                default=False,
                help_text="Who sits in a network that nobody looked at for a year then gets a mail with three questions. It needs a mail server.",
                verbose_name="ask partners once a year",
            ),
        ),
        migrations.AddField(
            model_name="authority",
            name="partners_asked_on",
            field=models.DateField(editable=False, null=True),
        ),
    ]
