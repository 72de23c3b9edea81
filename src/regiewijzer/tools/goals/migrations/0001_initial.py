import functools

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from regiewijzer.foundation.tenancy import RowLevelSecurity
from regiewijzer.register.records.wording import word_choices


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("authorities", "0001_initial"),
        ("networks", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Split",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[("proposed", "proposal"), ("adopted", "adopted"), ("withdrawn", "withdrawn")],
                        default="proposed",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="the goal as a whole")),
                ("settled_on", models.DateField(editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "adopted_as",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="splits",
                        to="networks.goalversion",
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="authorities.authority",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="splits", to="networks.network"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.position",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        RowLevelSecurity("split"),
        migrations.CreateModel(
            name="SubGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=1000, verbose_name="goal of this part")),
                (
                    "target_groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="target groups",
                    ),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="policy domains",
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="authorities.authority",
                    ),
                ),
                (
                    "split",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sub_goals", to="goals.split"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        RowLevelSecurity("subgoal"),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "authority",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="authorities.authority",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "split",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places", to="goals.split"
                    ),
                ),
                (
                    "sub_goal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="goals.subgoal",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        RowLevelSecurity("place"),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("measured_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="measured on")),
                (
                    "attractive",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="attractive",
                    ),
                ),
                (
                    "attractive_consensus",
                    models.DecimalField(
                        decimal_places=2,
                        editable=False,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                    ),
                ),
                (
                    "concrete",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="concrete",
                    ),
                ),
                (
                    "concrete_consensus",
                    models.DecimalField(
                        decimal_places=2,
                        editable=False,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                    ),
                ),
                (
                    "bearable",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="bearable",
                    ),
                ),
                (
                    "bearable_consensus",
                    models.DecimalField(
                        decimal_places=2,
                        editable=False,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                    ),
                ),
                (
                    "own_part",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="own part is clear",
                    ),
                ),
                (
                    "own_part_consensus",
                    models.DecimalField(
                        decimal_places=2,
                        editable=False,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=functools.partial(word_choices, "input_sources"),
                        default="estimate",
                        max_length=20,
                        verbose_name="how it was measured",
                    ),
                ),
                ("answers", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of answers")),
                (
                    "invited",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of people asked"),
                ),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "authority",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="authorities.authority",
                    ),
                ),
                (
                    "measured_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.position",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goal_measurements",
                        to="networks.network",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="networks.goalversion",
                        verbose_name="version of the goal",
                    ),
                ),
            ],
            options={
                "ordering": ["-measured_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answers", None), ("invited", None), ("answers__lte", models.F("invited")), _connector="OR"
                        ),
                        name="no_more_goal_answers_than_asked",
                        violation_error_message="There are more answers than people asked.",
                    )
                ],
            },
        ),
        RowLevelSecurity("measurement"),
        migrations.AddConstraint(
            model_name="split",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "proposed")),
                fields=("authority", "network"),
                name="one_proposal_to_split",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=("authority", "split", "organisation", "sub_goal"), name="placed_once", nulls_distinct=False
            ),
        ),
    ]
