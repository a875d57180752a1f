"""The four questions, as each server is asked them, and what makes their answers comparable."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from collections.abc import Mapping
from typing import Any

import orjson

from backend.core.ids import encode_id

NAMES = {
    "page": "a page of 50 contacts with e-mails and labels",
    "contact": "a contact with everything",
    "board": "a board of 500 cards",
    "invoice": "an invoice of 200 lines",
}
_PERSON = "id displayName givenName familyName company"
_EMAIL, _LABEL = "id address kind status", "id name color"
_PHONE, _ADDRESS = "id number e164 kind", "id kind street city postalCode countryCode"
_NOTE, _TASK, _FILE = "id text pinned createdBy", "id title version", "id name createdBy"
_LINE = "kind name description quantity unit"

OURS = {
    "page": f"""{{ contacts(first: 50, sort: {{field: GIVEN_NAME, direction: ASC}}) {{
        edges {{ node {{ {_PERSON} emails {{ {_EMAIL} }} labels {{ {_LABEL} }} }} }} }} }}""",
    "contact": f"""query ($id: ID!) {{ contact(id: $id) {{
        {_PERSON} position emails {{ {_EMAIL} }} phones {{ {_PHONE} }} addresses {{ {_ADDRESS} }}
        labels {{ {_LABEL} }} notes(first: 30) {{ edges {{ node {{ {_NOTE} }} }} }}
        openTasks(first: 20) {{ {_TASK} }}
        attachments(first: 20) {{ edges {{ node {{ {_FILE} }} }} }} }} }}""",
    "board": f"""query ($id: ID!) {{ workflow(id: $id) {{ id name steps {{ id name color
        cards(first: 100) {{ edges {{ node {{ id title dueOn value {{ minor }}
            contact {{ id displayName }} labels {{ {_LABEL} }} }} }} }} }} }} }}""",
    "invoice": f"""query ($id: ID!) {{ billingDocument(id: $id) {{
        id currency lines {{ {_LINE} }} }} }}""",
}
PLAIN = {
    "page": f"{{ contacts {{ {_PERSON} emails {{ {_EMAIL} }} labels {{ {_LABEL} }} }} }}",
    "contact": f"""query ($id: ID!) {{ contact(id: $id) {{
        {_PERSON} position emails {{ {_EMAIL} }} phones {{ {_PHONE} }} addresses {{ {_ADDRESS} }}
        labels {{ {_LABEL} }} notes {{ {_NOTE} }} openTasks {{ {_TASK} }}
        attachments {{ {_FILE} }} }} }}""",
    "board": f"""query ($id: ID!) {{ workflow(id: $id) {{ id name steps {{ id name color
        cards {{ id title dueOn value {{ minor }} contact {{ id displayName }}
            labels {{ {_LABEL} }} }} }} }} }}""",
    "invoice": OURS["invoice"],
}
"""Of the servers whose schema is written here: the same names, lists without connections."""

_ROW = "id: rowId"
_PG_PERSON = _PERSON.replace("id ", f"{_ROW} ", 1)
_PG_LISTS = f"""emails: contactEmailsByContactId(orderBy: [POSITION_ASC, ROW_ID_ASC]) {{
      nodes {{ {_EMAIL.replace("id ", f"{_ROW} ", 1)} }} }}
    labels: contactLabelsByContactId {{ nodes {{ labelByLabelId {{
      {_LABEL.replace("id ", f"{_ROW} ", 1)} }} }} }}"""
POSTGRAPHILE = {
    "page": f"""query ($account: BigInt!) {{ contacts: allContacts(first: 50,
      condition: {{accountId: $account, deletedAt: null}}, orderBy: [GIVEN_KEY_ASC, ROW_ID_ASC]) {{
      nodes {{ {_PG_PERSON} {_PG_LISTS} }} }} }}""",
    "contact": f"""query ($id: BigInt!) {{ contact: contactByRowId(rowId: $id) {{
      {_PG_PERSON} position {_PG_LISTS}
      phones: contactPhonesByContactId(orderBy: [POSITION_ASC, ROW_ID_ASC]) {{
        nodes {{ {_PHONE.replace("id ", f"{_ROW} ", 1)} }} }}
      addresses: contactAddressesByContactId(orderBy: [POSITION_ASC, ROW_ID_ASC]) {{
        nodes {{ {_ADDRESS.replace("id ", f"{_ROW} ", 1)} }} }}
      notes: notesByContactId(first: 30, condition: {{deletedAt: null}},
        orderBy: [PINNED_DESC, ROW_ID_DESC]) {{
        nodes {{ {_NOTE.replace("id ", f"{_ROW} ", 1)} }} }}
      openTasks: tasksByContactId(first: 20, condition: {{deletedAt: null, completedAt: null}},
        orderBy: [DUE_ORDER_ASC, ROW_ID_ASC]) {{
        nodes {{ {_TASK.replace("id ", f"{_ROW} ", 1)} }} }}
      attachments: attachmentsByContactId(first: 20, condition: {{deletedAt: null}},
        orderBy: [ROW_ID_DESC]) {{ nodes {{ {_FILE.replace("id ", f"{_ROW} ", 1)} }} }} }} }}""",
    "board": f"""query ($id: BigInt!) {{ workflow: workflowByRowId(rowId: $id) {{ {_ROW} name
      steps: workflowStepsByWorkflowId(condition: {{deletedAt: null}}, orderBy: [POSITION_ASC]) {{
        nodes {{ {_ROW} name color cards: cardsByStepId(first: 100, condition: {{
          deletedAt: null, archivedAt: null, hiddenAt: null}}, orderBy: [RANK_ASC, ROW_ID_ASC]) {{
          nodes {{ {_ROW} title dueOn value: valueMinor
            contact: contactByContactId {{ {_ROW} displayName }}
            labels: cardLabelsByCardId {{ nodes {{ labelByLabelId {{
              {_LABEL.replace("id ", f"{_ROW} ", 1)} }} }} }} }} }} }} }} }} }}""",
    "invoice": f"""query ($id: BigInt!) {{
      billingDocument: billingDocumentByRowId(rowId: $id) {{ {_ROW} currency content }} }}""",
}
_TYPES = {"contact": "Contact", "board": "Workflow", "invoice": "BillingDocument"}
_LOWER = ("kind", "status", "color")
LINE = tuple(_LINE.split())


def variables(question: str, keys: Mapping[str, int], *, ours: bool) -> dict[str, Any]:
    """Return the variables of a question, about the things with these primary keys."""
    if question == "page":
        return {} if ours else {"account": str(keys["account"])}
    return {"id": encode_id(_TYPES[question], keys[question]) if ours else str(keys[question])}


def comparable(value: Any, name: str = "") -> Any:
    """Return an answer without what servers may spell as they like: wrappers of lists, global ids,
    the case of enums, money of one currency, lines inside of a stored document.
    """
    if isinstance(value, list):
        found = [comparable(each) for each in value]
        return sorted(found, key=lambda each: each["id"]) if name == "labels" else found
    if isinstance(value, dict):
        for wrapper in ("edges", "nodes"):
            if wrapper in value:
                return comparable([_unwrapped(each) for each in value[wrapper]], name)
        if set(value) == {"minor"}:
            return int(value["minor"])
        if isinstance(value.get("content"), str):
            value = _of_content(value)
        return {key: comparable(each, key) for key, each in sorted(value.items())}
    if value is None:
        return None
    if name == "id":
        return _key(value)
    if name in _LOWER:
        return str(value).lower()
    return int(value) if name in ("value", "pinned") else value


def _unwrapped(value: Mapping[str, Any]) -> Any:
    return next(iter(value.values())) if len(value) == 1 else value


def _of_content(value: Mapping[str, Any]) -> dict[str, Any]:
    lines = orjson.loads(value["content"])["lines"]
    rest = {key: each for key, each in value.items() if key != "content"}
    return {**rest, "lines": [{name: line[name] for name in LINE} for line in lines]}


def _key(value: Any) -> int:
    try:
        return int(value)
    except ValueError:
        pass
    try:
        return int(b64decode(value).decode().partition(":")[2])
    except (Error, ValueError):
        raise RuntimeError(f"no id: {value}") from None
