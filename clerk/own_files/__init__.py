"""Clerk's own files: a meeting whole, as JSON and as text. Their readers are in ``clerk.importers.own``."""
