"""A worklist for a million studies: search in its order, columns to filter by, a folder that is watched."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and indexes, fill them from what is there, and make the search index anew."""
    op.add_column("studies", sa.Column("has_draft", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("studies", sa.Column("poor_signal", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("studies", sa.Column("heart_rate_bpm", sa.Double(), nullable=True))
    op.add_column("studies", sa.Column("qtc_ms", sa.Double(), nullable=True))
    op.add_column("patients", sa.Column("sort_name", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "watched_files",
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("look", sa.String(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("path", name="pk_watched_files"),
    )
    _fill_columns()
    op.create_index("ix_patients_sort_name", "patients", ["sort_name"])
    op.create_index("ix_studies_worklist_of_assignee", "studies", ["assignee", "urgency", "ordered_at", "pk"])
    _make_search_anew()


def downgrade() -> None:
    """Refuse: the search index of before can't be told from this one."""
    raise NotImplementedError("restore the backup that was made before this step instead")


def _fill_columns() -> None:
    op.execute("UPDATE studies SET has_draft = 1 WHERE EXISTS (SELECT 1 FROM drafts WHERE study_pk = studies.pk)")
    op.execute(
        "UPDATE studies SET heart_rate_bpm = json_extract(latest.figures, '$.heart_rate_bpm'),"
        " qtc_ms = json_extract(latest.figures, '$.qtc_ms.framingham'),"
        " poor_signal = EXISTS (SELECT 1 FROM json_each(latest.figures, '$.quality') WHERE value <> 'good')"
        " FROM (SELECT study_pk, figures, MAX(pk) FROM measurements GROUP BY study_pk) AS latest"
        " WHERE latest.study_pk = studies.pk"
    )
    op.execute(
        "UPDATE studies SET assignee = (SELECT username FROM report_revisions WHERE study_pk = studies.pk"
        " ORDER BY number LIMIT 1) WHERE assignee IS NULL"
    )
    op.execute("UPDATE studies SET urgency = 0 WHERE status IN ('confirmed', 'amended')")
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT pk, name FROM patients WHERE name <> ''")).fetchall()
    if rows:
        connection.execute(
            sa.text("UPDATE patients SET sort_name = :plain WHERE pk = :pk"),
            [{"pk": pk, "plain": _plain(name)} for pk, name in rows],
        )


def _make_search_anew() -> None:
    """Rows in the order of their new numbers: FTS5 writes those several times as fast as any others."""
    connection = op.get_bind()
    op.execute("ALTER TABLE study_search RENAME TO study_search_before")
    op.execute(
        "CREATE VIRTUAL TABLE study_search USING fts5(person, source, report, detail = column,"
        " prefix = '1 2 3 4 5 6', tokenize = 'unicode61 remove_diacritics 2')"
    )
    rows = connection.execute(
        sa.text(
            "SELECT urgency, ordered_at, studies.pk, name, number, source_name, report FROM studies"
            " JOIN patients ON patients.pk = patient_pk"
            " JOIN study_search_before ON study_search_before.rowid = studies.pk"
            " ORDER BY urgency > 0, ordered_at, studies.pk"
        ).execution_options(yield_per=1000)
    )
    for some in rows.partitions():
        found = [
            {
                "key": _key(row.urgency, row.ordered_at, row.pk),
                "person": _findable(row.name, row.number),
                "source": _findable(row.source_name),
                "report": row.report,
            }
            for row in some
        ]
        connection.execute(
            sa.text(
                "INSERT INTO study_search (rowid, person, source, report) VALUES (:key, :person, :source, :report)"
            ),
            sorted(found, key=lambda row: row["key"]),
        )
    op.execute("DROP TABLE study_search_before")


def _key(urgency: int, ordered_us: int, pk: int) -> int:
    second = min(max(ordered_us // 1_000_000 + 2**32, 0), 2**33 - 1)
    return (int(urgency > 0) << 62) | (second << 29) | pk


# As the program found names when this step was written.

_WORD = re.compile(r"[^\W_]+")
_DIGITS_AT_END = re.compile(r"(?<=\D)0*([1-9]\d+)$|^0+([1-9]\d+)$")
_WITHOUT_STROKE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def _findable(*parts: str) -> str:
    said = [word for part in parts for word in _WORD.findall(part)]
    more = [_plain(unicodedata.normalize("NFC", word).casefold().translate(_SPELT_OUT)) for word in said]
    more += [found[1] or found[2] for word in said if (found := _DIGITS_AT_END.search(word))]
    return " ".join(dict.fromkeys([*(_plain(word) for word in said), *more]))


def _plain(words: str) -> str:
    decomposed = unicodedata.normalize("NFKD", words.casefold().translate(_WITHOUT_STROKE))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
