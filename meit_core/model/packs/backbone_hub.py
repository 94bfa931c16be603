"""A language model from the Hugging Face hub: this program's only use of the network, and only if told to."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Final

from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.packs.backbone_store import KEPT, Backbone, pull_backbone, store_folder

HUB_ID: Final = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*(@[\w./-]+)?")
"""``owner/name``, perhaps with ``@revision``."""


def pull_hub(
    hub_id: str, *, allow_network: bool = False, name: str | None = None, wanted_sha256: str | None = None
) -> Backbone:
    """Download a model's safetensors, configuration and tokenizer, and take them into the store.

    Parameters
    ----------
    hub_id
        ``owner/name``, optionally ``owner/name@revision``.
    allow_network
        Nothing is fetched without it.
    name, wanted_sha256
        As in :func:`~meit_core.model.packs.backbone_store.pull_backbone`; by default the model's own name.

    Raises
    ------
    UserError
        The network isn't allowed, or what was fetched isn't usable.
    EnvironmentFault
        The model couldn't be fetched.
    """
    if not allow_network:
        raise UserError(
            f"The network is off, so {hub_id} was not fetched.",
            "Add --network to download it, or give a folder that holds it.",
        )
    model, _, revision = hub_id.partition("@")
    import huggingface_hub

    root = store_folder()
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".fetched-", dir=root) as folder:
        place = Path(folder) / model.rpartition("/")[2]
        try:
            huggingface_hub.snapshot_download(
                model, revision=revision or None, allow_patterns=list(KEPT), local_dir=str(place)
            )
        except (OSError, ValueError) as fault:  # requests' and the hub's own faults are OSErrors, a bad id a ValueError
            raise EnvironmentFault(
                f"The language model {model} couldn't be fetched from Hugging Face.",
                "Look at the name and the connection; some models want an access token first.",
            ) from fault
        return pull_backbone(place, name=name, wanted_sha256=wanted_sha256, origin=f"hub {hub_id}")
