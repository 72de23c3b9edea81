from django.db import migrations

# By the table itself and not by its name, and whatever schemas come first: a table of the same name, made by whoever
# asks, would else decide. The program has no right to change or remove a line at all; the trigger stands behind that.
BY_THE_TABLE = """
CREATE OR REPLACE FUNCTION audit_entry_is_insert_only() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN OLD;  -- only the owner, when an authority is deleted as a whole
  END IF;
  RAISE EXCEPTION 'the audit trail can only be added to';
END $$;
"""
NO_RIGHT = """
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'regiewijzer_app') THEN
    REVOKE UPDATE, DELETE ON audit_entry FROM regiewijzer_app;
  END IF;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(BY_THE_TABLE, migrations.RunSQL.noop),
        migrations.RunSQL(NO_RIGHT, migrations.RunSQL.noop),
    ]
