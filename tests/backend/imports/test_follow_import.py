"""The wizard through the API: from the announcement to the undo, and what a follower is told."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

import httpx2

from backend.core.jobs.worker import run_due_jobs
from backend.domains import load_jobs
from tests.factories.accounts import new_owner
from tests.factories.api import Asker, credentials

load_jobs()

PIECE = "application/offset+octet-stream"
FIELDS = """id state version uploadUrl problem { code }
  columns { header isGuess guessedKind target { field kind number newName newKind } }
  source { kind format separator hasHeader notices { code column } }
  trial { counts { created rejected } problems { row code column text } }
  counts { created rejected } rejectsUrl undo { isPossible contactCount keptCount }"""
CREATE = f"""mutation ($input: CreateContactImportInput!) {{ createContactImport(input: $input) {{
  contactImport {{ {FIELDS} }} errors {{ code }} }} }}"""
CONFIGURE = f"""mutation ($input: ConfigureContactImportInput!) {{
  configureContactImport(input: $input) {{
    contactImport {{ {FIELDS} }} errors {{ code path }} }} }}"""
FOLLOW = """subscription ($id: ID!) { importProgress(id: $id) {
  cursor contactImport { state progress { rows done total } } } }"""
READ = f"query ($id: ID!) {{ contactImport(id: $id) {{ {FIELDS} }} }}"
FILE = b"First name;E-mail;Birthday;E-mail\nAnna;anna@example.org;1980-05-01;\n;bad;;\n"


def act(name: str) -> str:
    kind = f"{name[0].upper()}{name[1:]}ContactImportInput"
    return f"""mutation ($input: {kind}!) {{ {name}ContactImport(input: $input) {{
      contactImport {{ state }} errors {{ code path }} }} }}"""


async def uploaded(ask: Asker, http: httpx2.AsyncClient) -> str:
    """Announce the file and send it."""
    values = {"filename": "people.csv", "sizeBytes": len(FILE)}
    made = (await ask.data(CREATE, input=values))["createContactImport"]["contactImport"]
    answer = await http.patch(
        made["uploadUrl"],
        content=FILE,
        headers={**cookie(ask), "upload-offset": "0", "content-type": PIECE},
    )
    assert answer.status_code == 204
    return str(made["id"])


async def told(ask: Asker, name: str, import_id: str) -> Any:
    """Do something, all the work that follows, and read the import."""
    done = (await ask.data(act(name), input={"id": import_id}))[f"{name}ContactImport"]
    assert done["errors"] == [], name
    await run_due_jobs()
    return (await ask.data(READ, id=import_id))["contactImport"]


def cookie(ask: Asker) -> dict[str, str]:
    assert ask.person is not None
    return {"cookie": f"carnet_session={ask.person.cookie}"}


async def test_a_file_goes_all_the_way(ask_as, http) -> None:
    ask = ask_as(await new_owner())
    key = await uploaded(ask, http)
    new_field = {"newCustomField": {"name": "Birth day", "kind": "DATE"}}
    work = {"field": {"field": "EMAIL", "kind": "WORK", "number": 2}}
    columns = [{"index": 2, "target": new_field}, {"index": 3, "target": work}]
    answer = await ask.data(CONFIGURE, input={"id": key, "columns": columns})
    found = answer["configureContactImport"]["contactImport"]
    assert found["source"]["separator"] == ";"
    assert found["source"]["notices"] == [{"code": "HEADER_REPEATED", "column": "E-mail"}]
    assert [each["isGuess"] for each in found["columns"]] == [True, True, False, False]
    assert found["columns"][2]["guessedKind"] == "DATE"
    assert found["columns"][3]["target"]["kind"] == "WORK"
    found = await told(ask, "check", key)
    assert found["trial"]["counts"] == {"created": 1, "rejected": 1}
    assert found["trial"]["problems"][0]["code"] == "EMAIL_INVALID"
    found = await told(ask, "start", key)
    assert (found["state"], found["counts"]) == ("DONE", {"created": 1, "rejected": 1})
    assert found["undo"] == {"isPossible": True, "contactCount": 1, "keptCount": 0}
    rejected = await http.get(found["rejectsUrl"], headers=cookie(ask))
    assert "EMAIL_INVALID" in rejected.text
    assert rejected.headers["cache-control"] == "no-store"
    assert (await http.get(found["rejectsUrl"])).status_code == 401
    stranger = ask_as(await new_owner())
    assert (await http.get(found["rejectsUrl"], headers=cookie(stranger))).status_code == 404
    assert (await told(ask, "undo", key))["state"] == "UNDONE"


async def test_a_follower_sees_every_change_and_the_present_first(ask_as, api, http) -> None:
    ask = ask_as(await new_owner())
    key = await uploaded(ask, http)
    states: list[str] = []

    async def follow() -> None:
        stream = api.pages.subscribe(credentials(ask.person), FOLLOW, {"id": key})
        async with aclosing(stream) as events:
            async for event in events:
                states.append(event["data"]["importProgress"]["contactImport"]["state"])  # noqa: PERF401

    follower = asyncio.create_task(follow())
    async with asyncio.timeout(10):
        while not states:
            await asyncio.sleep(0.02)
        for name in ("start", "undo"):
            await told(ask, name, key)
        while states[-1] != "UNDONE":
            await asyncio.sleep(0.02)
    follower.cancel()
    assert states[0] == "READY"
