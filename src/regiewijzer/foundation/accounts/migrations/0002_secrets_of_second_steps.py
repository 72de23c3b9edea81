from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from regiewijzer.foundation.accounts.adapters import SECRETS_OF_STEPS, sealer


def encrypt(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """What was kept as it is, is kept encrypted from now on."""
    seal = sealer(settings.SECRET_KEY)
    for each in apps.get_model("mfa", "Authenticator").objects.all():
        plain = {name: each.data[name] for name in SECRETS_OF_STEPS if name in each.data}
        each.data |= {name: seal.encrypt(value.encode()).decode() for name, value in plain.items()}
        each.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [migrations.RunPython(encrypt)]
