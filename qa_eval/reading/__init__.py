"""Text to typed value, as pure functions: numbers, units, dates, lists, names, abstentions."""
