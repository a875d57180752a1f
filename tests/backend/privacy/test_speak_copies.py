"""A copy speaks one language throughout: its pages, and the headings of its tables."""

from __future__ import annotations

import csv
from dataclasses import fields
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from backend.accounts.service.account import AccountChange, update_account
from backend.core.jobs.worker import run_due_jobs
from backend.core.storage import get_file
from backend.domains import load_jobs
from backend.privacy.copies import words
from backend.privacy.copies.html_page import is_hidden
from backend.privacy.copies.words import FIELDS, SECTIONS, column_words, field_words, kinds
from backend.privacy.details import Details
from backend.privacy.rules import RequestKind
from backend.privacy.service.create import create_request
from backend.timeline.topics import told_facts
from tests.factories.privacy import read_request
from tests.factories.whole_person import NAME, new_whole_person

load_jobs()
pytestmark = pytest.mark.sqlite_only


@pytest.mark.usefixtures("private_servers")
@pytest.mark.parametrize("locale", ["fr", "it"])
async def test_no_word_of_ours_is_left_in_english(owner, locale, monkeypatch):
    named: list[str] = []

    def note(name: str) -> str:
        named.append(name)
        return name

    monkeypatch.setattr(words, "_plain", note)
    await update_account(owner.actor, AccountChange(locale=locale))
    person = await new_whole_person(owner.actor)
    made = await create_request(
        owner.actor, RequestKind.COPY, Details(name=NAME), (person.contact.pk,)
    )
    await run_due_jobs()
    found = await read_request(owner.actor, made.request_id)
    content = await get_file(found.file_key or "")
    assert content is not None
    assert named == []
    english = {*FIELDS.values(), *SECTIONS.values()} - {"Notes", "E-mail", "Client", "IBAN", "BIC"}
    with ZipFile(BytesIO(content)) as copy:
        for name in copy.namelist():
            if name.endswith(".csv"):
                table = csv.reader(StringIO(copy.read(name).decode("utf-8-sig")))
                heads = next(table)
                assert len(heads) == len(set(heads)), name
                own = {each for each in heads if each in english}
                assert own <= {field_words(locale, key) for key in FIELDS}, name
            if name.endswith(".html"):
                assert f'<html lang="{locale}">' in copy.read(name).decode(), name


def test_every_field_of_the_history_has_words():
    shown = {
        field.name
        for fact in told_facts()
        if fact.kind in kinds()
        for field in fields(fact)
        if not is_hidden(field.name, {each.name: 1 for each in fields(fact)})
    }
    assert shown - {"subject_id"} - FIELDS.keys() == set()


def test_columns_of_one_name_are_told_apart():
    heads = column_words("fr", ["created_at", "due_on", "due_at"])
    assert heads[0] == "Créé"
    assert heads[1:] == [f"{field_words('fr', name)} ({name})" for name in ("due_on", "due_at")]
