"""The messages between the model host and its client, as bytes.

A message is a JSON header, its length in front, and after it the raw samples where a recording is sent. Nothing is
pickled: what arrives is checked field by field and can't run code. Of the patient only sex and age are sent.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from meit_core.domain.attention import SentenceAttention
from meit_core.domain.draft import Draft, DraftSentence, Finding, Support
from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.domain.measurements_json import measurements_from_json, measurements_to_json
from meit_core.domain.record import EcgRecord, LeadStatus, PatientInfo, Sex
from meit_core.drafting.engine import DraftEvent, DraftFinished, EngineInfo, SentenceFinished, TextAdded
from meit_core.errors import EnvironmentFault, UserError

_LENGTH: Final = struct.Struct(">I")
_SAMPLES: Final = np.dtype("<f4")


class WireError(Exception):
    """The bytes are no message of this protocol."""


@dataclass(frozen=True, slots=True)
class AskInfo:
    number: int


@dataclass(frozen=True, slots=True, eq=False)
class AskDraft:
    number: int
    record: EcgRecord
    prompt: str | None = None
    measurements: Measurements | None = None


@dataclass(frozen=True, slots=True)
class AskLook:
    """Where did the model look for the last draft?"""

    number: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop request ``number``; the host answers with the draft's last event."""

    number: int


@dataclass(frozen=True, slots=True)
class Close:
    """End the host."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The host's first words: it reads now. A recording fills the pipe, so it is sent to nobody who doesn't read."""


@dataclass(frozen=True, slots=True)
class Info:
    number: int
    info: EngineInfo


@dataclass(frozen=True, slots=True)
class Event:
    number: int
    event: DraftEvent


@dataclass(frozen=True, slots=True)
class Looked:
    number: int
    sentences: tuple[SentenceAttention, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    number: int
    fault: UserError


@dataclass(frozen=True, slots=True)
class Dropped:
    """Draft ``number`` was stopped before its first word."""

    number: int


Request = AskInfo | AskDraft | AskLook | Stop | Close
Reply = Info | Event | Looked | Failed | Dropped
Message = Request | Reply | Ready

_KINDS: Final[dict[str, type[Any]]] = {
    "ask_info": AskInfo,
    "ask_draft": AskDraft,
    "ask_look": AskLook,
    "stop": Stop,
    "close": Close,
    "ready": Ready,
    "info": Info,
    "event": Event,
    "looked": Looked,
    "failed": Failed,
    "dropped": Dropped,
}
_KIND_OF: Final = {kind: name for name, kind in _KINDS.items()}


def to_bytes(message: Message) -> bytes:
    """Encode a message."""
    header, payload = _encode(message)
    text = json.dumps(header, ensure_ascii=False).encode()
    return _LENGTH.pack(len(text)) + text + payload


def from_bytes(data: bytes) -> Message:
    """Decode a message.

    Raises
    ------
    WireError
        If the bytes are anything else.
    """
    try:
        (length,) = _LENGTH.unpack_from(data)
        text = data[_LENGTH.size : _LENGTH.size + length]
        return _decode(json.loads(text), data[_LENGTH.size + length :])
    except (struct.error, ValueError, KeyError, TypeError) as fault:
        raise WireError("not a message of the model host") from fault


def _encode(message: Message) -> tuple[dict[str, Any], bytes]:
    kind = _KIND_OF[type(message)]
    header: dict[str, Any] = {"is": kind}
    if not isinstance(message, Close | Ready):
        header["number"] = message.number
    payload = b""
    match message:
        case AskDraft(_, record, prompt, measurements):
            header |= {"prompt": prompt, "record": _header(record)}
            if measurements is not None:
                header["measurements"] = measurements_to_json(measurements)
            payload = np.ascontiguousarray(record.signal_mv, dtype=_SAMPLES).tobytes()
        case Info(_, info):
            header["info"] = asdict(info)
        case Event(_, TextAdded(text)):
            header["text"] = text
        case Event(_, SentenceFinished(sentence)):
            header["sentence"] = asdict(sentence)
        case Looked(_, sentences):
            header["attention"] = [asdict(sentence) for sentence in sentences]
        case Event(_, DraftFinished(draft)):
            header["draft"] = _draft_fields(draft)
        case Failed(_, fault):
            environment = isinstance(fault, EnvironmentFault)
            header["fault"] = {"message": fault.message, "hint": fault.hint, "environment": environment}
    return header, payload


def _decode(header: dict[str, Any], payload: bytes) -> Message:
    kind = _KINDS[header["is"]]
    if kind in (Close, Ready):
        return kind()
    number = int(header["number"])
    if kind is AskDraft:
        figures = header.get("measurements")
        measurements = None if figures is None else measurements_from_json(figures)
        return AskDraft(number, _record(header["record"], payload), header["prompt"], measurements)
    return _numbered(kind, number, header)


def _numbered(kind: type[Any], number: int, header: dict[str, Any]) -> Message:
    """What has no payload: replies, and questions that are a number and nothing else."""
    if kind is Info:
        return Info(number, EngineInfo(**header["info"]))
    if kind is Event:
        return Event(number, _event(header))
    if kind is Looked:
        return Looked(number, tuple(_attention(sentence) for sentence in header["attention"]))
    if kind is Failed:
        return Failed(number, _fault(header["fault"]))
    message: Message = kind(number)
    return message


def _event(header: dict[str, Any]) -> DraftEvent:
    if "text" in header:
        return TextAdded(str(header["text"]))
    if "sentence" in header:
        return SentenceFinished(_sentence(header["sentence"]))
    return DraftFinished(_draft(header["draft"]))


def _fault(fields: dict[str, Any]) -> UserError:
    kind = EnvironmentFault if fields["environment"] else UserError
    return kind(str(fields["message"]), str(fields["hint"]))


def _header(record: EcgRecord) -> dict[str, Any]:
    return {
        "fs_hz": record.fs_hz,
        "lead_status": list(record.lead_status),
        "sex": record.patient.sex,
        "age_years": record.patient.age_years,
    }


def _record(fields: dict[str, Any], payload: bytes) -> EcgRecord:
    samples = np.frombuffer(payload, dtype=_SAMPLES).reshape(len(LEADS), -1)
    return EcgRecord(
        signal_mv=samples.astype(np.float32),
        fs_hz=float(fields["fs_hz"]),
        lead_status=tuple(LeadStatus(status) for status in fields["lead_status"]),
        patient=PatientInfo(sex=Sex(fields["sex"]), age_years=fields["age_years"]),
    )


def _draft_fields(draft: Draft) -> dict[str, Any]:
    """Every field but date and id, which the workspace gives when it stores a draft."""
    fields = asdict(draft)
    del fields["created_at"], fields["draft_id"]
    return fields


def _draft(fields: dict[str, Any]) -> Draft:
    sentences = tuple(_sentence(sentence) for sentence in fields.pop("sentences"))
    findings = tuple(Finding(**finding) for finding in fields.pop("findings"))
    limits = tuple(str(limit) for limit in fields.pop("limits"))
    return Draft(sentences=sentences, findings=findings, limits=limits, **fields)


def _attention(fields: dict[str, Any]) -> SentenceAttention:
    weights = tuple(float(weight) for weight in fields["weights"])
    effects = tuple(float(effect) for effect in fields["lead_effects"])
    from_findings = bool(fields["from_findings"])
    return SentenceAttention(str(fields["sentence"]), weights, float(fields["seconds"]), effects, from_findings)


def _sentence(fields: dict[str, Any]) -> DraftSentence:
    confidence = fields["confidence"]
    return DraftSentence(
        str(fields["text"]),
        Support(fields["support"]),
        str(fields["evidence"]),
        None if confidence is None else float(confidence),
    )
