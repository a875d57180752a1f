"""Contacts from a file: sent, understood, mapped, tried, imported, and undone if need be.

page              the two places: where an import begins, and one import
start, from_google, prepare, history   the drop zone, Google, what to prepare, earlier imports
one_import        reading, following and changing an import, as one window sees it
wizard, steps     one import: what of it is shown, and the way through its steps
sending           the file on its way
file_step, preview     what was found in the file
fetching          contacts on their way from Google
drop_guard        a file that is dropped where another import is open
columns_step, column_list, column_row, picker, targets, new_field, left_out, mapping
                  what each column becomes
options_step, people_here, consent   what happens to people who are here, labels, consent
check_step, problems   what would happen
running, report, undoing, counts, progress   what happens, what happened, and putting it back
words             what several of them say
"""
