import functools

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
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("said_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="said on")),
                (
                    "said_by",
                    models.CharField(
                        choices=[
                            ("partner", "The partner itself"),
                            ("table", "Together at the table"),
                            ("estimate", "Own estimate"),
                        ],
                        default="estimate",
                        max_length=10,
                        verbose_name="who said so",
                    ),
                ),
                ("brings", models.CharField(blank=True, max_length=400, verbose_name="what it brings")),
                (
                    "brings_size",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "nothing"), (1, "a little"), (2, "rather much"), (3, "much")],
                        null=True,
                        verbose_name="how much that is",
                    ),
                ),
                ("gets", models.CharField(blank=True, max_length=400, verbose_name="what it gets")),
                (
                    "gets_size",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "nothing"), (1, "a little"), (2, "rather much"), (3, "much")],
                        null=True,
                        verbose_name="how much that is",
                    ),
                ),
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
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="statements", to="networks.network"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "written_by",
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
                "ordering": ["-said_on", "-id"],
            },
        ),
        RowLevelSecurity("statement"),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("measured_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="measured on")),
                (
                    "agreement",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="agreement on the goal",
                    ),
                ),
                (
                    "agreement_consensus",
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
                    "power_contribution",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="division of power and contribution",
                    ),
                ),
                (
                    "power_contribution_consensus",
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
                    "returns",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="division of the returns",
                    ),
                ),
                (
                    "returns_consensus",
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
                        related_name="cooperation_measurements",
                        to="networks.network",
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
                        name="no_more_cooperation_answers_than_asked",
                        violation_error_message="There are more answers than people asked.",
                    )
                ],
            },
        ),
        RowLevelSecurity("measurement"),
    ]
