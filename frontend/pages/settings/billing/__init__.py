"""The billing tab of the settings, in parts.

parts     what the tab is made of; other folders may bring parts of their own
page      the tab: its parts at the left, the open one beside
saving    a form of a part: saved with the version it started from, told when somebody was faster
guide     what is still needed before the first invoice
seller, payment, look, numbers, texts, taxes   the parts
"""
