"""A pack is read whole and unchanged, or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.model.assembly import network_manifest, save_network
from meit_core.model.decoding.generator import load_generator
from meit_core.model.ecg_input import model_input
from meit_core.model.findings import FindingOutput, save_findings
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import BUNDLED, CHECKSUMS, MANIFEST, Pack, find_pack, read_pack, seal_pack
from meit_core.model.packs.schema import SCHEMA_VERSION, migrate
from meit_core.model.prompt import PromptTokenizer
from meit_core.model.variants import FusionConfig
from tests.model.conftest import ENCODER


@pytest.fixture
def pack(model: MeitModel, tokenizer: PromptTokenizer, tmp_path: Path) -> Pack:
    folder = tmp_path / "tiny"
    (folder / "tokenizer").mkdir(parents=True)
    save_network(model, folder)
    tokenizer.tokenizer.save(str(folder / "tokenizer" / "tokenizer.json"))
    outputs = [FindingOutput(code, code.lower(), threshold=0.4) for code in ("SR", "AFIB", "NORM")]
    save_findings(outputs, folder / "findings.json")
    (folder / "MODEL_CARD.md").write_text("# tiny\n", encoding="utf-8")
    manifest = {
        "name": "tiny",
        "version": "0",
        **network_manifest(ENCODER, FusionConfig(n_summary=2)),
        "prompt": {"default": "Write the report."},
        "generation": {"max_new_tokens": 12},
    }
    return seal_pack(folder, manifest)


@pytest.fixture
def record() -> EcgRecord:
    samples = np.random.default_rng(1).normal(0, 0.3, (12, 5000)).astype(np.float32)
    return EcgRecord(samples, 500.0)


def test_saved_and_loaded_networks_say_the_same(pack: Pack, model: MeitModel, record: EcgRecord) -> None:
    generator = load_generator(pack)
    signal = model_input(record)
    with torch.no_grad():
        _, encoded = model.ecg_tokens(torch.from_numpy(signal[None]))
    assert np.allclose(generator.embed(signal), encoded.pooled[0].numpy(), atol=5e-3)  # half precision on disk
    first = "".join(generator.stream(signal))
    assert first == "".join(load_generator(read_pack(pack.folder)).stream(signal))
    assert generator.tokens <= 12
    assert {finding.code for finding in generator.findings(signal)} == {"SR", "AFIB", "NORM"}


def test_the_length_limit_is_told_from_a_finished_report(pack: Pack, record: EcgRecord) -> None:
    generator = load_generator(pack)
    list(generator.stream(model_input(record)))
    assert generator.hit_limit == (generator.tokens == 12)


@pytest.mark.parametrize("file", ["encoder.safetensors", "findings.json", "backbone/config.json", MANIFEST])
def test_a_changed_file_is_refused(pack: Pack, file: str) -> None:
    path = pack.folder / file
    content = bytearray(path.read_bytes())
    content[-2] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(UserError, match=r"changed|complete"):
        read_pack(pack.folder)


def test_a_missing_and_an_added_file_are_refused(pack: Pack) -> None:
    added = pack.folder / "extra.txt"
    added.write_text("hello")
    with pytest.raises(UserError, match=r"extra\.txt"):
        read_pack(pack.folder)
    added.unlink()
    (pack.folder / "tokenizer" / "tokenizer.json").unlink()
    with pytest.raises(UserError, match=r"tokenizer\.json"):
        read_pack(pack.folder)


def test_a_newer_pack_is_refused_in_plain_words(pack: Pack) -> None:
    manifest = {**json.loads((pack.folder / MANIFEST).read_text()), "schema_version": 99}
    (pack.folder / CHECKSUMS).unlink()
    with pytest.raises(UserError, match="newer version"):
        seal_pack(pack.folder, manifest)


def test_a_pickle_is_never_part_of_a_pack(pack: Pack) -> None:
    (pack.folder / "weights.bin").write_bytes(b"\x80\x04")
    with pytest.raises(ValueError, match=r"weights\.bin"):
        seal_pack(pack.folder, pack.manifest)


def test_packs_are_found_by_folder_and_unknown_names_are_named(pack: Pack) -> None:
    assert find_pack(pack.folder).sha256 == pack.sha256
    assert find_pack(str(pack.folder)).name == "tiny"
    with pytest.raises(UserError, match="no model pack called nothing-like-it"):
        find_pack("nothing-like-it")


def test_looking_at_a_pack_needs_no_torch(pack: Pack) -> None:
    code = (
        "import sys; from pathlib import Path; from meit_core.model.packs.pack import read_pack; "
        f"read_pack(Path({str(pack.folder)!r})); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_missing_shard_is_named(pack: Pack) -> None:
    weights = pack.folder / "backbone" / "model.safetensors"
    index = {
        "weight_map": {"lm_head.weight": "model-00001-of-00002.safetensors", "w": "model-00002-of-00002.safetensors"}
    }
    (pack.folder / "backbone" / "model.safetensors.index.json").write_text(json.dumps(index), encoding="utf-8")
    weights.rename(weights.with_name("model-00001-of-00002.safetensors"))
    with pytest.raises(UserError, match=r"the file model-00002-of-00002\.safetensors is missing"):
        read_pack(pack.folder)
    with pytest.raises(UserError, match=r"the file model-00002-of-00002\.safetensors is missing"):
        seal_pack(pack.folder, pack.manifest)


OLD_MANIFESTS = sorted((Path(__file__).parent / "manifests").glob("schema-*.json"))


@pytest.mark.parametrize("file", OLD_MANIFESTS, ids=lambda file: file.stem)
def test_old_manifests_are_brought_up_to_date(file: Path) -> None:
    """Real ones, kept for ever."""
    old = json.loads(file.read_text(encoding="utf-8"))
    new = migrate(old)
    assert new["schema_version"] == SCHEMA_VERSION
    assert migrate(new) == new
    assert {"encoder", "input", "fusion", "backbone"} <= set(new)
    for name, value in old.items():
        if name != "schema_version":
            assert new[name] == value or value.items() <= new[name].items()  # added to, never changed


def test_a_first_pack_has_one_kind_of_encoder_and_its_language_model_inside() -> None:
    new = migrate(json.loads(OLD_MANIFESTS[0].read_text(encoding="utf-8")))
    assert new["encoder"]["kind"] == "conv-transformer"
    assert new["input"] == {"fs_hz": 100.0, "scaling": "millivolt"}
    assert new["backbone"]["folder"] == "backbone"


def test_the_bundled_pack_keeps_its_hash_and_loads() -> None:
    bundled = find_pack()
    assert bundled.name == BUNDLED and bundled.backbone is None
    assert bundled.manifest["schema_version"] == SCHEMA_VERSION
    assert "".join(load_generator(bundled).stream(np.zeros((12, 1000), np.float32)))


def test_a_manifest_that_is_none_is_refused(pack: Pack) -> None:
    for content in ("[]", '{"name": "x"}', '{"schema_version": 0, "name": "x"}', '{"schema_version": "two"}'):
        (pack.folder / MANIFEST).write_text(content, encoding="utf-8")
        with pytest.raises(UserError, match="isn't a complete model pack"):
            read_pack(pack.folder)
