"""Building and removing the example authorities."""

from regiewijzer.overview.example.actions.example import (
    NameTaken,
    build_example,
    build_example_if_missing,
    remove_example,
)

__all__ = ["NameTaken", "build_example", "build_example_if_missing", "remove_example"]
