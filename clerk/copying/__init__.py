"""What each copy for its readers says, a copy a module; for the public, ``public`` takes exempt matter out first."""


class CopyError(Exception):
    """A copy that cannot be made from the record; the message is one sentence for the officer."""
