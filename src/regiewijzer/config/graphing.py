"""The command that writes networks and their members as a graph, for programs that draw and measure graphs."""

import os
from pathlib import Path

import click
from django.utils import timezone, translation
from django.utils.translation import gettext

from regiewijzer.config.options import language_option
from regiewijzer.config.scanning import refuse
from regiewijzer.overview.maps.documents import ENDINGS, file_of
from regiewijzer.overview.scan.facts.sheets import scan_sheets
from regiewijzer.overview.scan.public import complaints
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.containers import ZIP
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.register.exchange.graphs.reading import graph_at
from regiewijzer.science.measures.affiliation import MAPS, WeightedGraph
from regiewijzer.science.measures.centrality import betweenness_shared
from regiewijzer.science.measures.profile import profile


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--of",
    "which",
    type=click.Choice(list(MAPS)),
    default="members",
    show_default=True,
    help="Networks with their partners, partners by the networks they share, or networks by the partners they share.",
)
@click.option("--matrix", "as_matrix", is_flag=True, help="Write a CSV file as a matrix and not as an edge list.")
@click.option("--undirected", is_flag=True, help="A tie in a file of a graph has no direction.")
@language_option
def graph(path: Path, out: Path, which: str, as_matrix: bool, undirected: bool, language: str) -> None:
    """Write networks, members and measures as a graph.

    PATH is a workbook, a folder of CSV files, the two-file form, or a file with a graph: a matrix, an edge list,
    GraphML or GEXF. OUT ends in .graphml, .gexf, .net (Pajek), .csv (edge list, or a matrix with --matrix) or .xlsx.
    GraphML, GEXF and .xlsx also hold the measures of each node. Ends with 2 when PATH cannot be read or OUT not be
    written.
    """
    if out.suffix.lower() not in ENDINGS:
        raise click.BadParameter(f"{out.name}: {', '.join(ENDINGS)}", param_hint="OUT")
    with translation.override(language):
        try:
            read = _read(path, which, undirected=undirected)
            found = profile(read.graph, betweenness_shared(read.graph, os.cpu_count() or 1))
            out.write_bytes(file_of(read, found, out.suffix.lower(), as_matrix=as_matrix))
        except Refused as refused:
            refuse(refused)
        except OSError:
            refuse(Refused(Reason.NOT_WRITTEN, name=out.name))
        counted = gettext("%(nodes)s nodes, %(ties)s ties")
        click.echo(counted % {"nodes": len(read.graph), "ties": len(read.graph.ties)})


def _read(path: Path, which: str, *, undirected: bool) -> WeightedGraph:
    if path.is_file() and not _begins(path).startswith(ZIP):
        read = graph_at(path, undirected=undirected)
        for note in read.notes:
            click.echo(wording.graph_note(note), err=True)
        return WeightedGraph(read.graph, (1,) * len(read.graph.ties))
    found = scan_sheets(read_files(files_at(path)), timezone.localdate())
    for complaint in complaints(found):
        click.echo(complaint, err=True)
    if not found.register.running:
        raise Refused(Reason.NO_ROW)
    names = {organisation.ref: organisation.name for organisation in found.register.organisations}
    return MAPS[which](found.register.running, names)


def _begins(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(len(ZIP))
