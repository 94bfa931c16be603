"""Marks that readers set on the median beat."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and the triggers that keep its rows and let none in after the signature."""
    op.create_table(
        "manual_marks",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("printed_name", sa.String(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["study_pk"], ["studies.pk"], name="fk_manual_marks_study_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_manual_marks"),
    )
    op.create_index("ix_manual_marks_study_pk", "manual_marks", ["study_pk"])
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER manual_marks_no_{change.lower()} BEFORE {change} ON manual_marks "
            "BEGIN SELECT RAISE(ABORT, 'rows of manual_marks are kept as they are'); END"
        )
    op.execute(
        "CREATE TRIGGER manual_marks_signed BEFORE INSERT ON manual_marks WHEN EXISTS "
        "(SELECT 1 FROM report_revisions WHERE study_pk = NEW.study_pk AND kind = 'signed') "
        "BEGIN SELECT RAISE(ABORT, 'the measurements of a signed report stay'); END"
    )


def downgrade() -> None:
    """Refuse: who set which value must not be forgotten."""
    raise NotImplementedError("restore the backup that was made before this step instead")
