"""Building the example authorities with what people were asked in them, and taking them away again."""

from regiewijzer.overview.example.actions.building import (
    NameTaken,
    build_example,
    build_example_if_missing,
    remove_example,
)

__all__ = ["NameTaken", "build_example", "build_example_if_missing", "remove_example"]
