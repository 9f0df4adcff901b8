"""Clerk: the meeting, its record and its rules."""
