"""Contacts out of files: by a command at once, or through the wizard step by step.

import_file       the command: a whole file into one account
options, report   what is chosen, what came of it
writing           one batch, one transaction
existing, additions    who is there already; what a row adds to them
new_fields        custom fields that are made for a file
trial, faults     what an import would do; rows that stay out

create, upload, understand, configure, discard   the wizard, until the import begins
start, cancel, undo    asking for a check or the import, stopping it, taking it back
work, try_file, run_file, open_files, ending   the jobs: a check, the import in turns, its end
asking, turns, changing, counting, threads     what they share
fetched           imports whose file a domain above fetches from another program
rejected_rows, tidy    the file of rejected rows; forgetting
"""

from backend.imports.service.import_file import import_file
from backend.imports.service.options import Existing, ImportOptions
from backend.imports.service.report import ImportReport, Progress

__all__ = ["Existing", "ImportOptions", "ImportReport", "Progress", "import_file"]
