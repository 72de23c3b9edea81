import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from regiewijzer.foundation.tenancy import RowLevelSecurity


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "0002_second_step"),
        ("networks", "0005_start_as_far_as_known"),
    ]

    operations = [
        migrations.CreateModel(
            name="RequiredSeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=200, verbose_name="who has to sit there")),
                (
                    "minimum",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: the rule says no number.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="how many at least",
                    ),
                ),
                (
                    "source_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1831),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year of the source",
                    ),
                ),
                (
                    "from_rule",
                    models.BooleanField(
                        default=False,
                        help_text="Read in a source, of which the year is known.",
                        verbose_name="the rule itself asks for it",
                    ),
                ),
                (
                    "looked_at",
                    models.DateField(
                        blank=True,
                        help_text="Empty: still to check, and no finding.",
                        null=True,
                        verbose_name="looked at on",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="required_seats",
                        to="networks.network",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SeatHolder",
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
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="networks.membership"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="networks.requiredseat"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="requiredseat",
            name="holders",
            field=models.ManyToManyField(
                related_name="required_seats", through="networks.SeatHolder", to="networks.membership"
            ),
        ),
        migrations.AddConstraint(
            model_name="seatholder",
            constraint=models.UniqueConstraint(fields=("authority", "seat", "membership"), name="seat_held_once"),
        ),
        migrations.AddConstraint(
            model_name="requiredseat",
            constraint=models.UniqueConstraint(
                fields=("authority", "network", "role"),
                name="required_seat_once",
                violation_error_message="This seat is already asked for.",
            ),
        ),
        migrations.AddConstraint(
            model_name="requiredseat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_rule", False), models.Q(("source_year", None), _negated=True), _connector="OR"
                ),
                name="required_seat_names_its_year",
                violation_error_message="Say of which year the source is in which the rule asks for this seat.",
            ),
        ),
        RowLevelSecurity("requiredseat"),
        RowLevelSecurity("seatholder"),
    ]
