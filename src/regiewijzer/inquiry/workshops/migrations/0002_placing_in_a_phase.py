import functools

from django.db import migrations, models

import regiewijzer.register.records.wording


class Migration(migrations.Migration):
    dependencies = [
        ("workshops", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="question",
            name="phase",
            field=models.CharField(
                blank=True,
                choices=functools.partial(regiewijzer.register.records.wording.word_choices, *("phases",)),
                max_length=20,
                verbose_name="phase",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="scored",
            field=models.BooleanField(default=False, verbose_name="ask for importance and replaceability"),
        ),
    ]
