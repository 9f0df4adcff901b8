"""The rows behind the store, one subject a module."""
