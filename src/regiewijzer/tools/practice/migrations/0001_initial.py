import functools

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import regiewijzer.register.records.wording
from regiewijzer.foundation.tenancy import POLICY, RowLevelSecurity, TenantForeignKeys

TABLE = "practice_sharedcase"
# Read by every authority, written by its own alone: docs/decisions/0018-shared-cases.md.
OPEN_TO_READ = f"""
ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_by_all ON {TABLE} FOR SELECT USING (true);
CREATE POLICY added_by_own ON {TABLE} FOR INSERT WITH CHECK ({POLICY});
CREATE POLICY changed_by_own ON {TABLE} FOR UPDATE USING ({POLICY}) WITH CHECK ({POLICY});
CREATE POLICY taken_by_own ON {TABLE} FOR DELETE USING ({POLICY});
"""
CLOSED = f"""
DROP POLICY read_by_all ON {TABLE};
DROP POLICY added_by_own ON {TABLE};
DROP POLICY changed_by_own ON {TABLE};
DROP POLICY taken_by_own ON {TABLE};
ALTER TABLE {TABLE} DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0003_digest"),
        ("authorities", "0002_second_step"),
        ("decisions", "0003_decision_subjects"),
        ("networks", "0005_start_as_far_as_known"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1976),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="themes",
                    ),
                ),
                ("challenge", models.TextField(max_length=1000, verbose_name="what was the question")),
                ("what", models.TextField(max_length=2000, verbose_name="what was done")),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=functools.partial(regiewijzer.register.records.wording.word_choices, *("forms",)),
                        default="",
                        max_length=20,
                        verbose_name="form",
                    ),
                ),
                ("gave", models.TextField(max_length=1000, verbose_name="what it gave")),
                ("did_not", models.TextField(max_length=1000, verbose_name="what it did not give")),
                ("contact", models.CharField(max_length=150, verbose_name="which function one can ask")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="decisions.decision",
                        verbose_name="decision",
                    ),
                ),
                (
                    "made_by",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="cases",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "practice case",
                "verbose_name_plural": "practice cases",
                "ordering": ["title", "id"],
            },
        ),
        migrations.CreateModel(
            name="SharedCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1976),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="themes",
                    ),
                ),
                ("challenge", models.TextField(max_length=1000, verbose_name="what was the question")),
                ("what", models.TextField(max_length=2000, verbose_name="what was done")),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=functools.partial(regiewijzer.register.records.wording.word_choices, *("forms",)),
                        default="",
                        max_length=20,
                        verbose_name="form",
                    ),
                ),
                ("gave", models.TextField(max_length=1000, verbose_name="what it gave")),
                ("did_not", models.TextField(max_length=1000, verbose_name="what it did not give")),
                ("contact", models.CharField(max_length=150, verbose_name="which function one can ask")),
                ("authority_name", models.CharField(max_length=200)),
                ("shared_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="authorities.authority"
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="shared", to="practice.case"
                    ),
                ),
            ],
            options={
                "ordering": ["title", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                fields=("authority", "title"),
                name="case_title_once",
                violation_error_message="A case with this title already exists.",
            ),
        ),
        RowLevelSecurity("case"),
        TenantForeignKeys("sharedcase", ["case"]),
        migrations.RunSQL(OPEN_TO_READ, CLOSED),
    ]
