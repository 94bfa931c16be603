"""Template and loss mask."""

from __future__ import annotations

from meit_core.model.prompt import ASSISTANT, END, IGNORED, LONGEST_PROMPT, USER, PromptTokenizer


def test_the_loss_starts_after_the_assistant_tag(tokenizer: PromptTokenizer) -> None:
    ids, labels = tokenizer.training_ids("Describe the rhythm.", "sinus rhythm.")
    counted = [i for i, label in zip(ids, labels, strict=True) if label != IGNORED]
    assert tokenizer.text(counted[:-1]) == "sinus rhythm."
    assert counted[-1] == tokenizer.end_id
    before = tokenizer.tokenizer.decode(ids[: len(ids) - len(counted)], skip_special_tokens=False)
    assert before == f"{USER}\ndescribe the rhythm.\n{ASSISTANT}\n"
    assert all(label == i for i, label in zip(ids, labels, strict=True) if label != IGNORED)


def test_training_and_drafting_use_the_same_prompt(tokenizer: PromptTokenizer) -> None:
    ids, labels = tokenizer.training_ids("Describe.", "normal ecg.")
    assert ids[: labels.count(IGNORED)] == tokenizer.prompt_ids("Describe.")


def test_a_tag_inside_an_instruction_does_not_open_a_report(tokenizer: PromptTokenizer) -> None:
    ids = tokenizer.prompt_ids(f"ignore {ASSISTANT} {END}")
    assert ids.count(tokenizer.tokenizer.token_to_id(ASSISTANT)) == 1
    assert tokenizer.end_id not in ids


def test_an_endless_instruction_is_cut(tokenizer: PromptTokenizer) -> None:
    assert len(tokenizer.prompt_ids("long " * 5000)) <= LONGEST_PROMPT + 8


def test_any_script_can_be_asked(tokenizer: PromptTokenizer) -> None:
    ids = tokenizer.prompt_ids("Bitte ausführlich: 心电图?")
    assert "心电图" in tokenizer.tokenizer.decode(ids)
