"""Texts as vectors: what lies near each other means nearly the same. No SQL, no Qt.

The only folder that needs the extra ``semantic``; it is imported where something is asked for,
and says in one sentence what is missing where it is not installed.
"""

import os

# onnxruntime reports to its maker from 1.29 on unless it is told not to before it is imported.
# Only this package imports it. An older version has no such code, and the pins ask for one.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
