"""Who is signed in."""

from __future__ import annotations

from frontend.hooks.state import use_store
from frontend.operations import load
from frontend.session import Session, current_session
from frontend.viewer import Viewer


def use_viewer() -> Viewer | None:
    """Return the signed-in user in their open account, None when signed out; renders again when it
    changes.
    """
    viewer: Viewer | None = use_store(current_session().viewer)
    return viewer


def use_can(permission: str) -> bool:
    """Tell whether the viewer has a permission, e.g. `WRITE_CONTACTS`. Hide what they may not do;
    the API refuses it.
    """
    viewer = use_viewer()
    return viewer is not None and viewer.can(permission)


async def refresh_viewer(session: Session | None = None) -> Viewer | None:
    """Read the viewer again, after something about the user or the account changed."""
    session = session or current_session()
    data = await session.client.run(load("viewer/current_viewer"))
    viewer = Viewer.parse(data["viewer"]) if data.get("viewer") else None
    if viewer:
        session.time_zone = viewer.user.time_zone or viewer.account.time_zone
    session.viewer.set(viewer)
    return viewer
