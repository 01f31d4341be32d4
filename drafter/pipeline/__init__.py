"""The order of work, and nothing else: read → parse → extract → compare → render, and → rollforward → fill.

Every function returns typed results and prints nothing; the command line is a thin skin over them. Every later stage is
imported by the function that wants it: `text` and `outline` need no Word and no comparison.
"""

from drafter.pipeline.collecting import Gathered, form_files, gather, write_collected
from drafter.pipeline.comparing import (
    KINDS,
    answered,
    compare,
    mode_of,
    only,
    series,
    without,
)
from drafter.pipeline.drafting import (
    check_template,
    draft,
    fill,
    fill_computed,
    fill_from_ledger,
    finish,
    look_notes,
    look_of,
    new_template,
    prescribed,
    status,
    with_ledger,
)
from drafter.pipeline.forms import write_forms
from drafter.pipeline.holding import check, materials, unfit_against, write_materials
from drafter.pipeline.ledgers import make_ledger, read_ledger, write_new_ledger
from drafter.pipeline.loaded import (
    Loaded,
    load,
    outline_of,
    reading_of,
)
from drafter.pipeline.outputs import (
    SUFFIXES,
    DocxForm,
    Output,
    check_draft_output,
    check_outputs,
    check_series_outputs,
    check_sheet_output,
    check_template_output,
    write,
    write_all,
    write_metrics,
    write_series,
)

__all__ = [
    "KINDS",
    "SUFFIXES",
    "DocxForm",
    "Gathered",
    "Loaded",
    "Output",
    "answered",
    "check",
    "check_draft_output",
    "check_outputs",
    "check_series_outputs",
    "check_sheet_output",
    "check_template",
    "check_template_output",
    "compare",
    "draft",
    "fill",
    "fill_computed",
    "fill_from_ledger",
    "finish",
    "form_files",
    "gather",
    "load",
    "look_notes",
    "look_of",
    "make_ledger",
    "materials",
    "mode_of",
    "new_template",
    "only",
    "outline_of",
    "prescribed",
    "read_ledger",
    "reading_of",
    "series",
    "status",
    "unfit_against",
    "with_ledger",
    "without",
    "write",
    "write_all",
    "write_collected",
    "write_forms",
    "write_materials",
    "write_metrics",
    "write_new_ledger",
    "write_series",
]
