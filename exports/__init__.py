"""Copies as files: Word, text, Markdown, JSON and CSV; and Word files checked, compared and read back."""
