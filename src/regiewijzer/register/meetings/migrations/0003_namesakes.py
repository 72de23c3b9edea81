from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_feeds_and_links")]

    operations = [migrations.RemoveConstraint("meeting", "meeting_name_once")]
