"""A Word file taken apart: numbering, tables, styles, runs. The way in is ``clerk.importers.word``."""
