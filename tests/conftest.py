"""What every test shares: no screen, no settings of the person who runs them."""

import os
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What a test forgets to keep in a folder of its own: never among the settings of a person.
os.environ.setdefault("FACTCHECK_CONFIG_DIR", tempfile.mkdtemp(prefix="factcheck-tests-"))
