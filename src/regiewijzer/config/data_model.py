"""Which tables are there, and how do they hang together? Written from the models as docs/data-model.md."""

from collections import defaultdict
from collections.abc import Iterable

import click
from django.apps import AppConfig, apps
from django.db.models import Field, ForeignKey, Model

HEAD = """# Data model

Made from the models by `regiewijzer data-model > docs/data-model.md`; a test fails when it is out of date.

Every table but accounts and authorities carries `authority_id`; a key to another table of an authority is the pair
(`authority_id`, `id`) in the database, and row-level security keeps each authority behind the tenant wall
([decision 3](decisions/0003-tenant-wall.md)). Those keys are left out of the pictures.

## Layers and apps

An arrow is a foreign key; an arrow goes down, or stays in its layer.
"""
# From the top down, as import-linter keeps them.
LAYERS = ("overview", "tools", "inquiry", "register", "foundation")
LEFT_OUT = "authority"


def page() -> str:
    """The page, as Markdown with Mermaid pictures."""
    ours = [app for app in apps.get_app_configs() if app.name.startswith("regiewijzer.") and list(app.get_models())]
    by_layer: dict[str, list[AppConfig]] = defaultdict(list)
    for app in ours:
        by_layer[app.name.split(".")[1]].append(app)
    parts = [HEAD, _apps(by_layer)]
    parts += [_tables(app) for layer in LAYERS for app in by_layer.get(layer, [])]
    return "\n".join(parts)


def _apps(by_layer: dict[str, list[AppConfig]]) -> str:
    lines = ["```mermaid", "flowchart TD"]
    arrows: set[tuple[str, str]] = set()
    for layer in LAYERS:
        if layer not in by_layer:
            continue
        lines.append(f"  subgraph {layer}")
        lines += [f"    {app.label}" for app in by_layer[layer]]
        lines.append("  end")
        for app in by_layer[layer]:
            arrows |= {
                (app.label, key.related_model._meta.app_label)
                for model in app.get_models()
                for key in _keys(model)
                if key.related_model._meta.app_label != app.label
            }
    lines += [f"  {one} --> {other}" for one, other in sorted(arrows)]
    return "\n".join([*lines, "```", ""])


def _tables(app: AppConfig) -> str:
    models = sorted(app.get_models(), key=lambda model: model.__name__)
    lines = [f"## {app.name.removeprefix('regiewijzer.')}", "", "```mermaid", "erDiagram"]
    for model in models:
        lines.append(f"  {model.__name__} {{")
        lines += [f"    {field.get_internal_type()} {field.name}" for field in _own_fields(model)]
        lines.append("  }")
    for model in models:
        for key in _keys(model):
            many = "|o" if key.null else "||"
            lines.append(f'  {key.related_model.__name__} {many}--o{{ {model.__name__} : "{key.name}"')
    return "\n".join([*lines, "```", ""])


def _keys(model: type[Model]) -> Iterable["ForeignKey[Model, Model]"]:
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.name != LEFT_OUT and field.concrete
    ]


def _own_fields(model: type[Model]) -> list["Field[object, object]"]:
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, Field) and not field.is_relation and not field.primary_key
    ]


@click.command()
def data_model() -> None:
    """Write the data model as a page, from the models."""
    click.echo(page(), nl=False)
