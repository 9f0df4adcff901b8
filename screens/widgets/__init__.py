"""Our own widgets, which hold every work-around for Textual."""
