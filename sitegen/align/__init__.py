"""What two texts share. group uses it to verify a link, compare to align blocks and words."""

from sitegen.align.chain import heaviest_chain
from sitegen.align.passages import Tile, find_passages, joined, maximal_runs, shared_tiles

__all__ = ["Tile", "find_passages", "heaviest_chain", "joined", "maximal_runs", "shared_tiles"]
