"""How a draft that came back is told from the record; the way in is ``clerk.returned``."""
