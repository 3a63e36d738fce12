"""Who answers, one file each; a file defines ``Answerer``."""
