"""What the guard says of a draft after a reader has set marks by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and the triggers that keep its rows and let none in after the signature."""
    op.create_table(
        "guard_verdicts",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("draft_pk", sa.Integer(), nullable=False),
        sa.Column("verdicts", sa.JSON(), nullable=False),
        sa.Column("judged_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["draft_pk"], ["drafts.pk"], name="fk_guard_verdicts_draft_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_guard_verdicts"),
    )
    op.create_index("ix_guard_verdicts_draft_pk", "guard_verdicts", ["draft_pk"])
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER guard_verdicts_no_{change.lower()} BEFORE {change} ON guard_verdicts "
            "BEGIN SELECT RAISE(ABORT, 'rows of guard_verdicts are kept as they are'); END"
        )
    op.execute(
        "CREATE TRIGGER guard_verdicts_signed BEFORE INSERT ON guard_verdicts WHEN EXISTS "
        "(SELECT 1 FROM report_revisions JOIN drafts ON drafts.study_pk = report_revisions.study_pk "
        "WHERE drafts.pk = NEW.draft_pk AND kind = 'signed') "
        "BEGIN SELECT RAISE(ABORT, 'the verdicts on a signed report stay'); END"
    )


def downgrade() -> None:
    """Refuse: what a reader was told must not be forgotten."""
    raise NotImplementedError("restore the backup that was made before this step instead")
