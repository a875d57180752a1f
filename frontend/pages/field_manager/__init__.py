"""The custom fields of the account: added, renamed, put in order, deleted, in a dialog."""
