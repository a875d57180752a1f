"""People, accounts and teams through GraphQL, as the interface and client apps use them."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from pyotp import TOTP

from backend.accounts.service.invitations import invite_member
from backend.accounts.service.tickets import exchange_ticket
from backend.accounts.service.tokens import create_token
from backend.core.change_log import decode_cursor
from backend.core.clock import now
from backend.core.ids import encode_id
from backend.core.permissions import Role, Scope
from tests.backend.accounts.log import letters, link_of
from tests.factories.accounts import PASSWORD, VISITOR, Person, actor_of, new_member
from tests.fixtures.api import AskAs

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL

ERRORS = "errors { code path parameters { name value } }"
WHOLE_VIEWER = """{ viewer {
  user { id name email locale theme timeZone totpEnabled recoveryCodesLeft }
  account { id name country locale timeZone currency }
  role permissions cursor mailDelivery
  accounts { account { name } role current }
  sessions { id createdAt lastSeenAt userAgent ipAddress current }
  tokens { id name prefix scopes createdAt expiresAt lastUsedAt }
  preferences(keys: ["columns"]) { key value }
  draft(key: "contact:new") { key value updatedAt }
  members { id name email role joinedAt lastSeenAt isViewer }
  invitations { id email role invitedBy createdAt expiresAt }
} }"""


def mutate(name: str, fields: str) -> str:
    """Return a mutation of one input."""
    type_name = f"{name[0].upper()}{name[1:]}Input"
    return (
        f"mutation($input: {type_name}!) {{ {name}(input: $input) {{ {fields} {ERRORS} cursor }} }}"
    )


async def run(
    ask_as: AskAs, who: Person | None, mutation: str, fields: str, /, **values: Any
) -> Any:
    return (await ask_as(who).data(mutate(mutation, fields), input=values))[mutation]


async def test_nobody_is_signed_in(ask_as: AskAs) -> None:
    assert await ask_as(None).data(WHOLE_VIEWER) == {"viewer": None}


async def test_a_new_person_sees_their_own(ask_as: AskAs) -> None:
    done = await run(
        ask_as,
        None,
        "signUp",
        "sessionTicket",
        name="Ada D'Amico",
        email="ada@example.org",
        password="correct horse battery",
        accountName="Atelier",
        locale="fr",
    )
    assert done["errors"] == []
    actor = await actor_of(await exchange_ticket(VISITOR, done["sessionTicket"]))
    assert actor is not None
    assert actor.role is Role.OWNER


async def test_a_refused_form_says_where(ask_as: AskAs) -> None:
    done = await run(
        ask_as,
        None,
        "signUp",
        "sessionTicket",
        name="Ada",
        email="nobody",
        password="short",
        accountName="",
    )
    assert done == {
        "sessionTicket": None,
        "cursor": None,
        "errors": [
            {"code": "EMAIL_INVALID", "path": ["email"], "parameters": []},
            {
                "code": "PASSWORD_TOO_SHORT",
                "path": ["password"],
                "parameters": [{"name": "minimum", "value": "10"}],
            },
            {"code": "REQUIRED", "path": ["accountName"], "parameters": []},
        ],
    }


async def test_the_viewer_sees_all_that_is_theirs(ask_as: AskAs, owner: Person) -> None:
    await run(ask_as, owner, "savePreference", "preference { key }", key="columns", value=["name"])
    await run(ask_as, owner, "saveDraft", "draft { key }", key="contact:new", value={"a": None})
    made = await run(
        ask_as, owner, "createToken", "secret token { prefix }", name="App", scopes=["WRITE"]
    )
    assert made["secret"].startswith(made["token"]["prefix"])
    await run(ask_as, owner, "inviteMember", "delivery", email="g@example.org", role="VIEWER")
    viewer = (await ask_as(owner).data(WHOLE_VIEWER))["viewer"]
    assert viewer["user"]["email"] == owner.email
    assert viewer["account"] == {
        "id": encode_id("Account", owner.account_id),
        "name": "Studio Rossi",
        "country": "IT",
        "locale": "it",
        "timeZone": "Europe/Rome",
        "currency": "EUR",
    }
    assert viewer["role"] == "OWNER"
    assert viewer["permissions"][0] == "READ"
    assert "OWN_ACCOUNT" in viewer["permissions"]
    assert viewer["mailDelivery"] == "OUTBOX"
    assert viewer["accounts"] == [
        {"account": {"name": "Studio Rossi"}, "role": "OWNER", "current": True}
    ]
    assert [session["current"] for session in viewer["sessions"]] == [True]
    assert [token["scopes"] for token in viewer["tokens"]] == [["READ", "WRITE"]]
    assert viewer["preferences"] == [{"key": "columns", "value": ["name"]}]
    assert viewer["draft"]["value"] == {"a": None}
    assert [member["isViewer"] for member in viewer["members"]] == [True]
    assert [item["email"] for item in viewer["invitations"]] == ["g@example.org"]


async def test_a_client_app_sees_the_account_but_nothing_personal(
    ask_as: AskAs, http: httpx2.AsyncClient, owner: Person
) -> None:
    await run(ask_as, owner, "saveDraft", "draft { key }", key="contact:new", value="mine")
    await run(ask_as, owner, "savePreference", "preference { key }", key="columns", value=1)
    token = await create_token(owner.actor, "App", {Scope.READ})
    answer = await http.post(
        "/graphql",
        json={"query": WHOLE_VIEWER},
        headers={"authorization": f"Bearer {token.secret}"},
    )
    viewer = answer.json()["data"]["viewer"]
    assert viewer["account"]["name"] == "Studio Rossi"
    assert viewer["permissions"] == ["READ", "EXPORT_CONTACTS"]
    assert viewer["sessions"] == viewer["tokens"] == viewer["preferences"] == []
    assert viewer["invitations"] == []
    assert viewer["draft"] is None


async def test_signing_in_asks_for_a_code(ask_as: AskAs, owner: Person) -> None:
    offer = (await ask_as(owner).data("mutation { beginTotp { secret uri qrSvg } }"))["beginTotp"]
    code = TOTP(offer["secret"]).at(now())
    confirmed = await run(ask_as, owner, "confirmTotp", "recoveryCodes", code=code)
    asked = await run(
        ask_as,
        None,
        "signIn",
        "sessionTicket totpRequired",
        email=owner.email,
        password=PASSWORD,
    )
    assert (asked["sessionTicket"], asked["totpRequired"]) == (None, True)
    done = await run(
        ask_as,
        None,
        "signIn",
        "sessionTicket totpRequired",
        email=owner.email,
        password=PASSWORD,
        code=confirmed["recoveryCodes"][0],
    )
    assert done["sessionTicket"]
    off = await run(ask_as, owner, "disableTotp", "user { totpEnabled }", password=PASSWORD)
    assert off["user"] == {"totpEnabled": False}


async def test_a_guest_joins_by_their_letter(ask_as: AskAs, owner: Person) -> None:
    sent = await run(
        ask_as,
        owner,
        "inviteMember",
        "delivery invitation { id role }",
        email="guest@example.org",
        role="MEMBER",
    )
    assert (sent["delivery"], sent["invitation"]["role"]) == ("OUTBOX", "MEMBER")
    _, token = link_of((await letters())[-1])
    preview = "query($t: String!) { invitation(token: $t) { accountName email role registered } }"
    assert (await ask_as(None).data(preview, t=token))["invitation"] == {
        "accountName": "Studio Rossi",
        "email": "guest@example.org",
        "role": "MEMBER",
        "registered": False,
    }
    done = await run(
        ask_as,
        None,
        "acceptInvitation",
        "sessionTicket",
        token=token,
        name="Guest",
        password="a good long secret",
    )
    assert done["errors"] == []
    assert done["sessionTicket"]
    assert (await ask_as(None).data(preview, t=token))["invitation"] is None


async def test_every_write_tells_where_the_history_is_then(ask_as: AskAs, owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    key = encode_id("Member", member.membership_id)
    done = await run(ask_as, owner, "changeMemberRole", "member { role }", id=key, role="VIEWER")
    viewer = (await ask_as(owner).data("{ viewer { cursor } }"))["viewer"]
    assert decode_cursor(done["cursor"]) == decode_cursor(viewer["cursor"])
    # Nothing is written when nothing changes, and the cursor of another write is not borrowed.
    same = await run(ask_as, owner, "changeMemberRole", "member { role }", id=key, role="VIEWER")
    assert same["cursor"] is None
    removed = await run(ask_as, owner, "removeMember", "removedId", id=key)
    assert removed["removedId"] == key
    assert decode_cursor(removed["cursor"]) > decode_cursor(done["cursor"])


async def test_ids_of_another_type_or_account_are_refused(
    ask_as: AskAs, owner: Person, stranger: Person
) -> None:
    for key, code in (
        (encode_id("Member", stranger.membership_id), "NOT_FOUND"),
        (encode_id("User", stranger.user_id), "INVALID_ID"),
        ("nonsense", "INVALID_ID"),
        ("", "INVALID_ID"),
        ("x" * 100_000, "INVALID_ID"),
    ):
        done = await run(ask_as, owner, "removeMember", "removedId", id=key)
        assert [(error["code"], error["path"]) for error in done["errors"]] == [(code, ["id"])]


async def test_nodes_are_read_by_who_may_see_them(
    ask_as: AskAs, owner: Person, stranger: Person
) -> None:
    token = await create_token(owner.actor, "App", {Scope.READ})
    invitation = await invite_member(owner.actor, "guest@example.org", Role.VIEWER)
    viewer = await new_member(owner, Role.VIEWER)
    ids = [
        encode_id("User", owner.user_id),
        encode_id("Account", owner.account_id),
        encode_id("Member", owner.membership_id),
        encode_id("Session", owner.actor.session_id or 0),
        encode_id("ApiToken", token.row.id),
        encode_id("Invitation", invitation.id),
    ]
    document = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"

    async def seen(person: Person) -> list[str]:
        nodes = (await ask_as(person).data(document, ids=ids))["nodes"]
        assert all(node is None or node["id"] in ids for node in nodes)
        return [node["__typename"] for node in nodes if node]

    assert await seen(owner) == ["User", "Account", "Member", "Session", "ApiToken", "Invitation"]
    assert await seen(viewer) == ["Account", "Member"]
    assert await seen(stranger) == []


async def test_signing_out_and_leaving_end_the_session(ask_as: AskAs, owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    other = await new_member(owner, Role.VIEWER)
    left = (await ask_as(member).data("mutation { leaveAccount { ok } }"))["leaveAccount"]
    out = (await ask_as(other).data("mutation { signOut { ok } }"))["signOut"]
    assert left["ok"]
    assert out["ok"]
    for person in (member, other):
        assert (await ask_as(person).data(WHOLE_VIEWER))["viewer"] is None
