"""What every test shares: no screen, no settings of the person who runs them."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
