"""Who is to do what by when, what became of it, and the log of what is outstanding."""
