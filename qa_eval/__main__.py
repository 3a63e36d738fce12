"""``python -m qa_eval`` is the command line."""

from qa_eval.start import main

main()
