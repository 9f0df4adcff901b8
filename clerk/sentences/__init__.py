"""Facts of the record in the words of minutes, a subject a module; ``clerk.wording`` and ``clerk.drafting`` use it."""
