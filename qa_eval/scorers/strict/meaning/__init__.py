"""What a few words mean, however they are put: other words for the same, passive and active, a noun for a verb."""
