"""Quick fixes to what was read. The way in is ``clerk.importers.mending``."""
