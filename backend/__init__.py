"""Carnet's server: one folder per noun a user says, over one change log (see ``core``)."""
