"""The parts of a house style, and how one is read; ``clerk.house_style`` puts them together."""
