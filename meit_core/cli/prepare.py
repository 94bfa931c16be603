"""``meit prepare``"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from meit_core.cli.options import JsonOption
from meit_core.cli.output import print_json, print_table
from meit_core.cli.progress import job_at_terminal


class Source(StrEnum):
    PTBXL = "ptbxl"
    MIMIC_IV_ECG = "mimic-iv-ecg"
    FOLDER = "folder"


def prepare(
    *,
    dataset: Annotated[Source, typer.Argument(metavar="DATASET", help="ptbxl, mimic-iv-ecg, or folder.")],
    root: Annotated[Path, typer.Option("--root", metavar="DIR", help="The data set's folder.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="New folder for what is prepared.")],
    reports: Annotated[
        Path | None,
        typer.Option("--reports", metavar="FILE", help="A folder's table of reports; by default its reports.csv."),
    ] = None,
    rate: Annotated[float, typer.Option("--rate", metavar="HZ", help="Rate of the encoder it is for.")] = 100.0,
    seed: Annotated[int, typer.Option("--seed", help="Of the folds, where a data set has none.")] = 0,
    measure: Annotated[
        bool, typer.Option("--measure", help="Measure every recording too, for pre-training an encoder.")
    ] = False,
    shard: Annotated[str, typer.Option("--shard", metavar="I/N", help="Do the first of four parts: 1/4.")] = "1/1",
    resume: Annotated[bool, typer.Option("--resume", help="Go on with an interrupted preparation.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Accept patients in several splits.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help="Only the first N recordings.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Prepare a data set for training: English reports, patient-wise splits, signals as the network sees them."""
    chosen = parse_shard(shard)
    from meit_core.services.preparing import prepare as run

    with job_at_terminal("preparing") as job:
        document = run(
            dataset=dataset.value,
            root=root,
            out=out,
            reports=reports,
            fs_hz=rate,
            seed=seed,
            measure=measure,
            shard=chosen,
            resume=resume,
            force=force,
            limit=limit,
            job=job,
        )
    if as_json:
        print_json(document)
    else:
        _print_summary(document)


def parse_shard(text: str) -> tuple[int, int]:
    """Return the numbers of ``I/N``.

    Raises
    ------
    typer.BadParameter
        If it is nothing like that.
    """
    match = re.fullmatch(r"\s*(\d{1,6})\s*/\s*(\d{1,6})\s*", text)
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise typer.BadParameter(f"'{text}' is no shard; write 1/4 for the first of four", param_hint="--shard")
    return int(match[1]), int(match[2])


def _print_summary(document: Mapping[str, Any]) -> None:
    rows = [("", "recordings", "patients")]
    for split, n in document["splits"].items():
        rows.append((split, f"{n:,}", f"{document['patients_of_splits'][split]:,}"))
    rows.append(("all", f"{document['records']:,}", f"{document['patients']:,}"))
    print_table(rows)
    typer.echo()
    typer.echo(f"Patients in several splits   {document['patient_overlap']:,}")
    typer.echo(f"Reports from                 {document['reports_from']}")
    typer.echo(f"Languages                    {_counted(document['languages'])}")
    typer.echo(f"Done to reports and signals  {_counted(document['cleaning'])}")
    if document["empty_folds"]:
        typer.echo(f"Folds without recordings     {', '.join(map(str, document['empty_folds']))}")
    for title, key in (
        ("Damaged, left out", "damaged"),
        ("Without report and codes", "left_out_without_report"),
        ("Texts without signal", "texts_without_signal"),
        ("Signals without text", "signals_without_text"),
        ("With untranslated words", "untranslated"),
    ):
        typer.echo(f"{title:<28} {document[key]:,}")
    typer.echo()
    if document["missing_parts"]:
        typer.echo(f"{document['missing_parts']} of {document['parts']} parts are left to other shards.")
    typer.echo(f"{document['out']}, {document['fs_hz']:g} Hz, in {document['seconds']:.0f} s")


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {n:,}" for name, n in sorted(counts.items(), key=lambda item: -item[1])) or "nothing"
