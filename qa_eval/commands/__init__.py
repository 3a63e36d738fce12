"""The verbs, one file each; a file defines ``command``, a click command."""
