"""What two texts share. group uses it to verify a link, compare to align blocks and words."""

from sitegen.align.chain import heaviest_chain
from sitegen.align.passages import Tile, maximal_runs, shared_tiles

__all__ = ["Tile", "heaviest_chain", "maximal_runs", "shared_tiles"]
