"""The application's main job without a screen: draft a demo study and print its report."""

from __future__ import annotations

import sys
from pathlib import Path

from meit_core.domain.study import StudyStatus
from meit_core.errors import UserError
from meit_core.services.drafting import draft_study, start_engine
from meit_core.services.exporting import export_pdf
from meit_core.services.worklist import list_studies
from meit_core.services.workspace import open_demo_workspace

TARGET = Path("runs") / "demo-report.pdf"


def main() -> int:
    """Write the PDF and say where it is; returns the exit status."""
    TARGET.parent.mkdir(exist_ok=True)
    workspace, reader = open_demo_workspace()
    with workspace:
        studies = list_studies(workspace, status=StudyStatus.UNREAD, limit=1) or list_studies(workspace, limit=1)
        study = studies[0]
        engine = start_engine()
        try:
            draft = draft_study(workspace, engine, study_id=study.study_id, actor=reader)
        finally:
            engine.close()
        result = export_pdf(workspace, actor=reader, study_id=study.study_id, path=TARGET.absolute())
    print(f"Study     {study.source_name or study.study_id} (simulated, {study.patient.name})")
    print(f"Draft     {draft.text}")
    print(f"Model     {draft.pack} on {draft.device}, {draft.seconds:.1f} s")
    print(f"PDF       {result.path}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except UserError as fault:
        print(fault, file=sys.stderr)
        sys.exit(1)
