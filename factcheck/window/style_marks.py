"""How a widget tells the style what it is: names of dynamic properties."""

from typing import Final

# The one main button of a view.
MAIN: Final = "factcheck_main"
# The colour of the theme on which a scroll area stands, for its scroll bars.
GROUND: Final = "factcheck_ground"
