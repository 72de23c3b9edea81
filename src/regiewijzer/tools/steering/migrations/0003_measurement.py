import functools

import django.utils.timezone
from django.db import migrations, models

from regiewijzer.register.records.wording import word_choices


def _rename(table: str, what: str, name: str) -> migrations.RunSQL:
    kind, old = what.split(" ")
    return migrations.RunSQL(
        f"ALTER TABLE {table} RENAME {what} TO {name}", f"ALTER TABLE {table} RENAME {kind} {name} TO {old}"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("steering", "0002_context_and_stances"),
    ]

    operations = [
        migrations.RenameField("evaluation", "evaluated_on", "measured_on"),
        # Django would take the keys off and put them on again, which the wall does not let it check
        migrations.SeparateDatabaseAndState(
            [
                step
                for table in ("steering_evaluation", "steering_stance")
                for step in (
                    _rename(table, "COLUMN evaluated_by_id", "measured_by_id"),
                    _rename(
                        table,
                        f"CONSTRAINT {table}_evaluated_by_id_same_authority",
                        f"{table}_measured_by_id_same_authority",
                    ),
                )
            ],
            [
                migrations.RenameField("evaluation", "evaluated_by", "measured_by"),
                migrations.RenameField("stance", "evaluated_by", "measured_by"),
            ],
        ),
        migrations.AlterModelOptions("evaluation", {"ordering": ["-measured_on", "-id"]}),
        migrations.AlterField(
            model_name="evaluation",
            name="answers",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of answers"),
        ),
        migrations.AlterField(
            model_name="evaluation",
            name="invited",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of people asked"),
        ),
        migrations.AlterField(
            model_name="evaluation",
            name="measured_on",
            field=models.DateField(default=django.utils.timezone.localdate, verbose_name="measured on"),
        ),
        migrations.AlterField(
            model_name="evaluation",
            name="source",
            field=models.CharField(
                choices=functools.partial(word_choices, "input_sources"),
                default="estimate",
                max_length=20,
                verbose_name="how it was measured",
            ),
        ),
        migrations.AlterField(
            model_name="stance",
            name="answers",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of answers"),
        ),
        migrations.AlterField(
            model_name="stance",
            name="invited",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of people asked"),
        ),
        migrations.AlterField(
            model_name="stance",
            name="source",
            field=models.CharField(
                choices=functools.partial(word_choices, "input_sources"),
                default="estimate",
                max_length=20,
                verbose_name="how it was measured",
            ),
        ),
    ]
