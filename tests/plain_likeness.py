"""Plain TF-IDF over words and over letters: what likeness is measured beside."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

GRAMS = (3, 4, 5)


def by_words(texts: Sequence[str]) -> Matrix:
    """Plain TF-IDF over words of two letters or more."""
    return tf_idf([Counter(re.findall(r"\w\w+", text.lower())) for text in texts])


def by_letters(texts: Sequence[str]) -> Matrix:
    """Plain TF-IDF over runs of three to five letters, of each word with a blank at both ends."""
    return tf_idf([Counter(grams(text)) for text in texts])


def grams(text: str) -> Iterable[str]:
    """The runs of letters of a text's words."""
    for word in re.findall(r"\w+", text.lower()):
        framed = f" {word} "
        for size in GRAMS:
            yield from (framed[at : at + size] for at in range(len(framed) - size + 1))


def tf_idf(counts: Sequence[Counter[str]]) -> Matrix:
    """Cosines of term counts times smoothed inverse document frequency."""
    texts = Counter(term for each in counts for term in each)
    columns = {term: place for place, term in enumerate(sorted(texts))}
    matrix = np.zeros((len(counts), len(columns)))
    for row, each in enumerate(counts):
        for term, times in each.items():
            rarity = math.log((1 + len(counts)) / (1 + texts[term])) + 1
            matrix[row, columns[term]] = times * rarity
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= np.where(lengths > 0, lengths, 1.0)
    return matrix @ matrix.T
