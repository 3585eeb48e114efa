"""All copies of a family as one collation: the base's sentences, what each copy has there, what others add.

Reads comparisons that are made, and makes none; says nothing in words, and knows nothing of pages.
"""

from sitegen.collate.bilingual import align_languages
from sitegen.collate.collating import collate
from sitegen.collate.sentences import Sentence, SentenceReader, sentence_ids

__all__ = ["Sentence", "SentenceReader", "align_languages", "collate", "sentence_ids"]
