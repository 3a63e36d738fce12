"""What is written in a notation of its own: times of day, scores with their sides, ratios."""
