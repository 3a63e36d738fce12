"""Answers as spans of the document, out of a model that scores where an answer starts and ends; the model is handed in."""
