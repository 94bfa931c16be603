"""Fills the demo workspace."""

from __future__ import annotations

import logging

from meit_core.domain.audit import AuditAction
from meit_core.domain.users import Role
from meit_core.services import workspace as demo
from meit_core.services.measuring import measured_demo
from meit_core.store import audit, settings, studies, users

_log = logging.getLogger(__name__)


def fill(ws: demo.Workspace) -> None:
    """Add the demo's user and all simulated studies, in one transaction: a demo is whole or not there.

    Raises
    ------
    EnvironmentFault
        The workspace can't be written, or the studies' descriptions aren't installed.
    """
    new = [
        studies.NewStudy.of(record, measurements, (), simulated=True)
        for record, measurements in ws.measurer.run(measured_demo)
    ]
    with ws.store.writing() as session:
        user = users.add(
            session,
            username=demo.DEMO_USERNAME,
            printed_name=demo.DEMO_PRINTED_NAME,
            role=Role.ADMIN,
            password=demo.DEMO_PASSWORD,
        )
        audit.append(session, AuditAction.USER_ADDED, user.username, actor=user, role=user.role)
        settings.put(session, settings.DEMO, True)
        for study in new:
            study_id = studies.add(session, study, author=user.username)
            audit.append(
                session,
                AuditAction.STUDY_IMPORTED,
                study_id,
                actor=user,
                content_sha256=study.content_sha256,
                simulated=True,
            )
    _log.info("demo workspace filled with %d studies", len(new))
