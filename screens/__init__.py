"""The Textual app: the only place that imports textual.

The settings below must be made before Textual is first imported. Reporting every key as an escape code makes some
terminals lose accented letters (Siân, Zoë), and a name is worth more than the chords it would add. Animation costs
frames while somebody types. And a key that comes just after a frame should not wait a sixtieth of a second for its own.
"""

import os

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_FPS", "120")
