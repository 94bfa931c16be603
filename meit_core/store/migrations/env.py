"""Runs migration steps on the connection that :mod:`meit_core.store.migrating` hands over."""

from alembic import context

from meit_core.store.tables import METADATA


def _own_table(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the search index and its shadow tables alone: they are SQLite's, not mapped."""
    return not (kind == "table" and name is not None and name.startswith("study_search"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    include_name=_own_table,
)
context.run_migrations()
