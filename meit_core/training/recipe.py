"""A training run's settings: one TOML file, read into the stages' own configurations."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_origin, get_type_hints

from meit_core.errors import UserError
from meit_core.model.assembly import DecoderConfig
from meit_core.model.decoding.writing import CompletionConfig, DrawingConfig
from meit_core.model.ecg_input import InputConfig
from meit_core.model.encoders import ConvTransformerConfig, EncoderConfig, settings_of
from meit_core.model.variants import FusionConfig, variant
from meit_core.training.disturbed import DisturbingConfig
from meit_core.training.language import BackboneConfig
from meit_core.training.pretrain import PretrainConfig
from meit_core.training.reading import ReadingConfig
from meit_core.training.tune import TuneConfig

Config = TypeVar("Config")


@dataclass(frozen=True, slots=True)
class DataConfig:
    """Which recordings.

    Attributes
    ----------
    root
        PTB-XL folder, or one that ``meit prepare`` wrote; a relative one is taken from where the command runs.
    extra_reports
        File in ``root`` with reports of further recordings (``ecg_id, strat_fold, report, scp_codes``) for the writing
        stage; needs ``report_translations.tsv`` beside it. Empty for none.
    allow_patient_overlap
        Train although patients are in training and validation folds: what is chosen and reported will be too good.
    """

    root: str
    training_folds: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7, 8)
    validation_folds: tuple[int, ...] = (9,)
    extra_reports: str = ""
    allow_patient_overlap: bool = False


@dataclass(frozen=True, slots=True)
class GenerationConfig:
    """How the pack writes.

    Attributes
    ----------
    prompt
        The instruction used where none is given.
    drawing
        Draw several drafts and take the one they agree on; without it decoding is greedy.
    completion
        Add the findings that the text leaves out; without it they stay out.
    """

    prompt: str = "Please write the report of this 12-lead ECG."
    max_new_tokens: int = 120
    drawing: DrawingConfig | None = None
    completion: CompletionConfig | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what comes out of a run.

    Attributes
    ----------
    device
        ``auto``, ``cpu`` or ``cuda``, see :func:`~meit_core.training.device.training_device`.
    encoder_from
        Name or folder of a pack whose trained encoder is taken over instead of pre-training one. It must have learnt
        from the same recordings: its findings have to be those of this run's data.
    experts_for
        Name or folder of a pack whose network stays as it is but for experts on measurements beside its encoder: only
        ``pretrain`` tells how they learn, and there is no other stage.
    instructions
        ``diverse`` draws one of the 256 for every pair; ``one`` always takes ``generation.prompt``, as MEIT does.
    vocabulary, decoder
        Of a small language model that is trained from scratch; not used where there is a ``backbone``.
    backbone
        A pretrained language model to adapt.
    fusion
        Begins as the named ``variant``; what else is set there changes it.
    disturbing
        Disturbed copies of the training recordings, for readers and tuning; left out without them.
    reading
        Settings of the stage in which readers learn to guess the words of a report from measurements; left out without
        it. The encoder must be one that is given them.
    writing
        Settings of the stage that learns report English from findings alone; left out without it.

    Raises
    ------
    UserError
        If the encoder takes no recordings as long as the input, or one of both has measurements and the other hasn't.
    """

    name: str
    version: str
    data: DataConfig
    vocabulary: int = 1200
    threads: int = 0
    device: str = "auto"
    encoder_from: str = ""
    experts_for: str = ""
    input: InputConfig = field(default_factory=InputConfig)
    instructions: str = "diverse"
    encoder: EncoderConfig = field(default_factory=ConvTransformerConfig)
    decoder: DecoderConfig = field(default_factory=DecoderConfig)
    backbone: BackboneConfig | None = None
    fusion: FusionConfig = field(default_factory=FusionConfig)
    pretrain: PretrainConfig = field(default_factory=PretrainConfig)
    disturbing: DisturbingConfig | None = None
    reading: ReadingConfig | None = None
    writing: TuneConfig | None = None
    tune: TuneConfig = field(default_factory=TuneConfig)
    generation: GenerationConfig = field(default_factory=GenerationConfig)

    def __post_init__(self) -> None:
        longest = self.encoder.longest
        if longest is not None and self.input.n_samples > longest:
            raise UserError(
                f"The encoder takes {longest} samples at most, and the input has {self.input.n_samples}.",
                "Lower input.fs_hz, or raise the encoder's most_frames or most_patches.",
            )
        if self.input.measured != bool(self.encoder.measured_columns) and not self.encoder_from:
            takes = "takes measurements" if self.encoder.measured_columns else "takes no measurements"
            wanted = "true" if self.encoder.measured_columns else "false"
            raise UserError(f"An encoder of the kind {self.encoder.kind} {takes}.", f"Set input.measured = {wanted}.")


def load_recipe(path: Path) -> Recipe:
    """Read a recipe.

    Raises
    ------
    UserError
        If the file can't be read, or a setting is unknown, missing or of the wrong kind; names the setting.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(
            f"The settings file {path.name} can't be read.", "Check its name and that it is text."
        ) from fault
    except tomllib.TOMLDecodeError as fault:
        raise UserError(f"The settings file {path.name} isn't valid TOML: {fault}.", "Correct that line.") from fault
    return _built(Recipe, values, "")


def _built(kind: type[Config], values: Mapping[str, Any], place: str) -> Config:
    hints = get_type_hints(kind)
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(values) - known)
    if unknown:
        raise UserError(f"There is no setting {place}{unknown[0]}.", _nearest(unknown[0], known, place))
    arguments = {name: _value(hints[name], value, f"{place}{name}") for name, value in values.items()}
    if kind is InputConfig:
        return InputConfig.from_dict(arguments)  # type: ignore[return-value]
    if kind is FusionConfig:
        return variant(arguments.pop("variant", "meit-desktop"), **arguments)  # type: ignore[return-value]
    try:
        return kind(**arguments)
    except TypeError as fault:
        raise UserError(f"A setting is missing in {place.rstrip('.') or 'the file'}: {fault}.", "Add it.") from fault


def _nearest(wrong: str, known: set[str], place: str) -> str:
    """Name what was probably meant, or else all there is."""
    near = difflib.get_close_matches(wrong, sorted(known), n=1)
    return f"Did you mean {place}{near[0]}?" if near else f"Known here: {', '.join(sorted(known))}."


def _value(hint: Any, value: Any, place: str) -> Any:
    if hint is EncoderConfig:
        return _encoder(_table(value, place), f"{place}.")
    options = [option for option in getattr(hint, "__args__", ()) if is_dataclass(option)] or [hint]
    if is_dataclass(options[0]) and isinstance(options[0], type):
        return _built(options[0], _table(value, place), f"{place}.")
    if isinstance(value, list):
        return tuple(value)
    if get_origin(hint) is tuple:
        raise UserError(f"The setting {place} has the wrong kind of value.", "Give a list in square brackets.")
    if hint is bool and not isinstance(value, bool):
        raise UserError(f"The setting {place} has the wrong kind of value.", "Give true or false.")
    wanted = {float: (int, float), int: (int,), str: (str,)}.get(hint)
    if wanted is not None and (not isinstance(value, wanted) or isinstance(value, bool)):
        raise UserError(f"The setting {place} has the wrong kind of value.", f"Give {_NOUN[hint]}.")
    return float(value) if hint is float else value


def _table(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise UserError(f"The setting {place} must be a table.", "See the recipe that ships for its form.")
    return value


def _encoder(values: Mapping[str, Any], place: str) -> Any:
    settings = {name: value for name, value in values.items() if name != "kind"}
    return _built(settings_of(values), settings, place)


_NOUN = {float: "a number", int: "a whole number", str: "a text in quotes"}
