"""The program role owns no table, so it may not ANALYZE one; this function of the owner does it for all."""

from django.db import migrations

GATHER = """
CREATE FUNCTION gather_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE owned oid;
BEGIN
    FOR owned IN
        SELECT c.oid FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND r.rolname = current_user
    LOOP
        EXECUTE format('ANALYZE %s', owned::regclass);
    END LOOP;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("exchange_pages", "0001_initial")]

    operations = [migrations.RunSQL(GATHER, "DROP FUNCTION gather_statistics()")]
