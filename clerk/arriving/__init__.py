"""How what a reader read becomes a meeting, or brings a planned one up to date."""
