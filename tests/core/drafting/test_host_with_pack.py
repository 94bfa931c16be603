"""The model host with a real pack: torch in the child, none of it in the parent."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from meit_core.drafting.engine import DraftFinished, TextAdded
from meit_core.drafting.host_client import HostClient
from meit_core.errors import UserError
from meit_core.model.packs.pack import Pack
from meit_core.services.drafting import start_engine
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.tiny_pack import DRAFT, PROMPT, REPORT, write_tiny_pack

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return write_tiny_pack(tmp_path_factory.mktemp("packs") / "tiny")


@pytest.fixture(scope="module")
def engine(pack: Pack) -> Iterator[HostClient]:
    client = start_engine(pack.folder)
    assert isinstance(client, HostClient)
    yield client
    client.close()


def test_a_pack_drafts_in_the_host_as_it_does_in_process(engine: HostClient, pack: Pack) -> None:
    record = simulate(SimulatedCase(heart_rate_bpm=72, seed=3)).record
    events = list(engine.draft(record))
    assert isinstance(events[-1], DraftFinished)
    draft = events[-1].draft
    assert "".join(event.text for event in events if isinstance(event, TextAdded)) == REPORT
    assert draft.text == DRAFT
    assert (draft.pack, draft.pack_sha256, draft.prompt) == (pack.name, pack.sha256, PROMPT)
    assert draft.complete
    *_, last = start_engine(pack.folder, in_process=True).draft(record)
    assert isinstance(last, DraftFinished)
    assert (last.draft.text, last.draft.sentences) == (draft.text, draft.sentences)


def test_the_engine_names_pack_and_device_with_its_reason(engine: HostClient, pack: Pack) -> None:
    info = engine.describe()
    assert (info.pack, info.pack_sha256) == (pack.name, pack.sha256)
    assert info.device.partition(" (")[0] in ("cpu", "cuda") and info.device.endswith(")")


def test_a_pack_that_was_changed_does_not_start(pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(pack.folder, folder)
    with (folder / "encoder.safetensors").open("ab") as file:
        file.write(b"\0")
    client = HostClient(folder)
    try:
        with pytest.raises(UserError, match="changed after it was made") as caught:
            client.describe()
        assert "encoder.safetensors" in caught.value.message and caught.value.hint
    finally:
        client.close()


def test_the_parent_never_imports_torch(pack: Pack) -> None:
    script = textwrap.dedent(f"""
        if __name__ == "__main__":
            import sys
            from meit_core.services.drafting import draft_record, start_engine
            from meit_core.signal.simulator import SimulatedCase, simulate
            engine = start_engine({str(pack.folder)!r})
            draft = draft_record(engine, record=simulate(SimulatedCase()).record)
            engine.close()
            print(draft.text, [name for name in sys.modules if name.partition(".")[0] in ("torch", "transformers")])
    """)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=REPOSITORY,
        env=os.environ.copy(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{DRAFT} []\n", "")
