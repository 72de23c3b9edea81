from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("networks", "0006_required_seats")]

    operations = [migrations.RemoveConstraint("network", "network_name_once")]
