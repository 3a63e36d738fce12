"""How the site is built: `make docs`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import from_the_tool

import qa_eval

project = "qa_eval"
author = "The qa_eval contributors"
project_copyright = f"%Y, {author}"
version = release = qa_eval.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["generated", "_build"]
html_theme = "furo"
html_title = f"qa_eval {release}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True

from_the_tool.write()
