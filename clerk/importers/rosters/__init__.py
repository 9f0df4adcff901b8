"""The forms a roster comes in. The way in is ``clerk.importers.roster``."""
