"""Which graph does a file hold? By what stands in it, not by its name."""

from pathlib import Path

from regiewijzer.register.exchange.files.containers import ZIP, refuse_old_format
from regiewijzer.register.exchange.files.limits import MEGABYTE, UPLOAD, Reason, Refused
from regiewijzer.register.exchange.graphs.found import ReadGraph, judged
from regiewijzer.register.exchange.graphs.markup import read_markup
from regiewijzer.register.exchange.graphs.tables import read_table

MOST_BYTES = UPLOAD.unpacked
MARKUP = (b"<", "<".encode("utf-16-le"), "<".encode("utf-16-be"))
MARKS = b"\xef\xbb\xbf\xff\xfe"


def graph_at(path: Path, *, undirected: bool = False) -> ReadGraph:
    """The graph in this file; `undirected`: whatever the file says of directions. Refused when it is unusable."""
    if not path.is_file():
        raise Refused(Reason.NOTHING)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Refused(Reason.TOO_LARGE, found=-(-size // MEGABYTE), most=MOST_BYTES // MEGABYTE)
    return read_graph(path.name, path.read_bytes(), undirected=undirected)


def read_graph(file: str, data: bytes, *, undirected: bool = False) -> ReadGraph:
    """The graph in these bytes: GraphML, GEXF, a matrix or an edge list. Refused when they are none of these."""
    refuse_old_format(data)
    if data.startswith(ZIP):
        raise Refused(Reason.NO_GRAPH, file=file)
    start = data[:200].lstrip(MARKS + b" \t\r\n\x00")
    found = read_markup(file, data) if start.startswith(MARKUP) else read_table(file, data)
    return judged(found, file, undirected=undirected)
