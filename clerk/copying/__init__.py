"""What each copy for its readers says; the public copy is made in ``clerk.copies``."""
