"""The parts of the Store, a subject a module, each a ``part.StorePart``; ``clerk.store`` puts them together."""
