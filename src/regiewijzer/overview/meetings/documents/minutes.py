"""Minutes on paper: as a PDF and as a Word file, with headings and tables that a reader of a screen can follow."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from html import escape

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.reports.documents.letterhead import minutes_head, sender_of
from regiewijzer.overview.reports.documents.pdf import Pdf, Template, render_pdf
from regiewijzer.overview.reports.documents.report_model import Chapter, Dossier, Facts, Prose
from regiewijzer.register.meetings.models import Action, Meeting, Presence, Seen
from regiewijzer.ui.legible import UNREADABLE
from regiewijzer.ui.pictures.picture import Table
from regiewijzer.ui.section import Fact
from regiewijzer.ui.wording import day, plain

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    "</Relationships>"
)


def as_pdf(meeting: Meeting, authority: Authority, today: date) -> Pdf:
    """The minutes of a meeting as a PDF. Inside the authority."""
    return render_pdf(Template.NETWORK, paper_of(meeting, authority, today), on=today)


def paper_of(meeting: Meeting, authority: Authority, today: date) -> Dossier:
    """What stands in it, before it is set in type."""
    written = [line.strip() for line in meeting.minutes.splitlines() if line.strip()]
    chapters = [Chapter(_("Minutes"), (Prose(tuple(plain(line) for line in written)),))]
    if agreements := [plain(each.text) for each in meeting.agreements.all()]:
        chapters.append(Chapter(_("Decisions"), (Prose(tuple(agreements)),)))
    if rows := _rows(meeting):
        head = (_("Action"), _("Who"), _("By when"))
        chapters.append(Chapter(_("Actions"), (Table(_("Actions"), head, rows, widths=(3.0, 2.0, 1.4)),)))
    return Dossier(
        head=minutes_head(sender_of(authority), meeting.network.name, today),
        lead=plain(_("Minutes of %(day)s") % {"day": date_format(meeting.held_on, "l j F Y")}),
        goal=meeting.place,
        facts=Facts(tuple(_facts(meeting))),
        chapters=tuple(chapters),
        appendix=None,
        contents="",
    )


def _facts(meeting: Meeting) -> Iterator[Fact]:
    yield Fact(_("Time"), f"{meeting.starts:%H:%M} – {meeting.ends:%H:%M}")
    for label, names in _seen(meeting):
        yield Fact(label, ", ".join(names))
    approved = day(meeting.approved_on) if meeting.approved_on else _("not yet")
    yield Fact(_("Approved by the members"), approved)


def _seen(meeting: Meeting) -> Iterator[tuple[str, list[str]]]:
    seen = list(meeting.presences.select_related("organisation", "person"))
    for label, states in ((_("Present"), (Seen.PRESENT, Seen.SUBSTITUTE)), (_("Excused"), (Seen.EXCUSED,))):
        if names := [_named(each) for each in seen if each.seen in states]:
            yield label, names


def _rows(meeting: Meeting) -> tuple[tuple[str, str, str], ...]:
    actions: list[Action] = list(meeting.actions.current().select_related("organisation", "person", "colleague__user"))
    return tuple((each.name, each.owner or "–", day(each.due) if each.due else "–") for each in actions)


def as_word(meeting: Meeting) -> bytes:
    """The minutes of a meeting as a .docx."""
    body = "".join(_body(meeting))
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_SPACE}"><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
        ' w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELS.format(kind="officeDocument", target="word/document.xml"))
        package.writestr("word/_rels/document.xml.rels", _RELS.format(kind="styles", target="styles.xml"))
        package.writestr("word/styles.xml", _styles())
        package.writestr("word/document.xml", document)
    return out.getvalue()


def _body(meeting: Meeting) -> Iterator[str]:
    yield _line(meeting.network.name, "Title")
    yield _line(_("Minutes of %(day)s") % {"day": date_format(meeting.held_on, "l j F Y")}, "Subtitle")
    if meeting.place:
        yield _line(meeting.place)
    for label, names in _seen(meeting):
        yield _line(f"{label}: {', '.join(names)}")
    yield _line(_("Minutes"), "Heading1")
    for line in meeting.minutes.splitlines():
        yield _line(line)
    if agreements := list(meeting.agreements.all()):
        yield _line(_("Decisions"), "Heading1")
        for agreement in agreements:
            yield _line(agreement.text)
    if rows := _rows(meeting):
        yield _line(_("Actions"), "Heading1")
        yield _table([(_("Action"), _("Who"), _("By when")), *rows])


def _named(presence: Presence) -> str:
    return f"{presence.person} ({presence.organisation})" if presence.person else str(presence.organisation)


def _line(words: str, style: str = "") -> str:
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{kind}<w:r><w:t xml:space="preserve">{_text(words)}</w:t></w:r></w:p>'


def _table(rows: list[tuple[str, str, str]]) -> str:
    edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>' for side in ("top", "bottom", "insideH"))
    widths = (5200, 2600, 1800)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    drawn = "".join(_row(row, head=not at) for at, row in enumerate(rows))
    look = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>"


def _row(cells: tuple[str, str, str], *, head: bool) -> str:
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{repeated}{''.join(f'<w:tc>{_line(cell)}</w:tc>' for cell in cells)}</w:tr>"


def _text(words: str) -> str:
    return escape(UNREADABLE.sub("", words), quote=False)


def _styles() -> str:
    language = "nl-BE" if (get_language() or "nl").startswith("nl") else "en-GB"
    outline = '<w:outlineLvl w:val="0"/>'
    sizes = (("Title", "Title", 40, ""), ("Subtitle", "Subtitle", 26, ""), ("Heading1", "heading 1", 28, outline))
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>'
        f'<w:spacing w:before="240" w:after="120"/>{level}'
        f'</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for key, name, size, level in sizes
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{_SPACE}"><w:docDefaults>'
        f'<w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/></w:style>{named}</w:styles>'
    )
