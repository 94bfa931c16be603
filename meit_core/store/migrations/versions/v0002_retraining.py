"""Retraining: the hold-out, campaigns, runs with their results, and the pack that drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

IMMUTABLE = ("hold_out", "campaigns", "campaign_studies", "training_runs", "training_results", "pack_promotions")


def upgrade() -> None:
    """Make the tables, and the triggers that keep their rows."""
    op.create_table(
        "hold_out",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_hold_out"),
    )
    op.create_table(
        "campaigns",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_campaigns"),
        sa.UniqueConstraint("name", name="uq_campaigns_name"),
    )
    op.create_table(
        "campaign_studies",
        sa.Column("campaign_pk", sa.Integer(), nullable=False),
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_pk"], ["campaigns.pk"], name="fk_campaign_studies_campaign_pk"),
        sa.ForeignKeyConstraint(["study_pk"], ["studies.pk"], name="fk_campaign_studies_study_pk"),
        sa.PrimaryKeyConstraint("campaign_pk", "study_pk", name="pk_campaign_studies"),
    )
    _runs()
    for table in IMMUTABLE:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept as they are'); END"
            )
    op.execute(
        "CREATE TRIGGER hold_out_once BEFORE INSERT ON hold_out WHEN EXISTS (SELECT 1 FROM hold_out) "
        "BEGIN SELECT RAISE(ABORT, 'the hold-out is decided once'); END"
    )


def downgrade() -> None:
    """Refuse: which patients were held out must not be forgotten."""
    raise NotImplementedError("restore the backup that was made before this step instead")


def _runs() -> None:
    op.create_table(
        "training_runs",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("pack", sa.String(), nullable=False),
        sa.Column("pack_sha256", sa.String(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_training_runs"),
        sa.UniqueConstraint("run_id", name="uq_training_runs_run_id"),
    )
    op.create_table(
        "training_results",
        sa.Column("run_pk", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.BigInteger(), nullable=False),
        sa.Column("pack", sa.String(), nullable=False),
        sa.Column("pack_sha256", sa.String(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["run_pk"], ["training_runs.pk"], name="fk_training_results_run_pk"),
        sa.PrimaryKeyConstraint("run_pk", name="pk_training_results"),
    )
    op.create_table(
        "pack_promotions",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("pack", sa.String(), nullable=False),
        sa.Column("pack_sha256", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("run_pk", sa.Integer(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("promoted_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["run_pk"], ["training_runs.pk"], name="fk_pack_promotions_run_pk"),
        sa.ForeignKeyConstraint(["undoes"], ["pack_promotions.pk"], name="fk_pack_promotions_undoes"),
        sa.PrimaryKeyConstraint("pk", name="pk_pack_promotions"),
        sa.UniqueConstraint("undoes", name="uq_pack_promotions_undoes"),
    )
