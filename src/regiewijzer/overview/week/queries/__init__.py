"""What does this week ask of whoever opens the first page?"""

from regiewijzer.overview.week.queries.home import home_of

__all__ = ["home_of"]
