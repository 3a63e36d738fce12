"""Lists: their items, however an answer joins them."""
