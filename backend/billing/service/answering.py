"""What clients say to quotes on their pages: once, and kept as evidence."""

from __future__ import annotations

from dataclasses import dataclass

from backend.billing.delivery_rows import AnswerRow, LinkRow
from backend.billing.limits import ADDRESS_LENGTH, NAME_LENGTH, REASON_LENGTH
from backend.billing.queries.deliveries import answers_of, links_of
from backend.billing.rules.kinds import LedgerEvent, Stage
from backend.billing.rules.signing import clean_strokes
from backend.billing.service.answer_telling import tell_issuer
from backend.billing.service.pdfs import keep_pdf
from backend.billing.service.quotes import record_answer, require_answerable
from backend.billing.service.standing import append_link, own_document
from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required
from backend.core.permissions import Actor
from backend.core.text import clean_line, clean_lines
from backend.core.unit_of_work import UnitOfWork, unit_of_work

SIGN = "sign_document"


@dataclass(frozen=True, slots=True)
class ClientAnswer:
    """An answer as it was typed and drawn; ``address`` is where it came from."""

    accepted: bool
    name: str | None = None
    signature: str | None = None
    reason: str | None = None
    address: str = ""


async def answer_by_client(link: LinkRow, answer: ClientAnswer) -> None:
    """Keep what the client said to a quote. The same answer again changes nothing.

    Raises:
        Required: accepted without a name.
        QuoteExpired: accepted after its time.
        WrongStage: it was answered otherwise, or holds no longer.
        NotFound: the link was revoked meanwhile.
        TooLong, InvalidCharacters
    """
    clean = _clean(answer)
    actor = Actor.system(link.account_key)
    if clean.accepted:  # so that the chain has the quote as it was before it was signed
        await keep_pdf(actor, link.document_key)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        current = (await links_of(actor, (link.document_key,))).get(link.document_key)
        if current is None or current.pk != link.pk:
            raise NotFound
        quote = await own_document(actor, link.document_key)
        given = (await answers_of(actor, (quote.pk,))).get(quote.pk)
        if given is not None and given.accepted is clean.accepted:
            return
        require_answerable(quote, accepted=clean.accepted)
        kept = await _insert(unit, quote.pk, clean)
        stage = Stage.ACCEPTED if clean.accepted else Stage.REJECTED
        await record_answer(unit, quote, stage, by_client=True)
        await tell_issuer(unit, quote, accepted=clean.accepted)
        if clean.accepted:
            await append_link(unit, LedgerEvent.ACCEPTED, quote, kept.digest)
            unit.enqueue(SIGN, {"account_id": actor.account_id, "document_id": quote.pk})


def _clean(answer: ClientAnswer) -> ClientAnswer:
    address = answer.address[:ADDRESS_LENGTH]
    if not answer.accepted:
        reason = clean_lines(answer.reason, ("reason",), maximum=REASON_LENGTH)
        return ClientAnswer(accepted=False, reason=reason, address=address)
    name = clean_line(answer.name, ("name",), maximum=NAME_LENGTH)
    if name is None:
        raise Required(("name",))
    return ClientAnswer(True, name, clean_strokes(answer.signature), None, address)


async def _insert(unit: UnitOfWork, document_id: int, answer: ClientAnswer) -> AnswerRow:
    row = AnswerRow(
        document_id,
        answer.accepted,
        answer.name,
        answer.reason,
        answer.address,
        answer.signature,
        now_micros(),
    )
    await unit.execute(
        "INSERT INTO quote_answer (account_id, document_id, accepted, name, reason, address, "
        "signature, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            unit.actor.account_id,
            document_id,
            row.accepted,
            row.name,
            row.reason,
            row.address,
            row.signature,
            row.answered_micros,
        ),
    )
    return row
