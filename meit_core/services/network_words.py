"""What a pack's manifest says of its network and how that learnt, in sentences for the model card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_FUSIONS: Final = {
    "key-value": "The ECG tokens stand in front of the text's keys and values in every self-attention layer, made by "
    "that layer's own projections.",
    "concat": "The ECG tokens stand before the text in the input sequence (as LLaVA has it).",
    "cross-attention": "The text looks at the ECG tokens through gated cross-attention in front of the layers (as "
    "Flamingo has it).",
}


def network_sentences(manifest: Mapping[str, Any]) -> str:
    """Say what the network is: size, encoder, language model, and how they meet."""
    trained, size = manifest.get("trained_parameters"), manifest["parameters"]
    million = f"{size / 1e6:.1f} million parameters"
    million += f", {trained / 1e6:.1f} million of them trained" if trained and trained != size else ""
    head = " with a findings head" if manifest["encoder"].get("n_findings") else ""
    encoder = f"an encoder of the kind {manifest['encoder'].get('kind', 'conv-transformer')}{head}"
    if experts := manifest["encoder"].get("experts"):
        encoder += (
            f" (the mean of what it sees in the samples and of what {experts} perceptrons make of the median beat and "
            "the measurements)"
        )
    if readers := manifest["encoder"].get("readers"):
        encoder += (
            f", beside it {readers} perceptrons that guess from the same measurements which of "
            f"{manifest['encoder']['phrases']:,} phrases the report holds, for the language model and for the choice "
            "between its drafts"
        )
    fusion = _FUSIONS[manifest["fusion"].get("way", "key-value")]
    return f"A MEIT model (arXiv 2403.04945) of {million}: {encoder}, and {_language_model(manifest)}. {fusion}"


def learning_sentences(training: Mapping[str, Any]) -> str:
    """Say in which order the parts learnt."""
    origin, further = training.get("encoder_from"), training["further_reports"]
    steps = [f"The encoder is that of {origin['name']} {origin['version']}" if origin else "The encoder learnt first"]
    if further:
        steps.append(f"the language model learnt to write from the findings of {further} reports without a recording")
    if training.get("encoder_stays"):
        steps = steps[:1]
        if "readers" in training["seeds"]:
            steps.append("readers of the report's words and statements learnt each without a part of the patients")
        if copies := training.get("disturbed_copies"):
            what = "a disturbed copy" if copies == 1 else f"{copies} disturbed copies"
            steps.append(f"they and the language model also learnt of {what} of each recording")
        steps.append("then the language model learnt to write, report for report, and the encoder stayed as it was")
        if further and training.get("borrowed"):
            steps.append(f"{further} reports without a recording were told of recordings with nearly the same findings")
    else:
        steps.append("then all of it learnt together, report for report" if origin else "then both together")
    one = training.get("instructions") == "one"
    told = "; ".join(steps) + ("." if one else ", an instruction drawn from 256 for every pair.")
    if base := training.get("experts_for"):
        told += f" All of that is {base['name']} {base['version']}; the experts on measurements learnt last, alone."
    return told


def _language_model(manifest: Mapping[str, Any]) -> str:
    backbone, adapter = manifest["backbone"], manifest.get("adapter")
    if adapter is None:
        kind = {"GPT2LMHeadModel": "GPT-2"}.get(str(backbone.get("architecture")), "LLaMA")
        return f"a {kind}-architecture decoder trained from scratch"
    lora = f"rank {adapter['rank']}, alpha {adapter['alpha']}" if "rank" in adapter else "low rank"
    kept = f"{backbone['name']} ({backbone['source']}, SHA-256 {backbone['sha256'][:12]})"
    return f"the language model {kept}, which isn't part of the pack, with adapters ({lora}) on all linear layers"
