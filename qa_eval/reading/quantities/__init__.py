"""Text to quantities: exact numbers with units, ranges, bounds, approximations, and the nouns that they count.

Pure and linear in the length of the text. When unsure the reader stays silent or keeps two numbers apart: "between three
thousand and five hundred" is not 3,500.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.late import late

if TYPE_CHECKING:
    from qa_eval.reading.quantities.plainly import is_plain_quantity
    from qa_eval.reading.quantities.quantity import Quantity
    from qa_eval.reading.quantities.texts import read_quantities, read_quantity
    from qa_eval.reading.quantities.writing import written
else:  # most answers are told at a glance, without all this
    _HOMES = {
        "plainly": ("is_plain_quantity",),
        "quantity": ("Quantity",),
        "texts": ("read_quantities", "read_quantity"),
        "writing": ("written",),
    }
    __getattr__ = late(__name__, _HOMES)

__all__ = ["Quantity", "is_plain_quantity", "read_quantities", "read_quantity", "written"]
