"""How did it go? Measures over time, each on its own line, against what is needed and against a shaded stretch."""

from regiewijzer.ui.pictures.course.drawing import drawn
from regiewijzer.ui.pictures.course.rows import Course, CourseRow, Point, Stretch
from regiewijzer.ui.pictures.course.saying import description, twin
from regiewijzer.ui.pictures.letters import NARROW, WIDE
from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice

__all__ = ["Course", "CourseRow", "Point", "Stretch", "course_picture"]


@drawn_once
def course_picture(course: Course, *, picture_id: str) -> Picture | None:
    """The rows in which something was measured, in their order; None when there are none."""
    if not course.days:
        return None
    return drawn_twice(
        picture_id,
        title=course.title,
        description=description(course),
        wide=drawn(course, WIDE),
        narrow=drawn(course, NARROW),
        twin=twin(course),
    )
