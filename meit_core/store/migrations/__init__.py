"""Alembic's folder: the environment and, in `versions`, one file per step. Steps are never changed once released."""
