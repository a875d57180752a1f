"""The hooks that pages are written with. All of them work inside a component only, called in the
same order each time.

data, loading, error, refetch = use_query(list_labels) rename, state = use_mutation(update_label)
use_live(contact_changed, {"id": id}, on_event, after=cursor) sort, set_sort = use_url_state("sort",
"name") form = use_form({"name": label["name"]}) toast = use_toast()
"""

from frontend.hooks.browser import Browser, use_browser
from frontend.hooks.changes import use_account_feed, use_changes
from frontend.hooks.draft import Draft, use_draft
from frontend.hooks.form import Form, use_form
from frontend.hooks.live import Live, use_live
from frontend.hooks.mutation import MutationState, Outcome, use_mutation
from frontend.hooks.navigation import (
    use_location,
    use_navigate,
    use_params,
    use_path,
    use_title,
    use_url_state,
)
from frontend.hooks.query import Query, use_query
from frontend.hooks.state import use_store, use_task
from frontend.hooks.target import use_target
from frontend.hooks.toast import use_toast
from frontend.hooks.viewer import refresh_viewer, use_can, use_viewer

__all__ = [
    "Browser",
    "Draft",
    "Form",
    "Live",
    "MutationState",
    "Outcome",
    "Query",
    "refresh_viewer",
    "use_account_feed",
    "use_browser",
    "use_can",
    "use_changes",
    "use_draft",
    "use_form",
    "use_live",
    "use_location",
    "use_mutation",
    "use_navigate",
    "use_params",
    "use_path",
    "use_query",
    "use_store",
    "use_target",
    "use_task",
    "use_title",
    "use_toast",
    "use_url_state",
    "use_viewer",
]
