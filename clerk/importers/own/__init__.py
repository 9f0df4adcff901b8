"""The readers of Clerk's own files."""
