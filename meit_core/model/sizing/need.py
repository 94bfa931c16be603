"""What drafting with a pack needs of a machine's memory. Free of torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from meit_core.errors import UserError
from meit_core.model.decoding.writing import Writing
from meit_core.model.language.precision import Precision
from meit_core.model.packs.backbone_store import held_backbone
from meit_core.model.packs.pack import Pack
from meit_core.model.packs.weight_files import read_config
from meit_core.model.sizing.decoder_size import size_of
from meit_core.model.sizing.memory import Drafting, drafting_bytes


@dataclass(frozen=True, slots=True)
class Need:
    """Bytes at each precision, the preferred one first.

    Attributes
    ----------
    on_card, on_cpu
        In the memory of a graphics card, and in the machine's where the model runs on the CPU.
    """

    on_card: Mapping[Precision, int]
    on_cpu: Mapping[Precision, int]


_ON_CARD = (Precision.BF16, Precision.INT8, Precision.NF4)
_ON_CPU = (Precision.FP32, Precision.NF4)
"""bfloat16 is many times slower there than single precision, and int8 slower than NF4."""


_USUAL = Drafting()


def need_of(pack: Pack) -> Need | None:
    """Return what drafting with a pack needs; ``None`` where its language model's sizes can't be told.

    A language model inside a pack is small and runs in single precision where that fits; one that is kept elsewhere
    runs at 16 bits at most on a card.

    Raises
    ------
    UserError
        The pack refers to a language model that isn't on this machine.
    """
    reference = pack.backbone
    if reference is None:
        folder = pack.folder / str(pack.manifest["backbone"]["folder"])
        on_card: tuple[Precision, ...] = (Precision.FP32, *_ON_CARD)
    else:
        folder, on_card = held_backbone(reference).folder, _ON_CARD
    try:
        size = size_of(read_config(folder))
    except UserError:  # loading says what is wrong with it
        return None
    draft = _draft(pack.manifest.get("generation", {}))
    return Need(
        {each: drafting_bytes(size, each, draft) for each in on_card},
        {each: drafting_bytes(size, each, draft, on_card=False) for each in _ON_CPU},
    )


def _draft(generation: Mapping[str, Any]) -> Drafting:
    if "max_new_tokens" not in generation:
        return _USUAL
    writing = Writing.of_manifest(generation)
    return Drafting(rows=writing.n_rows, report_tokens=writing.max_new_tokens)
