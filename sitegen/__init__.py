"""sitegen: who took what from whom, and what did each outlet change?

A static site generator for source-comparison archives. The folder list is the map; `build.py` is the way
through it; docs/architecture.md is the legend.
"""

__version__ = "0.1.0"
