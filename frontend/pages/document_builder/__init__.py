"""The builder of quotes, invoices and credit notes while they are drafts.

builder       the page: form and preview
state         a draft as one window writes it; pure: lines, head, amounts, merging
saving        saves it by itself; clash: somebody else changed the same
line_list line_rows line_acts   lines and what is done with them
client buyer_drawer dates texts head_fields totals_panel   the other fields
preview       pages as they will be printed
issuing       what is missing, the last question
places words  URLs, names
"""
