from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_secrets_of_second_steps")]

    operations = [
        migrations.AddField("position", "digest", models.BooleanField(default=True)),
        migrations.AddField("position", "digest_sent_on", models.DateField(editable=False, null=True)),
    ]
