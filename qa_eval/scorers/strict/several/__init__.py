"""Accepted answers of several parts, each of which is told in its own way: a rating with its outlook, two sides of a rate, two counts."""
