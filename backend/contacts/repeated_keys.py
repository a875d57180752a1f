"""Who has a key that contains a text, where many have the same: positions, cities, postal codes.

An index of keys is read from key to key, and each is looked at once, whoever has it: a book of
100,000 contacts has some hundred cities. Where it has thousands, the rest of the index is read as
it stands. The search by pieces of three letters would be another text to write for each contact.
"""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts.kinds import TextField
from backend.contacts.sql import Sql
from backend.core.database import Dialect

STEPS = 1_000
"""Keys that are looked for one by one: a step costs as much as twenty rows of the index."""


@dataclass(frozen=True, slots=True)
class KeyIndex:
    """An index that begins with the account and a key: its table, its columns, its condition."""

    table: str
    key: str
    contact: str
    where: str
    once: bool

    def holders(self, account_id: int, needle: str, dialect: Dialect) -> Sql:
        """Return the statement for the ids of the contacts that have a key with the needle in it,
        each once.
        """
        position = "instr" if dialect == "sqlite" else "strpos"
        index = f"{self.table} AS held WHERE held.account_id = ? AND {self.where}"
        key, distinct = f"held.{self.key}", "" if self.once else "DISTINCT "
        statement = (
            f"SELECT {distinct}found.id FROM (WITH RECURSIVE step (key, nth) AS ("  # noqa: S608
            f"SELECT MIN({key}), 1 FROM {index} AND {key} > '' "
            f"UNION ALL SELECT (SELECT MIN({key}) FROM {index} AND {key} > step.key), nth + 1 "
            f"FROM step WHERE step.key IS NOT NULL AND nth < {STEPS}) "
            f"SELECT held.{self.contact} AS id FROM step CROSS JOIN {index} "
            f"AND {key} = step.key AND {position}(step.key, ?) > 0 "
            f"UNION ALL SELECT held.{self.contact} FROM {index} "
            f"AND {key} > (SELECT step.key FROM step WHERE nth = {STEPS}) "
            f"AND {position}({key}, ?) > 0) AS found"
        )
        account = account_id
        return Sql(statement, (account, account, account, needle, account, needle))


POSITIONS = KeyIndex("contact", "position_key", "id", "held.deleted_at IS NULL", once=True)
CITIES = KeyIndex("contact_address", "city_key", "contact_id", "held.city_key IS NOT NULL", False)
POSTAL_CODES = KeyIndex(
    "contact_address", "postal_key", "contact_id", "held.postal_key IS NOT NULL", False
)
IN_ADDRESSES = {TextField.CITY: CITIES, TextField.POSTAL_CODE: POSTAL_CODES}
