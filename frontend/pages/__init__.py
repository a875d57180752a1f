"""The pages: one folder each, whose `page.py` declares its places (see frontend/routes.py)."""
