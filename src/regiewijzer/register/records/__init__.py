"""What every record of the register shares: a version, an as-of date, an archive, a history."""
