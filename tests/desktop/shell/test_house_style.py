"""The house style of drafts: chosen in the window by an administrator, asked for in every draft from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

from meit_core.model.packs.pack import CHECKSUMS, MANIFEST, seal_pack
from meit_core.services.house_style import house_prompt, read_house_style
from meit_core.services.packs import promote_pack
from meit_desktop.dialogs.house_style import HouseStyleDialog
from tests.desktop.shell.conftest import Desk
from tests.tiny_pack import write_tiny_pack

STYLES = ["at-6, site 1", "cs-12, site 2"]


@pytest.fixture
def styled(desk: Desk, tmp_path: Path) -> Desk:
    """A desk whose pack says that it knows two styles."""
    folder = tmp_path / "styled"
    pack = write_tiny_pack(folder)
    for name in (MANIFEST, CHECKSUMS):
        (folder / name).unlink()
    seal_pack(folder, {**pack.manifest, "prompt": {**pack.manifest["prompt"], "styles": STYLES}})
    session = desk.application.stage.session
    promote_pack(session.workspace, actor=session.user, pack=folder, reason="A trial.")
    return desk


def test_a_style_is_chosen_and_asked_for(styled: Desk) -> None:
    workspace = styled.application.stage.session.workspace
    styled.run("house_style")
    dialog = styled.dialog(HouseStyleDialog)
    assert list(dialog.choices) == ["", *STYLES]
    assert dialog.choices[""].isChecked()
    dialog.choices["cs-12, site 2"].click()
    dialog.save.click()
    styled.until(lambda: "“cs-12, site 2”" in styled.window.notice.text)
    assert str(house_prompt(workspace)).endswith(" House style: cs-12, site 2.")
    styled.run("house_style")
    dialog = styled.dialog(HouseStyleDialog)
    assert dialog.choices["cs-12, site 2"].isChecked()
    assert dialog.focusWidget() is dialog.choices["cs-12, site 2"], "the keys begin at what is chosen"
    dialog.choices[""].click()
    dialog.save.click()
    styled.until(lambda: "no house style" in styled.window.notice.text)
    assert house_prompt(workspace) is None


def test_what_is_not_changed_is_not_told(styled: Desk) -> None:
    styled.window.notice.hide()
    styled.run("house_style")
    styled.dialog(HouseStyleDialog).save.click()
    styled.qtbot.wait(50)
    assert not styled.window.notice.isVisible()
    assert read_house_style(styled.application.stage.session.workspace) == ""
