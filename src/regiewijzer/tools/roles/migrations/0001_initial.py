import functools

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
        ("networks", "0006_required_seats"),
        ("organisations", "0002_colleague"),
    ]

    operations = [
        migrations.CreateModel(
            name="Beginner",
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
                    "position",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="beginner", to="accounts.position"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=functools.partial(
                            regiewijzer.register.records.wording.word_choices, *("manager_roles",)
                        ),
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("gladly", models.BooleanField()),
                ("offered_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
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
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="role_offers", to="accounts.position"
                    ),
                ),
            ],
            options={
                "ordering": ["position__user__name", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("authority", "position", "role"), name="role_offered_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=functools.partial(
                            regiewijzer.register.records.wording.word_choices, *("manager_roles",)
                        ),
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("since", models.DateField(blank=True, null=True, verbose_name="since")),
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
                    "colleague",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.position",
                        verbose_name="colleague",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="role_tasks", to="networks.network"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "ordering": ["network", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("colleague", None), ("person__isnull", False)),
                            models.Q(("colleague__isnull", False), ("person", None)),
                            _connector="OR",
                        ),
                        name="role_taken_by_one",
                        violation_error_message="Name a colleague or a person, not both.",
                    ),
                    models.UniqueConstraint(
                        fields=("authority", "network", "role", "colleague"), name="role_of_colleague_once"
                    ),
                    models.UniqueConstraint(
                        fields=("authority", "network", "role", "person"), name="role_of_person_once"
                    ),
                ],
            },
        ),
        RowLevelSecurity("task"),
        RowLevelSecurity("offer"),
        RowLevelSecurity("beginner"),
    ]
