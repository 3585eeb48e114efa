"""Evidence packages: what a site publishes of one story, with its originals where they may be given away, as a bag.

A bag (BagIt, RFC 8493) names every file with its digest, so that anyone can check later that nothing was changed; it
holds a research object (RO-Crate 1.1), so that programs know what each file is. The same site makes the same bytes.
"""

from sitegen.packing.bag import make_bag, verify_bag
from sitegen.packing.contents import bag_information, pack_story

__all__ = ["bag_information", "make_bag", "pack_story", "verify_bag"]
