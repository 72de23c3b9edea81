"""Which small marks stand beside words? State, weight, the brand, a neutral crest and the gables under the navigation.

Each is decoration to a screen reader: the word beside it says the same.
"""

from itertools import accumulate

from django.utils.safestring import SafeString

from regiewijzer.ui.pictures.canvas import (
    Anchor,
)
