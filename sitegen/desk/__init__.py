"""The desk: pages of the preview on which an editor decides what an imported page is made of.

What there is to decide and what a decision does, importing/reviewing.py knows; who may ask for a page or send one,
serve/. The pages are plain forms without a script, in English as all that the commands say.
"""

from sitegen.desk.answering import DeskPages

__all__ = ["DeskPages"]
