"""``python -m qa_eval`` is the command line."""

from qa_eval.cli import main

main()
