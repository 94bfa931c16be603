"""Patients: whom a recording belongs to."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.record import PatientInfo, Sex
from meit_core.domain.study import Patient
from meit_core.store.search import plain
from meit_core.store.tables_people import PatientRow


def register(session: Session, info: PatientInfo) -> PatientRow:
    """Return the patient a recording names, made new where none fits.

    Somebody is the same person if the hospital's number is the same and nothing contradicts it: two dates of birth or
    sexes, or names that share no word, are two people, whatever the number says. What was unknown is filled in.
    """
    number = (info.patient_id or "").strip()
    if number:
        for row in session.scalars(select(PatientRow).where(PatientRow.number == number).order_by(PatientRow.pk)):
            if _may_be(row, info):
                row.name = row.name or (info.name or "").strip()
                row.sort_name = plain(row.name)
                row.sex = info.sex if row.sex is Sex.UNKNOWN else row.sex
                row.birth_date = row.birth_date or info.birth_date
                return row
    name = (info.name or "").strip()
    row = PatientRow(number=number, name=name, sort_name=plain(name), sex=info.sex, birth_date=info.birth_date)
    session.add(row)
    session.flush()
    return row


def to_patient(row: PatientRow) -> Patient:
    return Patient(row.number, row.name, row.sex, row.birth_date)


def _may_be(row: PatientRow, info: PatientInfo) -> bool:
    if row.birth_date and info.birth_date and row.birth_date != info.birth_date:
        return False
    if Sex.UNKNOWN not in (row.sex, info.sex) and row.sex is not info.sex:
        return False
    known, told = _name_words(row.name), _name_words(info.name or "")
    return not known or not told or not known.isdisjoint(told)


def _name_words(name: str) -> set[str]:
    return set(name.casefold().replace(",", " ").replace("^", " ").split())
