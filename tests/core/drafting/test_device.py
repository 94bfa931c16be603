"""The device is chosen with a reason that can be shown."""

from __future__ import annotations

import os

import pytest

from meit_core.drafting.device import ENVIRONMENT_VARIABLE, choose_device, thread_count
from meit_core.errors import UserError


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
