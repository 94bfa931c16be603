"""What a reader decided about sentences that no saved text shows, kept while the application runs."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from meit_core.domain.draft import DraftId
from meit_core.domain.study import StudyDetail, StudyId
from meit_desktop.models.report_lines import ReportLines, restore_lines

_STUDIES_KEPT: Final = 64


class ReviewMemory:
    """Rejections and edits of recent studies; a saved text holds only what is in the report.

    What is remembered counts only as long as it still gives the stored text of the same draft.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[StudyId, tuple[DraftId | None, ReportLines]] = OrderedDict()

    def remember(self, study_id: StudyId, draft_id: DraftId | None, lines: ReportLines) -> None:
        """Keep a study's review; the oldest of too many goes."""
        self._kept[study_id] = (draft_id, lines)
        self._kept.move_to_end(study_id)
        if len(self._kept) > _STUDIES_KEPT:
            self._kept.popitem(last=False)

    def restore(self, detail: StudyDetail) -> ReportLines:
        """Return the remembered review where it fits what is stored, else what the stored text and draft tell."""
        draft = detail.drafts[-1] if detail.drafts else None
        revision = detail.revisions[-1] if detail.revisions else None
        draft_id, lines = self._kept.get(detail.study.study_id, (None, ReportLines()))
        stored_text = revision.text if revision else ""
        if len(lines) and lines.text == stored_text and draft_id == (draft.draft_id if draft else None):
            lines.bring_verdicts(sentence for each in detail.drafts for sentence in each.sentences)
            return lines
        return restore_lines(draft.sentences if draft else (), revision)
