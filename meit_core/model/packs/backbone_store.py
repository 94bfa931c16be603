"""The language models on this machine that packs may refer to: verified copies, found by their content.

Free of torch at import. A backbone is a folder in Hugging Face's format (safetensors and tokenizer) with two files of
ours: ``backbone.json`` (name, family, SHA-256, source, licence) and ``SHA256SUMS`` over everything.

The SHA-256 of a backbone names what the network computes from, whatever else lies in the folder: it is the SHA-256 of
the lines ``<SHA-256 of the file>  <file name>\\n`` of its ``*.safetensors``, ``config.json`` and ``tokenizer.json`` in
the folder's top level, in the order of their names.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.packs.sealing import CHECKSUMS, changed_files, checksum_lines, checksums, file_sha256
from meit_core.model.packs.weight_files import CONFIG, TOKENIZER, WEIGHTS, check_language_model, check_shards

ENVIRONMENT_VARIABLE: Final = "MEIT_BACKBONES"
"""Folder of the backbones; without it one in the platform's user data."""
DESCRIPTION: Final = "backbone.json"
KEPT: Final = (WEIGHTS, "*.json", "*.txt", "*.jinja", "*.model", "LICENSE*", "README.md")
"""Files of a language model that are copied: weights, configuration, tokenizer, chat template, licence."""
_OWN: Final = (CHECKSUMS, DESCRIPTION)
_LICENCE_OF_CARD: Final = re.compile(r"^license:\s*([\w.+-]+)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Backbone:
    """A language model in the store.

    Attributes
    ----------
    family
        Hugging Face's ``model_type``.
    sha256
        Hash of weights, configuration and tokenizer, see this module.
    source
        Where it came from, as it was pulled.
    licence
        As its card names it; empty where that isn't known.
    """

    name: str
    folder: Path
    family: str
    sha256: str
    source: str = ""
    licence: str = ""

    @property
    def reference(self) -> dict[str, str]:
        """What the manifest of a pack says of it."""
        return {"name": self.name, "family": self.family, "sha256": self.sha256, "source": self.source}


class OtherBackbone(UserError):
    """The language model isn't the one that was wanted.

    Attributes
    ----------
    name
        Of the one that was given.
    """

    def __init__(self, name: str, *, sha256: str, wanted: str) -> None:
        super().__init__(
            f"The language model {name} isn't the one that was wanted.",
            f"Its SHA-256 is {sha256[:12]}, that of the wanted one {wanted[:12]}; it was not kept.",
        )
        self.name = name


def store_folder() -> Path:
    """Return the folder of the backbones; it needn't exist."""
    chosen = os.environ.get(ENVIRONMENT_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("meit-desktop", appauthor=False) / "backbones"


def backbone_sha256(folder: Path) -> str:
    """Return the SHA-256 of a language model's folder, as this module defines it."""
    return _sha256_of(checksums(folder))


def pull_backbone(
    source: Path,
    *,
    name: str | None = None,
    wanted_sha256: str | None = None,
    origin: str | None = None,
    licence: str | None = None,
) -> Backbone:
    """Copy a language model into the store and seal it; files are linked instead of copied where that is possible.

    Parameters
    ----------
    source
        Folder in Hugging Face's format.
    name
        In the store; by default the folder's.
    wanted_sha256
        Nothing is kept unless the model has this hash.
    origin, licence
        What ``backbone.json`` says; by default the folder's name, and the licence its card names.

    Raises
    ------
    OtherBackbone
        If it has another hash than the wanted one.
    UserError
        The folder isn't a whole language model with safe weights, its family isn't known, or the name is taken.
    """
    source = Path(source)
    family = check_language_model(source)
    _check_family(family)
    called = _store_name(name or source.name)
    target = store_folder() / called
    with _new_folder(called) as folder:
        for file in _files_to_keep(source):
            _link_or_copy(file, folder / file.name)
        sums = checksums(folder)
        sha256 = _sha256_of(sums)
        if wanted_sha256 is not None and sha256 != wanted_sha256:
            raise OtherBackbone(called, sha256=sha256, wanted=wanted_sha256)
        if target.exists():
            return _already_there(target, sha256)
        backbone = Backbone(called, target, family, sha256, origin or source.name, licence or _licence(folder))
        _seal(folder, backbone, sums)
        folder.rename(target)
    return backbone


def list_backbones() -> tuple[Backbone, ...]:
    """Return what the store says it holds, by name; the files are looked at when they are used, not here."""
    found = (_described(path.parent) for path in sorted(store_folder().glob(f"[!.]*/{DESCRIPTION}")))
    return tuple(backbone for backbone in found if backbone is not None)


def find_backbone(reference: Mapping[str, Any]) -> Path:
    """Return the verified folder of the language model that a pack refers to.

    Parameters
    ----------
    reference
        ``backbone`` of a pack's manifest: ``sha256`` decides, ``name`` is for people.

    Raises
    ------
    UserError
        It isn't on this machine, or was changed.
    """
    backbone = held_backbone(reference)
    verify_backbone(backbone)
    return backbone.folder


def held_backbone(reference: Mapping[str, Any]) -> Backbone:
    """Return the language model that a pack refers to as the store describes it, its files not verified.

    Raises
    ------
    UserError
        It isn't on this machine.
    """
    wanted = str(reference["sha256"])
    for backbone in list_backbones():
        if backbone.sha256 == wanted:
            return backbone
    raise UserError(
        f"The pack needs the language model {reference.get('name', wanted[:12])}, which isn't on this machine.",
        "Get it with 'meit packs pull --backbone DIR', where DIR is a folder that holds the model with SHA-256 "
        f"{wanted[:12]}.",
    )


def verify_backbone(backbone: Backbone) -> None:
    """Check every file of a backbone against its checksum; takes a second or more for each gigabyte.

    Raises
    ------
    UserError
        If any was changed, removed or added.
    """
    hint = f"Remove the folder {backbone.folder} and pull it again; it was not loaded."
    try:
        check_shards(backbone.folder)
        sums = checksums(backbone.folder)
        changed = changed_files(sums, (backbone.folder / CHECKSUMS).read_bytes())
        if not changed and _sha256_of(sums) != backbone.sha256:
            changed = [DESCRIPTION]
    except (OSError, ValueError) as fault:
        raise UserError(f"The language model {backbone.name} isn't complete.", hint) from fault
    if changed:
        raise UserError(
            f"The language model {backbone.name} was changed after it was pulled ({', '.join(changed[:3])}).", hint
        )


def _check_family(family: str) -> None:
    from meit_core.model.fusion.families import FAMILIES

    if family not in FAMILIES:
        raise UserError(
            f"Language models of the type {family} can't be fused with an ECG yet.",
            f"Choose one of: {', '.join(sorted(FAMILIES))}.",
        )


def _store_name(wanted: str) -> str:
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", wanted).strip(".-")
    if not name:
        raise UserError("The language model needs a name.", "Give one with --name.")
    return name


@contextlib.contextmanager
def _new_folder(name: str) -> Iterator[Path]:
    """Give a folder beside the others that is removed unless it was moved: a pull that breaks off leaves nothing."""
    root = store_folder()
    try:
        root.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=root))
        folder.chmod(0o755)
    except OSError as fault:
        raise EnvironmentFault(
            "The folder of the language models can't be written.", f"Choose another one with {ENVIRONMENT_VARIABLE}."
        ) from fault
    try:
        yield folder
    except OSError as fault:
        raise EnvironmentFault(
            f"The language model {name} couldn't be copied.", "Look whether the disk is full, then pull it again."
        ) from fault
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _files_to_keep(source: Path) -> list[Path]:
    found = {path for pattern in KEPT for path in source.glob(pattern) if path.is_file() and path.name not in _OWN}
    return sorted(found)


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source.resolve())  # Hugging Face's cache holds symbolic links
    except OSError:  # another disk, or a file system without links
        shutil.copyfile(source, target)


def _already_there(target: Path, sha256: str) -> Backbone:
    held = _described(target)
    if held is None or held.sha256 != sha256:
        raise UserError(
            f"There is another language model called {target.name} already.", "Give this one a name with --name."
        )
    verify_backbone(held)
    return held


def _described(folder: Path) -> Backbone | None:
    try:
        values = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        text = {key: str(values[key]) for key in ("name", "family", "sha256", "source", "licence")}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Backbone(folder=folder, **text)


def _licence(folder: Path) -> str:
    """Return the licence that a Hugging Face card names in its front matter."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        found = _LICENCE_OF_CARD.search((folder / "README.md").read_text(encoding="utf-8"))
        return found[1] if found else ""
    return ""


def _seal(folder: Path, backbone: Backbone, sums: Mapping[str, str]) -> None:
    values = {key: value for key, value in asdict(backbone).items() if key != "folder"}
    description = folder / DESCRIPTION
    description.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / CHECKSUMS).write_bytes(checksum_lines({**sums, DESCRIPTION: file_sha256(description)}))


def _sha256_of(sums: Mapping[str, str]) -> str:
    counted = {
        name: digest
        for name, digest in sums.items()
        if name in (CONFIG, TOKENIZER) or ("/" not in name and fnmatch(name, WEIGHTS))
    }
    return hashlib.sha256(checksum_lines(counted)).hexdigest()
