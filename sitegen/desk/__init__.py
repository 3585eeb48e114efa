"""The desk: pages of the preview on which an editor decides what an imported page is made of.

What there is to decide, importing/reviewing.py knows, and what a decision does, deciding.py beside it; who may ask for
a page or send one, serve/. The pages are plain forms without a script, in English as all that the commands say.
"""

from sitegen.desk.answering import DeskPages

__all__ = ["DeskPages"]
