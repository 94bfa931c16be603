"""From a trained network to a sealed model pack."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from meit_core.knowledge.parser import stated_codes
from meit_core.knowledge.statements import statements_by_code
from meit_core.model.assembly import network_manifest, save_network
from meit_core.model.decoding.phrases import FILE as PHRASES_FILE
from meit_core.model.decoding.phrases import save_phrases
from meit_core.model.findings import FindingOutput, save_findings, to_findings
from meit_core.model.language.lora import parameter_table
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import CHECKSUMS, MANIFEST, Pack, find_pack, seal_pack
from meit_core.model.stated import FILE as STATEMENTS_FILE
from meit_core.model.stated import joint_logits
from meit_core.training.calibrate import calibrate
from meit_core.training.data import TrainingData
from meit_core.training.language import Language
from meit_core.training.pretrain import predict_findings, predict_statements
from meit_core.training.reading import Guesses
from meit_core.training.recipe import GenerationConfig, Recipe


def write_pack(
    folder: Path,
    *,
    recipe: Recipe,
    data: TrainingData,
    model: MeitModel,
    language: Language,
    best: Mapping[str, float],
    guesses: Guesses | None = None,
) -> Pack:
    """Save the network in half precision with tokenizer, calibrated findings and provenance; replaces the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "tokenizer").mkdir(parents=True)
    save_network(model, folder)
    language.tokenizer.tokenizer.save(str(folder / "tokenizer" / "tokenizer.json"))
    findings = _findings(model, data)
    save_findings(findings, folder / "findings.json")
    if guesses is not None:
        save_phrases(guesses.phrases, folder / PHRASES_FILE)
        save_findings(_statements(model, data, findings, guesses.statements), folder / STATEMENTS_FILE)
    (folder / "MODEL_CARD.md").write_text(f"# {recipe.name} {recipe.version}\n\nNot evaluated yet.\n", encoding="utf-8")
    return seal_pack(folder, _manifest(recipe, data, model, language, best))


def _findings(model: MeitModel, data: TrainingData) -> tuple[FindingOutput, ...]:
    """Calibrate the findings head, if the encoder has one."""
    if not model.encoder.n_findings:
        return ()
    logits = predict_findings(model.encoder, data.validation.signals)
    return calibrate(data.space.codes, data.space.labels(), logits, data.targets(data.validation.cases))


def _statements(
    model: MeitModel, data: TrainingData, findings: Sequence[FindingOutput], codes: Sequence[str]
) -> tuple[FindingOutput, ...]:
    """Calibrate what readers and findings head together say of the statements of the validation reports."""
    seen, guessed = (
        predict(model.encoder, data.validation.signals) for predict in (predict_findings, predict_statements)
    )
    joint = [joint_logits(codes, own, to_findings(findings, logits)) for own, logits in zip(guessed, seen, strict=True)]
    stated = [stated_codes(reference) for reference in data.validation_references]
    truth = np.array([[code in made for code in codes] for made in stated], dtype=np.float32)
    labels = [statements_by_code()[code].label for code in codes]
    return calibrate(codes, labels, np.array(joint, dtype=np.float32).reshape(truth.shape), truth)


def complete_card(
    pack: Pack, card: str, metrics: Mapping[str, Any], confidence: Mapping[str, float] | None = None
) -> Pack:
    """Put the model card, its figures and the confidence's curve into a pack and seal it again."""
    (pack.folder / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    training = {**pack.manifest["training"], "metrics": dict(metrics)}
    for name in (MANIFEST, CHECKSUMS):
        (pack.folder / name).unlink()
    generation = {**pack.manifest["generation"], **({"confidence": dict(confidence)} if confidence else {})}
    return seal_pack(pack.folder, {**pack.manifest, "generation": generation, "training": training})


def _generation(how: GenerationConfig) -> dict[str, Any]:
    written: dict[str, Any] = {"decoding": "greedy", "max_new_tokens": how.max_new_tokens}
    if how.drawing is not None:
        written |= {"decoding": "consensus", "drawing": asdict(how.drawing)}
    if how.completion is not None:
        written["completion"] = asdict(how.completion)
    return written


def _origin(taken_from: str) -> dict[str, str] | None:
    """Name the pack whose weights were taken over."""
    if not taken_from:
        return None
    pack = find_pack(taken_from)
    return {"name": pack.name, "version": pack.version, "sha256": pack.sha256}


def _language_model(recipe: Recipe, language: Language) -> dict[str, Any]:
    """Return what the manifest says of the language model: it is in the pack, or named and adapted."""
    if language.backbone is None or recipe.backbone is None:
        architecture = type(language.decoder).__name__
        return {"backbone": {"source": "trained from scratch", "architecture": architecture, "folder": "backbone"}}
    return {
        "backbone": language.backbone.reference,
        "adapter": {"folder": "adapter", **asdict(recipe.backbone.lora), "trained_at": recipe.backbone.precision},
    }


def _manifest(
    recipe: Recipe, data: TrainingData, model: MeitModel, language: Language, best: Mapping[str, float]
) -> dict[str, Any]:
    return {
        "name": recipe.name,
        "version": recipe.version,
        **_language_model(recipe, language),
        **network_manifest(model.encoder.config, recipe.fusion),
        "input": recipe.input.to_dict(),
        "parameters": parameter_table(model)[-1].parameters,
        "trained_parameters": parameter_table(model)[-1].trained + _trained_before(recipe, model),
        "quantisation": {"storage": "float16", "compute": "float32"},
        "prompt": {
            "template": language.tokenizer.template,
            "default": recipe.generation.prompt,
            "styles": _styles(recipe, data),
        },
        "generation": _generation(recipe.generation),
        "training": {
            "dataset": data.tables.kind,
            "training_folds": list(recipe.data.training_folds),
            "validation_folds": list(recipe.data.validation_folds),
            "recordings": len(data.training.cases),
            "patients": len({case.patient_id for case in data.training.cases}),
            "unreadable": len(data.training.unreadable),
            "further_reports": len(data.extra),
            **_stages(recipe, {name: round(value, 4) for name, value in best.items()}),
        },
    }


def _styles(recipe: Recipe, data: TrainingData) -> list[str]:
    """Name the house styles that were learnt; where only experts were added, the base's."""
    if recipe.experts_for:
        return list(find_pack(recipe.experts_for).manifest["prompt"].get("styles", ()))
    return list(data.styles(recipe.tune.least_in_style))


def _trained_before(recipe: Recipe, model: MeitModel) -> int:
    """Return how many parameters had been trained before the last stage and stayed as they were."""
    if recipe.experts_for:
        base = find_pack(recipe.experts_for).manifest
        return int(base.get("trained_parameters") or base["parameters"])
    return sum(weight.numel() for weight in model.encoder.parameters() if not weight.requires_grad)


def _seeds(recipe: Recipe) -> dict[str, int]:
    seeds = {"encoder": recipe.pretrain.seed, "tune": recipe.tune.seed}
    if recipe.disturbing is not None:
        seeds["copies"] = recipe.disturbing.seed
    return seeds if recipe.reading is None else {**seeds, "readers": recipe.reading.seed}


def _stages(recipe: Recipe, best: Mapping[str, float]) -> dict[str, Any]:
    """Return how the parts learnt; where only experts were added, the rest is the base's."""
    if not recipe.experts_for:
        return {
            "encoder_from": _origin(recipe.encoder_from),
            "encoder_objective": "" if recipe.encoder_from else recipe.pretrain.objective,
            "instructions": recipe.instructions,
            "seeds": _seeds(recipe),
            "encoder_stays": not recipe.tune.encoder_rate,
            "borrowed": recipe.tune.borrowed,
            "disturbed_copies": 0 if recipe.disturbing is None else recipe.disturbing.copies,
            "best": dict(best),
        }
    base = find_pack(recipe.experts_for).manifest["training"]
    kept = {name: base[name] for name in ("encoder_from", "encoder_objective", "instructions") if name in base}
    return {
        **kept,
        "experts_for": _origin(recipe.experts_for),
        "seeds": {**base["seeds"], "experts": recipe.pretrain.seed},
        "best": {**base["best"], **best},
    }
