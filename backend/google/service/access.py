"""Tokens that open a Google account: renewed before they end, and when Google says they have."""

from __future__ import annotations

from backend.core.clock import now, to_micros
from backend.core.permissions import Actor
from backend.core.secrets import seal
from backend.core.unit_of_work import unit_of_work
from backend.google.client import oauth
from backend.google.errors import GoogleDisconnected, GoogleRevoked
from backend.google.events import GoogleAccountRevoked
from backend.google.limits import TOKEN_LEEWAY
from backend.google.queries import find_account
from backend.google.rows import GoogleAccountRow


class Access:
    """The way into one Google account, for as long as it is connected."""

    def __init__(self, account_id: int, key: int) -> None:
        self._account_id = account_id
        self._key = key

    async def authorize(self, over: str | None) -> str:
        """Return an access token; ``over`` is one that Google no longer takes.

        Raises:
            GoogleRevoked: Google no longer lets Carnet in; that is kept.
            GoogleDisconnected
            Busy, GoogleUnreadable, GoogleClientWrong, GoogleRefused
        """
        found = await self.account()
        access = found.access_token
        if access and access != over and found.access_until > now() + TOKEN_LEEWAY:
            return access
        refresh = found.refresh_token
        if refresh is None:
            raise GoogleRevoked
        try:
            tokens = await oauth.refresh(refresh)
        except GoogleRevoked:
            await self._note_revoked(found)
            raise
        await self._keep(found, tokens)
        return tokens.access

    async def refused(self) -> GoogleRevoked:
        """Note that Google takes no token of this account, however new; return what to say."""
        await self._note_revoked(await self.account())
        return GoogleRevoked()

    async def account(self) -> GoogleAccountRow:
        """Return the account as it is now.

        Raises:
            GoogleDisconnected
        """
        found = await find_account(self._account_id, self._key)
        if found is None:
            raise GoogleDisconnected
        return found

    async def _keep(self, found: GoogleAccountRow, tokens: oauth.Tokens) -> None:
        async with unit_of_work(Actor.system(found.account_id)) as unit:
            touched = await unit.execute(
                "UPDATE google_account SET sealed_access = ?, access_until = ?, "
                "sealed_refresh = COALESCE(?, sealed_refresh) WHERE id = ? AND account_id = ?",
                (
                    seal(tokens.access.encode()),
                    to_micros(tokens.until),
                    seal(tokens.refresh.encode()) if tokens.refresh else None,
                    found.pk,
                    found.account_id,
                ),
            )
        if not touched:
            raise GoogleDisconnected

    async def _note_revoked(self, found: GoogleAccountRow) -> None:
        """Forget tokens that open nothing, unless it was connected again meanwhile."""
        async with unit_of_work(Actor.system(found.account_id)) as unit:
            touched = await unit.execute(
                "UPDATE google_account SET sealed_refresh = NULL, sealed_access = NULL, "
                "access_until = 0 WHERE id = ? AND account_id = ? AND sealed_refresh = ?",
                (found.pk, found.account_id, found.sealed_refresh),
            )
            if touched:
                unit.record(GoogleAccountRevoked(found.pk, user_id=found.user_id))
