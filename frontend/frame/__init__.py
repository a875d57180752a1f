"""What stands around every page: the navigation, the search at the top, the toasts, the palette,
the shortcuts.
"""
