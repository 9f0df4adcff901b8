"""Votes: as they are noted and said, who was named, and who has one."""
