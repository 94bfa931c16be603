"""The workspace: one SQLite file behind SQLAlchemy tables, repositories that speak domain values, and its audit chain.

Repositories are modules of functions that take a :class:`sqlalchemy.orm.Session`; whoever calls them owns the
transaction, so that a change and its audit row are saved together or not at all.
"""
