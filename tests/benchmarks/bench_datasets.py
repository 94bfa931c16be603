"""Preparing data sets and reading prepared ones: how fast, and how much memory at 1,000 and at 800,000 recordings.

MEIT_TEST_DATA names the real recordings. The 800,000 are generated: two tables in the layout of MIMIC-IV-ECG with rows
in different orders. One shard reads waveforms, 1,000 times one of four recordings; what the other shards would have
left are files with holes for signals; the last run joins the tables, checks all parts, counts, and writes the manifest.
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
from typing import Any

import numpy as np

from meit_core.datasets.folds import fold_of
from meit_core.datasets.manifest import ManifestLine
from meit_core.datasets.part import PART_SIZE, part_folder
from meit_core.datasets.prepared import Plan
from meit_core.model.ecg_input import DEFAULT_INPUT
from tests.benchmarks.rows import Row
from tests.conftest import REPOSITORY
from tests.datasets.mimic_folder import MEASUREMENTS, RECORDS, STATEMENTS, signal_mv, write_record

SMALL, LARGE = 1_000, 800_000
SHARD_OF_LARGE = 800
"""One of so many shards of the large set is prepared: 1,000 recordings, after joining both tables as a whole."""
REAL_S = 60.0
DATA_SHARE = 0.05
STEPS = 12
BATCH = 32
_MIB = 2**20

_PREPARES = textwrap.dedent(
    """
    import json, sys, threading, time
    from pathlib import Path
    import psutil
    from meit_core.services.preparing import prepare
    kind, root, out, i, n = sys.argv[1:]
    process, seen, finished = psutil.Process(), [], threading.Event()

    def watch():  # the system's own figure for the highest begins with the size of the process that started this one
        while not finished.wait(0.01):
            seen.append(process.memory_info().rss)

    watcher = threading.Thread(target=watch)
    watcher.start()
    started, used = time.monotonic(), time.process_time()
    try:
        done = prepare(dataset=kind, root=Path(root), out=Path(out), shard=(int(i), int(n)), resume=True)
    finally:
        finished.set()
        watcher.join()
    peak = max(seen)
    wall, used = time.monotonic() - started, time.process_time() - used
    print(json.dumps({"wall": wall, "used": used, "peak": peak, "records": done["records"]}))
    """
)
_READS = textwrap.dedent(
    """
    import json, sys, time
    from pathlib import Path
    import numpy as np, psutil, torch
    from meit_core.datasets.opening import open_prepared
    from meit_core.datasets.prepared import PreparedSignals
    from meit_core.model.ecg_input import DEFAULT_INPUT
    from meit_core.training.signals import SignalsOnDisk
    process = psutil.Process()

    def own():  # pages of mapped files aren't ours: the system takes them back whenever it wants
        memory = process.memory_info()
        return memory.rss - memory.shared

    before, resident = own(), process.memory_info().rss
    started = time.monotonic()
    tables, _ = open_prepared(Path(sys.argv[1]))
    cases = tables.of_folds(range(1, 9))
    signals = SignalsOnDisk(PreparedSignals(Path(sys.argv[1])), cases.rows, DEFAULT_INPUT)
    opened = time.monotonic() - started
    dice = torch.Generator().manual_seed(1)
    most = 0
    for _ in range(300):
        rows = torch.randint(len(cases), (64,), generator=dice)
        batch, texts = signals[rows], [cases[int(row)].reference for row in rows]
        most = max(most, own())
    print(json.dumps({"own": most - before, "resident": process.memory_info().rss - resident, "opened": opened,
                      "n": len(tables.cases)}))
    """
)


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        yield from _memory(folder)
        yield from _real(folder)


def _real(folder: Path) -> Iterator[Row]:
    data = Path(os.environ.get("MEIT_TEST_DATA", REPOSITORY / ".." / "shared" / "data")).resolve() / "ptbxl"
    if not data.is_dir():
        return
    done = _in_a_process(_PREPARES, "ptbxl", data, folder / "real", 1, 1)
    n = done["records"]
    how = f"meit prepare ptbxl on {n:,} real recordings, one process, without measuring"
    yield Row("preparing PTB-XL", done["wall"], "s", REAL_S * n / 3845, n, f"{how}; wall time")
    yield Row("preparing PTB-XL, processor", done["used"], "s", None, n, f"{how}; time of one core")
    yield Row("preparing PTB-XL, rate", n / done["wall"], "/s", None, n, how, lower_is_better=False)
    yield Row("preparing PTB-XL, memory", done["peak"] / _MIB, "MiB", None, 1, f"{how}; resident set at its highest")
    yield from _share_of_data(folder / "real")


def _memory(folder: Path) -> Iterator[Row]:
    peaks: dict[int, int] = {}
    for n, shards in ((SMALL, 1), (LARGE, SHARD_OF_LARGE)):
        root, out = _generated_mimic(folder / f"mimic-{n}", n), folder / f"out-{n}"
        done = _in_a_process(_PREPARES, "mimic-iv-ecg", root, out, 1, shards)
        how = f"meit prepare mimic-iv-ecg, generated tables of {n:,} recordings"
        if shards > 1:
            said = f"{how}, shard 1 of {shards} ({done['records']:,} recordings)"
            yield Row(f"preparing, memory of a shard of {n:,}", done["peak"] / _MIB, "MiB", None, 1, said)
            yield Row(f"preparing, time of a shard of {n:,}", done["wall"], "s", None, 1, said)
            peaks[n] = done["peak"]
            _other_shards(out, n)
            done = _in_a_process(_PREPARES, "mimic-iv-ecg", root, out, 1, 1)
            how += ", signals of other shards there: join, check of all parts, counts, manifest"
        peaks[n] = max(peaks.get(n, 0), done["peak"])
        yield Row(f"preparing, memory at {n:,}", done["peak"] / _MIB, "MiB", None, 1, f"{how}; resident, highest")
        yield Row(f"preparing, time at {n:,}", done["wall"], "s", None, 1, how)
    growth = peaks[LARGE] / peaks[SMALL]
    yield Row("preparing, memory's growth", growth, "x", 1.5, 1, f"{LARGE:,} over {SMALL:,} recordings")
    for n in (SMALL, LARGE):
        found = _in_a_process(_READS, folder / f"out-{n}")
        how = f"300 random batches of 64 of {n:,} prepared recordings, with their reports"
        yield Row(f"training data, memory at {n:,}", found["own"] / _MIB, "MiB", None, 1, f"{how}; own memory added")
        mapped = f"{how}; with the mapped files' pages, which the system takes back when it needs them"
        yield Row(f"training data, resident at {n:,}", found["resident"] / _MIB, "MiB", None, 1, mapped)
        yield Row(f"training data, opening {n:,}", found["opened"], "s", None, 1, how)


def _share_of_data(prepared: Path) -> Iterator[Row]:
    """Time steps of the first stage at the sizes of the bundled pack, and what of them is getting the batch."""
    import time

    import torch

    from meit_core.model.encoders import ConvTransformerConfig, build_encoder
    from meit_core.training.data import load_training_data
    from meit_core.training.recipe import DataConfig
    from meit_core.training.signals import as_signals

    torch.manual_seed(1)
    data = load_training_data(DataConfig(str(prepared)))
    signals = as_signals(data.training.signals)
    encoder: Any = build_encoder(ConvTransformerConfig().with_findings(len(data.space.codes)))
    reading, steps = [], []
    for _ in range(STEPS):
        started = time.perf_counter()
        batch = signals[torch.randint(len(signals), (BATCH,))]
        reading.append(time.perf_counter() - started)
        encoder(batch).finding_logits.square().mean().backward()
        encoder.zero_grad()
        steps.append(time.perf_counter() - started)
    share = float(np.sum(reading[2:]) / np.sum(steps[2:]))
    how = f"batches of {BATCH} from the prepared folder against forward and backward of the encoder alone, on the CPU"
    yield Row("training data, share of the encoder's step", share, "", DATA_SHARE, STEPS - 2, how)
    yield Row("training data, a batch", float(np.median(reading[2:])) * 1000, "ms", None, STEPS - 2, how)


def _generated_mimic(root: Path, n: int) -> Path:
    """Write tables of n recordings in two orders, and waveforms where the first shard looks for them."""
    samples = root / "samples"
    for seed in range(4):
        write_record(samples / str(seed), signal_mv(seed))
    order = np.random.default_rng(1).permutation(n)
    with (root / RECORDS).open("w", encoding="utf-8") as file:
        file.write("subject_id,study_id,file_name,ecg_time,path\n")
        for number in range(n):
            file.write(f"{10_000_000 + number // 5},{40_000_000 + number},x,2180-07-23 08:44:00,samples/{number % 4}\n")
    with (root / MEASUREMENTS).open("w", encoding="utf-8") as file:
        file.write(f"subject_id,study_id,{','.join(f'report_{index}' for index in range(18))}\n")
        for number in order:
            said = STATEMENTS[number % 4]
            cells = ",".join([*said, *[""] * (18 - len(said))])
            file.write(f"{10_000_000 + number // 5},{40_000_000 + number},{cells}\n")
    return root


def _other_shards(out: Path, n: int) -> None:
    """Write what the other shards of n recordings would leave, with a hole in the file for every signal."""
    for part in range(Plan.read(out).parts):
        folder, first = part_folder(out, part), part * PART_SIZE
        if folder.is_dir():
            continue
        folder.mkdir(parents=True)
        numbers = range(first, min(first + PART_SIZE, n))
        shape = (len(numbers), 12, DEFAULT_INPUT.n_samples)
        np.lib.format.open_memmap(folder / "signals.npy", mode="w+", dtype=np.int16, shape=shape)
        np.save(folder / "levels.npy", np.zeros(shape[:2], np.float32))
        np.save(folder / "lengths.npy", np.full(len(numbers), shape[2], np.int32))
        (folder / "lines.jsonl").write_text("".join(f"{_line(number)}\n" for number in numbers), encoding="utf-8")
        (folder / "notes.jsonl").write_text("", encoding="utf-8")
        (folder / "counts.json").write_text("{}", encoding="utf-8")


def _line(number: int) -> str:
    patient, report = str(10_000_000 + number // 5), f"sinus rhythm. ventricular rate {number % 997}. normal ecg."
    record = f"samples/{number % 4}"
    return ManifestLine(str(40_000_000 + number), patient, fold_of(patient), record, report, language="en").as_json()


def _in_a_process(code: str, *arguments: object) -> dict[str, Any]:
    """Run in a process of its own: memory once used doesn't come back."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured
