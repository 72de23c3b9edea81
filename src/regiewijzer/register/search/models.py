"""The search index: one row per record, with its words as a tsvector."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from regiewijzer.foundation.authorities.models import AuthorityOwned


class SearchEntry(AuthorityOwned):
    """What one record can be found by. `title` and `line` are what the list of results shows."""

    kind = models.CharField(max_length=40)
    record = models.BigIntegerField()
    title = models.CharField(max_length=300)
    line = models.CharField(max_length=300, blank=True)
    archived = models.BooleanField(default=False)
    words = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "kind", "record"], name="search_entry_once")]
        indexes = [GinIndex(fields=["words"], name="search_entry_words")]

    def __str__(self) -> str:
        return self.title
