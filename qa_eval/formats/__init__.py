"""Dataset readers, one file per file-name suffix; a file defines ``Format``."""
