"""``python -m clerk`` is ``clerk``."""

from clerk.cli import main

if __name__ == "__main__":
    main()
