"""What is written, one file each; a file defines ``Reporter``."""
