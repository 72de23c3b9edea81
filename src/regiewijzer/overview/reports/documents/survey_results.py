"""The results of a survey on paper: exactly what its page shows, in words first and every figure at the end."""

from datetime import date
from itertools import groupby

from django.utils.translation import gettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.inquiry.questionnaires.public import NOT_VALIDATED
from regiewijzer.inquiry.surveys import public as surveys
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.reports.documents.letterhead import sender_of, survey_head
from regiewijzer.overview.reports.documents.pdf import Pdf, Template, render_pdf
from regiewijzer.overview.reports.documents.report_model import Chapter, Dossier, Facts, Prose
from regiewijzer.ui.pictures.picture import Table
from regiewijzer.ui.section import Fact
from regiewijzer.ui.wording import counted, day, worded

FIGURE_COLUMNS = (3.0, 1.6, 0.7)


def survey_report(survey: surveys.Survey, authority: Authority, today: date) -> Pdf:
    """The results of a closed survey, in the language that is spoken now. StillSealed before it is closed."""
    return render_pdf(Template.NETWORK, paper_of(survey, authority, today), on=today)


def paper_of(survey: surveys.Survey, authority: Authority, today: date) -> Dossier:
    """What stands on it, before it is set in type."""
    released = surveys.release(survey, limits_of(authority))
    about = surveys.subject_name(survey) or authority.name
    return Dossier(
        head=survey_head(sender_of(authority), str(released.questionnaire.title), today),
        lead=_lead(released),
        goal=about,
        facts=_facts(released),
        chapters=tuple(_readings(released)) + tuple(_texts(released)),
        appendix=Chapter(gettext("All figures"), tuple(figure_tables(released))),
        contents=gettext("Contents"),
    )


def figure_tables(released: surveys.Released) -> list[Table]:
    """Every released figure, a table for each group."""
    head = (gettext("About"), gettext("Measure"), gettext("Value"))
    return [
        Table(
            caption=group,
            head=head,
            rows=tuple((each.about or "–", each.measure, each.shown) for each in rows),
            numeric=(2,),
            widths=FIGURE_COLUMNS,
        )
        for group, rows in groupby(surveys.figures(released), key=lambda figure: figure.group)
    ]


def _lead(released: surveys.Released) -> Sentence:
    if released.answered is None:
        return worded(gettext("Too few people answered to show anything, so that nobody can be recognised."))
    return worded(
        gettext("**%(answered)s of %(invited)s** people answered."),
        answered=counted(released.answered),
        invited=counted(released.survey.invited),
    )


def _facts(released: surveys.Released) -> Facts:
    survey = released.survey
    assert survey.closed_on is not None
    return Facts(
        (
            Fact(gettext("Promise"), str(survey.get_privacy_display())),
            Fact(gettext("Closed on"), day(survey.closed_on)),
            Fact(gettext("Version of the questions"), str(survey.version), str(NOT_VALIDATED)),
        )
    )


def _readings(released: surveys.Released) -> list[Chapter]:
    """What the answers say, theme by theme."""
    found = []
    for each in released.outcome.dimensions if released.outcome else ():
        reading = each.reading
        texts = [reading.text, reading.next] if reading else []
        said = tuple(worded("%(text)s", text=str(text)) for text in texts if text)
        if said:
            found.append(Chapter(str(each.worded.title), (Prose(said),)))
    return found


def _texts(released: surveys.Released) -> list[Chapter]:
    return [
        Chapter(
            str(words.question.text),
            (Prose(tuple(worded("%(text)s", text=text) for text in words.texts)),),
        )
        for words in released.words
        if words.texts
    ]
