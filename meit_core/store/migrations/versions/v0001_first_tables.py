"""Everything a workspace began with.

Only literals here: a released step must make the same tables for ever, whatever the mapped classes have become.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

IMMUTABLE = (
    "waveforms",
    "source_files",
    "measurements",
    "drafts",
    "draft_sentences",
    "draft_findings",
    "report_revisions",
    "signatures",
    "ratings",
    "audit_log",
)
"""Rows of these tables are never changed or removed; the database itself refuses it, whoever asks."""


def upgrade() -> None:
    """Make all tables, the search index and the triggers."""
    _people()
    _studies()
    _reports()
    _log()
    op.execute("CREATE VIRTUAL TABLE study_search USING fts5(person, source, report, tokenize = 'trigram')")
    for table in IMMUTABLE:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept as they are'); END"
            )
    op.execute(
        "CREATE TRIGGER report_revisions_signed BEFORE INSERT ON report_revisions "
        "WHEN NEW.kind <> 'addendum' AND EXISTS "
        "(SELECT 1 FROM report_revisions WHERE study_pk = NEW.study_pk AND kind = 'signed') "
        "BEGIN SELECT RAISE(ABORT, 'a signed report takes addenda only'); END"
    )


def downgrade() -> None:
    """Refuse: nothing existed before."""
    raise NotImplementedError("there is nothing before the first step; restore a backup instead")


def _people() -> None:
    op.create_table(
        "users",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("printed_name", sa.String(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("failed_attempts", sa.Integer(), nullable=False),
        sa.Column("refused_until", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_users"),
        sa.UniqueConstraint("username", name="uq_users_username"),
    )
    op.create_table(
        "patients",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sex", sa.String(length=16), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name="pk_patients"),
    )
    op.create_index("ix_patients_number", "patients", ["number"])


def _studies() -> None:
    op.create_table(
        "studies",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("study_id", sa.String(), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("assignee", sa.String(), nullable=True),
        sa.Column("ordered_at", sa.BigInteger(), nullable=False),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.Column("acquired_at", sa.String(), nullable=True),
        sa.Column("age_years", sa.Double(), nullable=True),
        sa.Column("device", sa.String(), nullable=True),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_format", sa.String(), nullable=False),
        sa.Column("fs_hz", sa.Double(), nullable=False),
        sa.Column("n_samples", sa.Integer(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("simulated", sa.Boolean(), nullable=False),
        sa.Column("content_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["patient_pk"], ["patients.pk"], name="fk_studies_patient_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_studies"),
        sa.UniqueConstraint("content_sha256", name="uq_studies_content_sha256"),
        sa.UniqueConstraint("study_id", name="uq_studies_study_id"),
    )
    op.create_index("ix_studies_of_patient", "studies", ["patient_pk", "ordered_at"])
    op.create_index("ix_studies_worklist", "studies", ["urgency", "ordered_at", "pk"])
    op.create_index("ix_studies_worklist_by_status", "studies", ["status", "urgency", "ordered_at", "pk"])
    op.create_table(
        "waveforms",
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.Column("encoding", sa.String(), nullable=False),
        sa.Column("lsb_mv", sa.JSON(), nullable=False),
        sa.Column("offset_lsb", sa.JSON(), nullable=False),
        sa.Column("lead_status", sa.JSON(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["study_pk"], ["studies.pk"], name="fk_waveforms_study_pk"),
        sa.PrimaryKeyConstraint("study_pk", name="pk_waveforms"),
    )
    op.create_table(
        "source_files",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("n_bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["study_pk"], ["studies.pk"], name="fk_source_files_study_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_source_files"),
        sa.UniqueConstraint("study_pk", "position", name="uq_source_files_study_pk_position"),
    )
    op.create_table(
        "measurements",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["study_pk"], ["studies.pk"], name="fk_measurements_study_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_measurements"),
    )
    op.create_index("ix_measurements_study_pk", "measurements", ["study_pk"])
    op.create_table(
        "quarantine",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("hint", sa.String(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_quarantine"),
        sa.UniqueConstraint("path", name="uq_quarantine_path"),
    )
    op.create_index("ix_quarantine_seen_at", "quarantine", ["seen_at"])


def _reports() -> None:
    op.create_table(
        "drafts",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("pack", sa.String(), nullable=False),
        sa.Column("pack_sha256", sa.String(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("requested_by", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["study_pk"], ["studies.pk"], name="fk_drafts_study_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_drafts"),
        sa.UniqueConstraint("draft_id", name="uq_drafts_draft_id"),
    )
    op.create_index("ix_drafts_study_pk", "drafts", ["study_pk"])
    op.create_table(
        "draft_sentences",
        sa.Column("draft_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("support", sa.String(length=16), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["draft_pk"], ["drafts.pk"], name="fk_draft_sentences_draft_pk"),
        sa.PrimaryKeyConstraint("draft_pk", "position", name="pk_draft_sentences"),
    )
    op.create_table(
        "draft_findings",
        sa.Column("draft_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("probability", sa.Double(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["draft_pk"], ["drafts.pk"], name="fk_draft_findings_draft_pk"),
        sa.PrimaryKeyConstraint("draft_pk", "position", name="pk_draft_findings"),
    )
    op.create_table(
        "report_revisions",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.String(), nullable=False),
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("printed_name", sa.String(), nullable=False),
        sa.Column("draft_pk", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["draft_pk"], ["drafts.pk"], name="fk_report_revisions_draft_pk"),
        sa.ForeignKeyConstraint(["study_pk"], ["studies.pk"], name="fk_report_revisions_study_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_report_revisions"),
        sa.UniqueConstraint("revision_id", name="uq_report_revisions_revision_id"),
        sa.UniqueConstraint("study_pk", "number", name="uq_report_revisions_study_pk_number"),
    )
    op.create_table(
        "signatures",
        sa.Column("revision_pk", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("printed_name", sa.String(), nullable=False),
        sa.Column("meaning", sa.String(length=16), nullable=False),
        sa.Column("signed_at", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["revision_pk"], ["report_revisions.pk"], name="fk_signatures_revision_pk"),
        sa.PrimaryKeyConstraint("revision_pk", name="pk_signatures"),
    )
    op.create_table(
        "ratings",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("draft_pk", sa.Integer(), nullable=False),
        sa.Column("rater", sa.String(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("rubric_version", sa.String(), nullable=False),
        sa.Column("rated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["draft_pk"], ["drafts.pk"], name="fk_ratings_draft_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_ratings"),
    )
    op.create_index("ix_ratings_draft_pk", "ratings", ["draft_pk"])


def _log() -> None:
    op.create_table(
        "settings",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_settings"),
    )
    op.create_table(
        "audit_log",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("details", sa.String(), nullable=False),
        sa.Column("previous_sha256", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_log"),
    )
