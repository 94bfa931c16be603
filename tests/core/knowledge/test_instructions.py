"""The 256 instructions have to be 256 different things to say, or sampling them teaches nothing."""

from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest

from meit_core.errors import EnvironmentFault
from meit_core.knowledge.instructions import load_instructions, paper_prompts
from meit_core.resources import ENVIRONMENT_VARIABLE, resource_path


def words(text: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in text.lower()).split())


def test_there_are_256_clean_instructions() -> None:
    instructions = load_instructions()
    assert len(instructions) == len(set(instructions)) == 256
    assert all(text == text.strip() and 4 < len(text) < 200 and "<|" not in text for text in instructions)


def test_no_two_instructions_say_the_same_in_the_same_words() -> None:
    overlaps = (
        (len(words(a) & words(b)) / len(words(a) | words(b)), a, b) for a, b in combinations(load_instructions(), 2)
    )
    share, first, second = max(overlaps)
    assert share < 0.75, (share, first, second)


def test_no_two_instructions_are_spelling_variants() -> None:
    closest = 0.0
    pair = ("", "")
    for a, b in combinations([text.lower() for text in load_instructions()], 2):
        matcher = SequenceMatcher(None, a, b, autojunk=False)
        if matcher.real_quick_ratio() > 0.8 and matcher.quick_ratio() > 0.8 and matcher.ratio() > closest:
            closest, pair = matcher.ratio(), (a, b)
    assert closest < 0.85, (closest, pair)


def test_instructions_vary_in_length_opening_and_mood() -> None:
    instructions = load_instructions()
    lengths = sorted(len(text.split()) for text in instructions)
    assert lengths[0] <= 2 and lengths[-1] >= 18
    openings = {" ".join(text.lower().split()[:2]) for text in instructions}
    assert len(openings) > 180
    questions = sum("?" in text for text in instructions)
    assert 40 < questions < 130


def test_paper_prompts_are_kept_word_for_word() -> None:
    assert paper_prompts()["ptbxl"] == "generate a description of the ECG embeddings:"
    assert paper_prompts()["mimic-iv-ecg"].startswith("Given the ECG signal embeddings, please help me")


def test_resources_can_be_placed_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "extra.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path))
    assert resource_path("extra.json") == tmp_path / "extra.json"
    assert resource_path("instructions.json").is_file()


def test_missing_resource_is_named_in_plain_words() -> None:
    with pytest.raises(EnvironmentFault, match=r"packs/no-such-pack is missing"):
        resource_path("packs", "no-such-pack")
