"""Calipers, saved with the study."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and the triggers that keep its rows."""
    op.create_table(
        "caliper_sets",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.Column("calipers", sa.JSON(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("printed_name", sa.String(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["study_pk"], ["studies.pk"], name="fk_caliper_sets_study_pk"),
        sa.PrimaryKeyConstraint("pk", name="pk_caliper_sets"),
    )
    op.create_index("ix_caliper_sets_study_pk", "caliper_sets", ["study_pk"])
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER caliper_sets_no_{change.lower()} BEFORE {change} ON caliper_sets "
            "BEGIN SELECT RAISE(ABORT, 'rows of caliper_sets are kept as they are'); END"
        )


def downgrade() -> None:
    """Refuse: who measured what must not be forgotten."""
    raise NotImplementedError("restore the backup that was made before this step instead")
