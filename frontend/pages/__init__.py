"""The pages: one folder each, whose `page.py` declares what places it answers (see frontend/routes.py)."""
