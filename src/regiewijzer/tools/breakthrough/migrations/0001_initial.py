import functools

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import regiewijzer.register.records.wording
from regiewijzer.foundation.tenancy import RowLevelSecurity


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0003_digest"),
        ("authorities", "0002_second_step"),
        ("meetings", "0002_feeds_and_links"),
        ("networks", "0005_start_as_far_as_known"),
        ("organisations", "0002_colleague"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stuck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noted_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="noted on")),
                (
                    "impasses",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="what one recognises",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=1000, verbose_name="in own words")),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stuck",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "ordering": ["-noted_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Try",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "principle",
                    models.CharField(
                        choices=functools.partial(regiewijzer.register.records.wording.word_choices, *("principles",)),
                        max_length=40,
                        verbose_name="principle",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what will be tried")),
                ("others", models.CharField(blank=True, max_length=200, verbose_name="who joins in")),
                ("chosen_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="chosen on")),
                ("until", models.DateField(verbose_name="until when")),
                ("seen_by", models.CharField(max_length=300, verbose_name="how one will see it")),
                ("effect", models.TextField(blank=True, max_length=500, verbose_name="what it did")),
                (
                    "helped",
                    models.CharField(
                        blank=True,
                        choices=functools.partial(regiewijzer.register.records.wording.word_choices, *("try_effects",)),
                        default="",
                        max_length=20,
                        verbose_name="did it help",
                    ),
                ),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="told on")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "action",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="tries",
                        to="meetings.action",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tries",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="who takes the lead",
                    ),
                ),
            ],
            options={
                "ordering": ["-chosen_on", "-id"],
            },
        ),
        RowLevelSecurity("stuck"),
        RowLevelSecurity("try"),
    ]
