"""A search in SQL: the set of contacts it finds, and the question whether it finds one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from backend.contacts.search_keys import ID_BITS, ID_MASK, key_base, key_range, search_scope
from backend.contacts.search_text import PIECE, Alternatives, Needles
from backend.contacts.sql import FALSE, TRUE, Sql, join, like_pattern
from backend.core.database import Dialect

Asked = tuple[Alternatives, ...]
Pieces = Mapping[str, tuple[str, ...]]


_SHELF_BY_ID = "(SELECT placed.shelf FROM contact AS placed WHERE placed.id = contact.id)"


def live_key(dialect: Dialect, *, by_id: bool = False) -> str:
    """Return the expression of the key of a row of ``contact`` that is not deleted; its parameter
    is the account's ``key_base``. ``by_id``: only the id of that row is at hand.
    """
    if dialect != "sqlite":
        return "contact.id + ?"
    return f"contact.id + ? + ({_SHELF_BY_ID if by_id else 'contact.shelf'} << {ID_BITS})"


def search_set(
    account_id: int,
    asked: Asked,
    *,
    deleted: bool,
    dialect: Dialect,
    table: str = "contact_search",
) -> Sql:
    """Return the statement for the ids of what a search finds in an account, or in its trash.

    ``table`` is one of our own that is made and indexed as ``contact_search`` is.
    """
    base = key_base(account_id)
    sign = "-" if deleted else ""
    if dialect == "sqlite":
        matching = f"FROM {table}_index WHERE {table}_index MATCH ?"
        where = (_match_expression(asked, _matched), *key_range(account_id, deleted=deleted))
        own = f"(rowid - ?) & {ID_MASK}" if table == "contact_search" else "rowid - ?"
        contact_id = "-rowid - ?" if deleted else own
        if not any(map(_is_address, needles_of(asked))):
            return Sql(
                f"SELECT {contact_id} AS id {matching} AND rowid BETWEEN ? AND ?",
                (base, *where),
            )
        exact = _asked_of("instr(found.text, ?) > 0", asked, str)
        return Sql(
            f"SELECT {contact_id} AS id FROM {table} AS found "  # noqa: S608
            f"WHERE found.id IN (SELECT rowid {matching} AND rowid BETWEEN ? AND ?) "
            f"AND {exact.text}",
            (base, *where, *exact.params),
        )
    like = _asked_of("text LIKE ?", asked, _like)
    if any(map(_is_address, needles_of(asked))):
        like = join([like, text_condition("text", asked, dialect)], " AND ", TRUE)
    return Sql(
        f"SELECT {sign}id - ? AS id FROM {table} WHERE scope = ? AND {like.text}",  # noqa: S608
        (base, search_scope(account_id, deleted=deleted), *like.params),
    )


def near_set(account_id: int, asked: Asked, pieces: Pieces) -> Sql:
    """Return SQLite's statement for the ids of a set that holds what a search finds in an account.

    ``pieces`` are looked for instead of some needles.
    """
    return Sql(
        f"SELECT (rowid - ?) & {ID_MASK} AS id FROM contact_search_index "  # noqa: S608
        "WHERE contact_search_index MATCH ? AND rowid BETWEEN ? AND ?",
        (
            key_base(account_id),
            near_match(asked, pieces),
            *key_range(account_id, deleted=False),
        ),
    )


def near_match(asked: Asked, pieces: Pieces) -> str:
    """Return what FTS5 is asked for that."""

    def matched(needle: str) -> str:
        return " AND ".join(map(quoted, pieces.get(needle, (needle,))))

    return _match_expression(asked, matched)


def search_condition(
    account_id: int,
    asked: Asked,
    *,
    deleted: bool | None,
    dialect: Dialect,
    by_id: bool = False,
) -> Sql:
    """Return the condition that a search finds the row of ``contact``.

    ``deleted`` is None when that row may be in the trash or not; ``by_id`` as in :func:`live_key`.
    """
    if not asked:
        return Sql(TRUE)
    base = key_base(account_id)
    text = text_condition("found.text", asked, dialect)
    live = live_key(dialect, by_id=by_id)
    if deleted is None:
        key = Sql(
            f"CASE WHEN contact.deleted_at IS NULL THEN {live} ELSE -contact.id - ? END",
            (base, base),
        )
    else:
        key = Sql("-contact.id - ?" if deleted else live, (base,))
    # A scalar subquery, so that PostgreSQL asks it row by row and never makes a join of it.
    return Sql(
        f"COALESCE((SELECT {text.text} FROM contact_search AS found "  # noqa: S608
        f"WHERE found.id = {key.text}), FALSE)",
        (*text.params, *key.params),
    )


def text_condition(column: str, asked: Asked, dialect: Dialect) -> Sql:
    """Return the condition that a text, read as a whole, is one that a search finds."""
    position = "instr" if dialect == "sqlite" else "strpos"
    return _asked_of(f"{position}({column}, ?) > 0", asked, str)


def _asked_of(question: str, asked: Asked, param: Callable[[str], str]) -> Sql:
    def each(needle: str) -> Sql:
        return Sql(question, (param(needle),))

    return join(
        [
            join(
                [join([each(n) for n in needles], " AND ", TRUE) for needles in ways], " OR ", FALSE
            )
            for ways in asked
        ],
        " AND ",
        TRUE,
    )


def _match_expression(asked: Asked, matched: Callable[[str], str]) -> str:
    """Return FTS5's expression: all in quotes, so that nothing typed is an operator."""

    def together(needles: Needles) -> str:
        return f"({' AND '.join(map(matched, needles))})"

    return " AND ".join(f"({' OR '.join(map(together, ways))})" for ways in asked)


def _matched(needle: str) -> str:
    """Return what the index is asked for a needle: itself, or what finds an address sooner.

    A phrase reads the list of each of its pieces, and nearly everybody has those of a mail
    provider. The name before the @ in pieces that do not overlap leaves a few contacts, whose texts
    are looked at then.
    """
    if not _is_address(needle):
        return quoted(needle)
    name = needle[: needle.index("@") + 1]
    starts = dict.fromkeys((*range(0, len(name) - PIECE, PIECE), len(name) - PIECE))
    return " AND ".join(quoted(name[start : start + PIECE]) for start in starts)


def _like(needle: str) -> str:
    """Return the pattern of a needle, of an address of what stands before its provider."""
    is_address = _is_address(needle)
    return like_pattern(needle[: needle.index("@") + 1] if is_address else needle)


def _is_address(needle: str) -> bool:
    """Whether enough stands before an @ to find a few contacts by."""
    return needle.find("@") >= 2 * PIECE


def needles_of(asked: Asked) -> Iterator[str]:
    """Yield every piece of text that is asked for."""
    return (needle for ways in asked for needles in ways for needle in needles)


def quoted(needle: str) -> str:
    """Return a text as FTS5 takes it for nothing but a text."""
    return '"' + needle.replace('"', '""') + '"'
