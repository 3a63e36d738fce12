"""Question sets of other origins as plain questions: published files, tables with a mapping, data sets of a hub.

    origin (file, hub) → records → shape (or mapping) → plain questions

``origins`` reads records from files and ``hub`` from a hub or a folder laid out like one, both lazily; ``mapping`` makes a
shape of a small YAML; ``questions`` puts them together.
"""

from __future__ import annotations

from qa_eval.importing.questions import Imported, content_of, imported, published

__all__ = ["Imported", "content_of", "imported", "published"]
