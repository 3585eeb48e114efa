"""Words that say nothing about what a text is about, for the languages we know; a rule for the others.

Short on purpose: a shared run of these words alone is chance, and that is all they are used for.
"""

from functools import cache

from sitegen.text.keys import key_of
from sitegen.text.languages import primary_of

_LISTS = {
    "en": "a an and are as at be been but by for from had has have he her his i in into is it its more not of on or "
    "said she so that the their them they this to was we were which who will with would you after also than there when",
    "es": "a al con de del el en es esta este fue ha han la las lo los más no o para pero por que se sin son su sus un "
    "una y ya como sobre",
    "fr": "à au aux avec ce cette ces dans de des du elle en est et eux il ils je la le les leur leurs ne on ou par "
    "pas plus pour qu que qui sa se ses son sur un une a été l d",
    "de": "als am an auf aus bei bis das dass dem den der des die ein eine einem einen einer er es für hat ihr im in "
    "ist mit nach nicht noch oder sein sich sie sind so über um und von war werden wie wird zu zum zur",
    "ar": "في من على إلى عن مع هذا هذه ذلك التي الذي أن إن كان كانت قد لا ما و أو بعد قبل كما حيث بين لم",
    "vi": "và của là các những một có cho được trong với không người này đã đến từ khi để ở ra về cũng như tại theo bị",
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """Stop-words of a language, by its primary subtag, and the keys that they have in it; empty without a list."""
    words = _LISTS.get(primary_of(language), "").split()
    return frozenset([*words, *(key_of(word, language) for word in words)])
