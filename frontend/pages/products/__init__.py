"""The page of products: the catalogue.

page     puts it together: search, list, drawer
state    the list as one window sees it
listing  the list on screen, or what stands instead of it
row      one product, drawn once for every window
drawer   a product being made or changed
values   a product as the fields of its form, and back
acts     deleting one, and its undo
"""
