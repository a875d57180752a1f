"""One file of contacts into one account.

import_file       the verb: reading, batch by batch, and the report
options, report   what is chosen, what came of it
existing, additions, writing   who is there already, and what a row adds to them; one batch,
                  one transaction
trial             what an import would do
new_fields        the custom fields that a file brings
refused           rows that stay out
"""

from backend.imports.service.import_file import import_file
from backend.imports.service.options import Existing, ImportOptions
from backend.imports.service.report import ImportReport, Progress

__all__ = ["Existing", "ImportOptions", "ImportReport", "Progress", "import_file"]
