"""SQLite databases, as bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any

from generator.errors import PublicationError

Row = tuple[str, Mapping[str, Any]]
"""The table that a row belongs to, and its values by their columns."""


def database(schema: str, rows: Iterable[Row]) -> bytes:
    """A database with these rows, in their order; raises PublicationError where the SQLite of this Python lacks what the schema needs.

    It is made in memory, so the same rows are the same bytes, by the same version of SQLite.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.executescript(schema)
        except sqlite3.OperationalError as error:
            raise PublicationError(f"the SQLite {sqlite3.sqlite_version} of this Python cannot hold the export: {error}") from error
        for table, values in rows:
            columns, places = ", ".join(values), ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", tuple(values.values()))  # noqa: S608 - names of ours
        connection.commit()
        return connection.serialize()
