"""Alembic's folder: the environment and, in `versions`, one file per step.

Steps are never changed once released. A step that rebuilds a table makes its triggers again; a step's first release
adds a workspace of the version before to `tests/store/files`.
"""
