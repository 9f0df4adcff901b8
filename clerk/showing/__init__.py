"""The record in plain words for a terminal."""
