"""The draws of benches/audit.rs with NumPy, vectorised over blocks of draws: weights +-25 %, one of four scales, arithmetic or
geometric mean, sampling errors, ranks counted for their 5-95 % intervals. Run side by side with `cargo bench --bench audit`:

    python3 benches/audit_numpy.py
"""

import time

import numpy as np

DRAWS, BLOCK = 10_000, 50


def scaled(values, points, scale):
    """Points of every draw on 1-100; the axes are draw, unit, indicator."""
    if scale == 0:
        return 1 + 0.99 * np.clip(points, 0, 100)
    if scale == 1:
        low, high = values.min(axis=1, keepdims=True), values.max(axis=1, keepdims=True)
        return 1 + 99 * (values - low) / (high - low)
    if scale == 2:
        mean, sd = values.mean(axis=1, keepdims=True), values.std(axis=1, ddof=1, keepdims=True)
        return np.maximum(50 + 15 * (values - mean) / sd, 1)
    ranks = values.argsort(axis=1).argsort(axis=1)
    return 1 + 99 * ranks / (values.shape[1] - 1)


def run(units, indicators, seed=1):
    rng = np.random.default_rng(seed)
    points = 20 + 60 * rng.random((units, indicators))
    spread = 1 + 4 * rng.random((units, indicators))
    counts = np.zeros((units, units), dtype=np.int64)
    begin = time.perf_counter()
    rows = np.arange(units)
    for block in range(0, DRAWS, BLOCK):
        weights = rng.uniform(0.75, 1.25, (BLOCK, indicators)) / indicators
        weights /= weights.sum(axis=1, keepdims=True)
        drawn = points + spread * 3 * (rng.random((BLOCK, units, indicators)) - 0.5)
        scale, geometric = (block // BLOCK) % 4, (block // BLOCK) % 8 >= 4
        on_scale = scaled(drawn / 100, drawn, scale)
        if geometric:
            on_scale = np.log(on_scale)
        scores = np.einsum("dui,di->du", on_scale, weights)
        ranks = (-scores).argsort(axis=1).argsort(axis=1)
        for rank in ranks:
            counts[rows, rank] += 1
    cumulated = counts.cumsum(axis=1) / DRAWS
    intervals = [(cumulated >= share).argmax(axis=1) + 1 for share in (0.05, 0.5, 0.95)]
    return time.perf_counter() - begin, intervals


if __name__ == "__main__":
    for size in ((51, 49), (500, 30)):
        times = [run(*size)[0] for _ in range(3)]
        print(f"{size[0]} x {size[1]}: {sorted(times)[1]:.2f} s (median of 3)")
