"""Language models in memory: what loading costs at its highest, and how fast they write, at every precision.

A language model with random weights stands in for a real one; MEIT_BENCH_BACKBONE names a folder to use instead.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

from meit_core.model.language.precision import Precision
from meit_core.model.packs.weight_files import read_config
from meit_core.model.sizing.decoder_size import size_of
from meit_core.model.sizing.memory import weight_bytes
from tests.benchmarks.rows import Row

CHOSEN = "MEIT_BENCH_BACKBONE"
HIGHEST = 1.3
"""Times the weights: what loading may take at its highest."""
TOKENS = 8
_MIB = 2**20

_LOADS = textwrap.dedent(
    """
    import json, resource, sys, threading, time
    from pathlib import Path
    import psutil, torch
    from meit_core.model.language.quantisation import Precision, load_decoder
    from transformers import AutoModelForCausalLM, LlamaForCausalLM
    precision = Precision(sys.argv[2])
    if precision.is_quantised:
        import bitsandbytes
    process, seen, done = psutil.Process(), [], threading.Event()

    def own():  # pages of the mapped file aren't ours: the system takes them back whenever it wants
        memory = process.memory_info()
        return memory.rss - memory.shared

    def watch():
        while not done.is_set():
            seen.append(own())
            time.sleep(0.002)

    before, peak_before = own(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    watcher = threading.Thread(target=watch)
    watcher.start()
    start = time.perf_counter()
    decoder = load_decoder(Path(sys.argv[1]), device="cpu", precision=precision)
    seconds = time.perf_counter() - start
    done.set()
    watcher.join()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    ids = torch.ones(1, 32, dtype=torch.long)
    with torch.inference_mode():
        out = decoder(input_ids=ids, use_cache=True)
        start = time.perf_counter()
        for _ in range(int(sys.argv[3])):
            out = decoder(input_ids=ids[:, :1], past_key_values=out.past_key_values, use_cache=True)
        each = (time.perf_counter() - start) / int(sys.argv[3])
    print(json.dumps({"own": max(seen) - before, "peak": peak - before, "seconds": seconds, "token": each}))
    """
)


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(os.environ.get(CHOSEN) or _stand_in(Path(temporary)))
        size = size_of(read_config(folder))
        for precision in (Precision.FP32, Precision.BF16, Precision.INT8, Precision.NF4):
            weights = weight_bytes(size, precision, compute_bytes=4)
            found = _load(folder, precision)
            what = f"{folder.name}, {size.parameters / 1e6:.0f}M parameters, {precision.label}, CPU"
            how = f"{what}: most memory of its own while loading, over the weights' {weights / _MIB:.0f} MiB"
            yield Row(f"loading {precision.label}, peak", found["own"] / weights, "x", HIGHEST, 1, how)
            how = f"{what}: resident set at its highest, with pages of the mapped file"
            yield Row(f"loading {precision.label}, resident", found["peak"] / weights, "x", None, 1, how)
            yield Row(f"loading {precision.label}, time", found["seconds"], "s", None, 1, what)
            yield Row(f"one token, {precision.label}", found["token"] * 1000, "ms", None, TOKENS, f"{what}: mean")


def _load(folder: Path, precision: Precision) -> dict[str, float]:
    """Load in a process of its own: memory once used doesn't come back."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADS, str(folder), precision.value, str(TOKENS)],
        capture_output=True,
        text=True,
        check=True,
    )
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _stand_in(folder: Path) -> Path:
    """Write a random LLaMA of 16-bit weights, 1.1 GiB of them in several files: smaller ones show fixed costs only."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    config = LlamaConfig(
        vocab_size=32000,
        hidden_size=2048,
        intermediate_size=5632,
        num_hidden_layers=10,
        num_attention_heads=16,
        num_key_value_heads=8,
        tie_word_embeddings=False,
        dtype="float16",
    )
    torch.manual_seed(1)
    place = folder / "random-llama"
    LlamaForCausalLM(config).half().save_pretrained(str(place), max_shard_size="400MB")
    return place
