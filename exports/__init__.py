"""Files made from a minutes tree: Word, text and JSON."""
