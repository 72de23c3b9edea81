"""Reading the story of an example authority from its files."""

from regiewijzer.overview.example.queries.calendar import STORY_DAY, moved
from regiewijzer.overview.example.queries.mistakes import StoryMistakes
from regiewijzer.overview.example.queries.reading import AUTHORITIES, CONTENT, read_story
from regiewijzer.overview.example.queries.story import Story

__all__ = ["AUTHORITIES", "CONTENT", "STORY_DAY", "Story", "StoryMistakes", "moved", "read_story"]
