"""The labels of the account: added, renamed, recoloured, deleted, in a dialog."""
