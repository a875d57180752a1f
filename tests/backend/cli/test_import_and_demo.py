"""``carnet demo`` and ``carnet import``, as they are typed."""

from __future__ import annotations

import asyncio
import csv
import gc
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from backend.accounts.service.provision import act_as
from backend.accounts.service.sign_in import sign_in
from backend.cli.demo import EMAIL, PASSWORD, demo
from backend.cli.import_contacts import import_contacts
from backend.cli.session import command_session
from backend.contacts.filters import EVERYONE
from backend.contacts.queries.pages import contacts_page
from backend.contacts.rows import EVERYTHING, ContactRow
from backend.contacts.sorting import ContactSort
from backend.core.database import read
from backend.core.paging import PageRequest
from backend.core.settings import settings
from backend.labels.queries import list_labels
from backend.labels.rows import LabelRow
from tests.factories.accounts import VISITOR

carnet = typer.Typer()
carnet.command()(demo)
carnet.command(name="import")(import_contacts)

PEOPLE = "Prénom;Nom;E-mail;E-mail 2\nÉlodie;Essai;elodie@example.org;elodie@\n;;not an address\n"


@pytest.fixture(autouse=True)
def migrated(sqlite_template: Path) -> None:
    """Begin with a migrated database: making one takes longer than all the rest."""
    shutil.copyfile(sqlite_template, settings().data_dir / "carnet.sqlite3")


def run(*arguments: str | Path) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(carnet, [str(part) for part in arguments])


def book() -> tuple[list[ContactRow], list[LabelRow]]:
    """The contacts and labels of the demo account."""

    async def look() -> tuple[list[ContactRow], list[LabelRow]]:
        async with command_session():
            actor = await act_as(EMAIL)
            first = PageRequest.of(first=200)
            page = await contacts_page(actor, EVERYONE, ContactSort(), first, EVERYTHING)
            return list(page.rows), await list_labels(actor)

    return asyncio.run(look())


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(PEOPLE.encode("cp1252"))
    return path


def test_makes_a_demo_that_can_be_signed_in_to() -> None:
    made = run("demo", "--contacts", "30", "--locale", "fr")
    assert made.exit_code == 0, made.output
    assert "30 contacts made." in made.stdout
    assert f"{EMAIL} with the password: {PASSWORD}\n" in made.stdout

    async def enter() -> bool:
        async with command_session():
            return bool((await sign_in(VISITOR, EMAIL, PASSWORD)).ticket)

    assert asyncio.run(enter())
    contacts, labels = book()
    assert len(contacts) == 30
    assert {label.name for label in labels} >= {"Client", "Prospect", "Fournisseur"}
    assert len({label.color for label in labels}) == len(labels)
    assert sum(label.contact_count for label in labels) == sum(len(row.labels) for row in contacts)


def work() -> dict[str, int]:
    """Return how much there is to look at besides the contacts, and what waits to be sent."""

    async def count() -> dict[str, int]:
        async with command_session():
            return {
                table: int(await read.fetch_value(f"SELECT COUNT(*) FROM {table}"))
                for table in ("task", "note", "site", "attachment", "thread", "message")
            } | {
                "waiting": int(
                    await read.fetch_value("SELECT COUNT(*) FROM message WHERE state = 'queued'")
                )
            }

    return asyncio.run(count())


def test_a_demo_again_makes_only_what_is_missing() -> None:
    run("demo", "--contacts", "30")
    before, labels = book()
    done = work()
    assert done.pop("waiting") == 0
    assert all(done.values()), done
    again = run("demo", "--contacts", "30")
    assert "Every contact is there already." in again.stdout
    assert book() == (before, labels)
    assert work() == done | {"waiting": 0}
    assert "10 contacts made." in run("demo", "--contacts", "40").stdout
    contacts, more_labels = book()
    assert {row.pk for row in before} < {row.pk for row in contacts}
    assert [label.pk for label in more_labels] == [label.pk for label in labels]


def test_imports_and_tells_what_came_of_it(people: Path, tmp_path: Path) -> None:
    run("demo", "--contacts", "0")
    report = tmp_path / "rejected.csv"
    done = run(
        *("import", people, "--account", EMAIL, "--report", report, "--labels", "Fair, 2026"),
        *("--subscribed", "--consent-source", "Fair of May, signed list"),
    )
    assert done.exit_code == 0, done.output
    assert "Read as other, cp1252, separator ';'." in done.stdout
    assert "1  new" in done.stdout
    assert "1    EMAIL_INVALID" in done.stdout
    assert "1  bad cells left out of rows that were kept" in done.stdout
    assert str(report) in done.stdout
    [contact], _ = book()
    assert (contact.display_name, contact.updated_by) == ("Élodie Essai", "Demo")
    assert contact.emails[0].status == "subscribed"
    assert {label.name for label in contact.labels} == {"Fair", "2026"}
    with report.open(encoding="utf-8-sig", newline="") as file:
        [kept, rejected] = csv.DictReader(file, delimiter=";")
    assert (kept["Import outcome"], kept["Import column"]) == ("imported without it", "E-mail 2")
    assert (rejected["Import outcome"], rejected["E-mail"]) == ("rejected", "not an address")


def test_names_of_files_and_columns_are_shown_as_they_are(tmp_path: Path) -> None:
    run("demo", "--contacts", "0")
    path = tmp_path / "[bold]people[!].csv"
    path.write_text("Name,[/red]notes\nAnna,x\n")
    done = run("import", path, "--account", EMAIL)
    assert done.exit_code == 0, done.output
    assert "not empty: [/red]notes." in done.stdout


def test_rejected_rows_are_kept_with_the_data_by_default(people: Path) -> None:
    run("demo", "--contacts", "0")
    assert run("import", people, "--account", "1").exit_code == 0
    [report] = (settings().data_dir / "imports").iterdir()
    assert report.name.endswith("-people-rejected.csv")


def test_a_trial_writes_no_contact(people: Path) -> None:
    run("demo", "--contacts", "0")
    done = run("import", people, "--account", "Demo", "--dry-run", "--existing", "fill")
    assert "Nothing written: dry run" in done.stdout
    assert book()[0] == []


def test_obeys_the_encoding_and_separator(tmp_path: Path) -> None:
    run("demo", "--contacts", "0")
    path = tmp_path / "people.csv"
    path.write_bytes("Name|E-mail,x\tPhone\nŁukasz|1\t2\n".encode("cp1250"))
    options = ("--encoding", "cp1250", "--separator", "pipe")
    assert run("import", path, "--account", EMAIL, *options).exit_code == 0
    assert book()[0][0].given_name == "Łukasz"


def test_leaves_garbage_collection_as_it_was(people: Path) -> None:
    before = gc.get_threshold()
    run("demo", "--contacts", "3")
    run("import", people, "--account", EMAIL)
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("nowhere.csv", "--account", EMAIL), "FILE_UNREADABLE: nowhere.csv is not there"),
        (("{people}", "--account", "no@example.org"), "NOT_FOUND: nobody signs in"),
        (("{people}", "--account", "99"), "ACCOUNT_UNKNOWN: there is no such account"),
        (("{people}", "--account", EMAIL, "--encoding", "hex"), "ENCODING_UNKNOWN: hex is not"),
        (("{people}", "--account", EMAIL, "--separator", "ab"), "SEPARATOR_INVALID: a separator"),
        (("{people}", "--account", EMAIL, "--report", "{people}"), "REPORT_UNWRITABLE: the report"),
        (("{people}", "--account", EMAIL, "--labels", "x" * 61), "TOO_LONG: a text is longer than"),
    ],
)
def test_refuses_with_a_code_and_a_sentence(
    people: Path, options: tuple[str, ...], said: str
) -> None:
    run("demo", "--contacts", "0")
    refused = run("import", *(option.format(people=people) for option in options))
    assert refused.exit_code == 1
    assert f"carnet: {said}" in refused.stderr
    assert "Traceback" not in refused.output
    assert book()[0] == []


def test_a_promise_of_consent_needs_its_source(people: Path) -> None:
    refused = run("import", people, "--account", EMAIL, "--subscribed")
    assert refused.exit_code == 2
    assert "--consent-source" in refused.stderr
