"""The parts of the Store, a subject a module; ``clerk.store`` puts them together."""
