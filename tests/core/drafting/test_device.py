"""Device and precision are chosen with a reason that can be shown, and memory that runs out leads to the next."""

from __future__ import annotations

import os

import pytest

from meit_core.drafting.device import (
    ENVIRONMENT_VARIABLE,
    PRECISION_VARIABLE,
    Card,
    Device,
    choose_device,
    device_plans,
    thread_count,
)
from meit_core.drafting.fallback import on_first_that_fits
from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.language.precision import Precision
from meit_core.model.sizing.memory import GIB
from meit_core.model.sizing.need import Need

SEVEN = Need(
    {Precision.BF16: 16 * GIB, Precision.INT8: 10 * GIB, Precision.NF4: 7 * GIB},
    {Precision.FP32: 28 * GIB, Precision.NF4: 9 * GIB},
)
"""Roughly a model of seven thousand million parameters."""


def plans(
    free_gib: float | None, ram_gib: float = 64, need: Need | None = SEVEN, *, has_bf16: bool = True
) -> list[str]:
    """Return the plans on a machine with such a card (``None`` for none) and so much free memory."""
    found = "no CUDA device" if free_gib is None else Card("Card", int(free_gib * GIB), has_bf16)
    made = device_plans(need, probe=lambda: found, free_memory=lambda: int(ram_gib * GIB))
    return [str(each) for each in made]


@pytest.fixture(autouse=True)
def _no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (ENVIRONMENT_VARIABLE, PRECISION_VARIABLE):
        monkeypatch.delenv(variable, raising=False)


def test_without_a_card_the_cpu_is_taken_and_the_reason_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    assert str(choose_device()) == "cpu (no CUDA device)"


def test_a_card_that_fails_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_device: int) -> tuple[int, int]:
        raise RuntimeError("CUDA error: no kernel image is available for execution on the device")

    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.setattr("torch.cuda.is_available", lambda: True)
    monkeypatch.setattr("torch.cuda.get_device_name", lambda _device: "Old Card")
    monkeypatch.setattr("torch.cuda.mem_get_info", broken)
    assert str(choose_device()) == "cpu (Old Card doesn't work with this PyTorch)"


def test_a_wish_is_followed_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "cpu")
    assert choose_device().name == "cpu"
    for wish in ("cuda", "abacus"):
        monkeypatch.setenv(ENVIRONMENT_VARIABLE, wish)
        with pytest.raises(UserError) as caught:
            choose_device()
        assert caught.value.hint


def test_threads_fit_the_cores_this_process_may_use() -> None:
    assert 1 <= thread_count() <= min(8, os.cpu_count() or 1)


def test_fewer_threads_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert thread_count() == 1
    monkeypatch.delenv("OMP_NUM_THREADS")
    usual = thread_count()
    monkeypatch.setenv("OMP_NUM_THREADS", "many")
    assert thread_count() == usual


@pytest.fixture
def quantising(monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries that quantise are installed."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: object())


@pytest.mark.usefixtures("quantising")
def test_the_best_precision_that_fits_is_taken_and_the_reason_said() -> None:
    assert plans(24)[0] == "cuda (Card, BF16)"
    assert plans(12)[0] == "cuda (Card, INT8 because 12.0 GB are free and BF16 needs 16.0 GB)"
    assert plans(8)[0] == "cuda (Card, NF4 because 8.0 GB are free and INT8 needs 10.0 GB)"
    assert plans(6)[0] == "cpu (Card has 6.0 GB free and 7.0 GB are needed)"
    assert plans(None)[0] == "cpu (no CUDA device)"
    assert plans(None, ram_gib=12)[0] == "cpu (no CUDA device, NF4 because 12.0 GB are free)"
    assert plans(24, has_bf16=False)[0] == "cuda (Card, FP16)"


@pytest.mark.usefixtures("quantising")
def test_every_smaller_choice_stands_by_and_the_cpu_last() -> None:
    made = device_plans(SEVEN, probe=lambda: Card("Card", 24 * GIB), free_memory=lambda: 64 * GIB)
    assert [(each.name, each.precision) for each in made] == [
        ("cuda", Precision.BF16),
        ("cuda", Precision.INT8),
        ("cuda", Precision.NF4),
        ("cpu", Precision.FP32),
        ("cpu", Precision.NF4),
    ]


def test_without_the_libraries_nothing_is_quantised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert plans(12)[0] == "cpu (Card has 12.0 GB free and 16.0 GB are needed)"


@pytest.mark.usefixtures("quantising")
def test_a_machine_that_is_too_small_is_said_in_one_sentence() -> None:
    with pytest.raises(EnvironmentFault) as caught:
        plans(None, ram_gib=4)
    assert caught.value.message == "The language model needs 9.0 GB of memory, but only 4.0 GB are free."
    assert caught.value.hint


def test_a_wished_precision_is_followed_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PRECISION_VARIABLE, "NF4")
    assert plans(80) == [
        "cuda (Card, NF4 asked for by MEIT_PRECISION)",
        "cpu (instead of Card, NF4 asked for by MEIT_PRECISION)",
    ]
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "cpu")
    assert plans(80) == ["cpu (asked for by MEIT_DEVICE, NF4 asked for by MEIT_PRECISION)"]
    monkeypatch.setenv(PRECISION_VARIABLE, "nf3")
    with pytest.raises(UserError, match="precision “nf3”") as caught:
        plans(80)
    assert "nf4" in caught.value.hint


def test_without_known_needs_single_precision_is_taken() -> None:
    assert plans(8, need=None) == ["cuda (Card)", "cpu (instead of Card)"]


PLANS = (
    Device("cuda", "Card, BF16", Precision.BF16, 16 * GIB),
    Device("cuda", "Card, NF4", Precision.NF4, 7 * GIB),
    Device("cpu", "instead of Card", Precision.FP32, 1 << 50),
)


def too_large(*precisions: Precision) -> list[Device]:
    """Return the plans that were tried on a machine where these run out of memory."""
    tried: list[Device] = []

    def load(device: Device) -> str:
        tried.append(device)
        if device.precision in precisions:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory")
        return "loaded"

    loaded, device = on_first_that_fits(PLANS, load)
    assert loaded == "loaded"
    return [*tried, device]


def test_memory_that_runs_out_leads_to_the_next_choice_and_is_remembered() -> None:
    assert too_large() == [PLANS[0], PLANS[0]]
    *_, device = too_large(Precision.BF16)
    assert str(device) == "cuda (Card, NF4; BF16 ran out of memory on cuda)"
    *_, device = too_large(Precision.BF16, Precision.NF4)
    assert (device.name, device.precision) == ("cpu", Precision.FP32)
    assert device.reason == "instead of Card; BF16 ran out of memory on cuda; NF4 ran out of memory on cuda"


def test_memory_that_runs_out_everywhere_is_said_with_figures() -> None:
    def load(_device: Device) -> str:
        raise MemoryError

    with pytest.raises(EnvironmentFault, match=r"needs 1048576\.0 GB of memory, but only"):
        on_first_that_fits(PLANS[2:], load)
    with pytest.raises(EnvironmentFault, match="ran out of memory"):
        on_first_that_fits([Device("cpu", "no CUDA device")], load)


def test_another_fault_is_not_taken_for_a_lack_of_memory() -> None:
    def load(_device: Device) -> str:
        raise ValueError("this pack is odd")

    with pytest.raises(ValueError, match="odd"):
        on_first_that_fits(PLANS, load)
