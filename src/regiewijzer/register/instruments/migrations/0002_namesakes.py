from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("instruments", "0001_initial")]

    operations = [migrations.RemoveConstraint("instrument", "instrument_name_once")]
