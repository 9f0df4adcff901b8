"""The Textual app: the only place that imports textual.

The settings below must be made before Textual is first imported. Reporting every key as an escape code makes some
terminals lose accented letters (Siân, Zoë), and a name is worth more than the chords it would add. Animation costs
frames while somebody types. And a key that comes just after a frame should not wait a sixtieth of a second for its own.
"""

import os
import sys

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_FPS", "120")

# To name a kind of callback Textual 8.2.8 loads ``textual.types``, and with it trees, folders and drop-down lists: a
# fiftieth of the start, for what Clerk has none of. The module that kind is from will do while the app is loaded.
if "textual.types" not in sys.modules:
    import textual._types

    sys.modules["textual.types"] = textual._types
    try:
        import textual.app
    finally:
        del sys.modules["textual.types"]
