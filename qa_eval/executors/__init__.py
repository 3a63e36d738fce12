"""Where a run happens, one file each; a file defines ``Executor``."""
