#!/usr/bin/python3
"""peer_forest.py PROGRAM: extra trees of bench_forest against scikit-learn, in turns, two threads each.

One JSON line a case, with medians. The data are the measured glass-transition temperatures where the
shared data lie beside the checkout (or $VITRINE_SHARED says where), else a synthetic table of the same
shape: 1437 alloys, 53 elements, three to six of them in each.
"""

import csv
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
from joblib import Parallel, delayed
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.model_selection import train_test_split

THREADS = 2
TREES = 400
ROUNDS = 5
SPLITS = 3

root = pathlib.Path(__file__).resolve().parents[2]


def measured_table():
    shared = pathlib.Path(os.environ.get("VITRINE_SHARED", root.parent / "shared"))
    file = shared / "data/thermal/thermal.csv"
    if not file.exists():
        return None
    with open(file, encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["Tg_K"]]
    parsed = [{element: float(amount or 1)
               for element, amount in re.findall(r"([A-Z][a-z]?)([0-9.]*)", row["formula"])}
              for row in rows]
    elements = sorted({element for alloy in parsed for element in alloy})
    x = np.array([[100 * alloy.get(e, 0) / sum(alloy.values()) for e in elements]
                  for alloy in parsed])
    y = np.array([float(row["Tg_K"]) for row in rows])
    return "thermal.csv", x, y, [elements.index(e) for e in ("Zr", "Cu", "Al")]


def synthetic_table():
    rng = np.random.default_rng(7)
    elements, systems, n = 53, 140, 1437
    x = np.zeros((n, elements))
    popular = rng.dirichlet(np.full(elements, 0.4))
    members = [rng.choice(elements, size=rng.integers(3, 7), replace=False, p=popular)
               for _ in range(systems)]
    for i in range(n):
        system = members[rng.integers(systems)]
        x[i, system] = rng.dirichlet(np.full(len(system), 3.0))
    x = np.round(100 * x, 1)
    pure = rng.uniform(300, 1500, elements)
    y = 0.4 * x @ pure / 100 + rng.normal(0, 15, n)
    return "synthetic", x, y, list(np.argsort(popular)[-3:])


def seconds(work):
    """Wall time and the CPU time of all threads."""
    begin, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begin, time.process_time() - cpu


def main():
    program = sys.argv[1]
    data, x, y, corner = measured_table() or synthetic_table()
    grid = np.array([(i, j, 100 - i - j) for i in range(101) for j in range(101 - i)])
    area = np.zeros((len(grid), x.shape[1]))
    area[:, corner] = grid

    folder = tempfile.TemporaryDirectory()
    table, points, tests = (f"{folder.name}/{name}" for name in ("table", "map", "tests"))
    np.savetxt(table, np.column_stack([x, y]), fmt="%.17g")
    np.savetxt(points, area, fmt="%.17g")
    splits = [train_test_split(np.arange(len(y)), test_size=0.2, random_state=s)
              for s in range(SPLITS)]
    np.savetxt(tests, [test for _, test in splits], fmt="%d")

    def ours(task, *words):
        command = [program, task, table, str(THREADS), *map(str, words)]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout

    def pairs(text):
        return [tuple(map(float, line.split())) for line in text.splitlines()]

    def forest(max_features, seed=0):
        return ExtraTreesRegressor(TREES, max_features=max_features, n_jobs=THREADS,
                                   random_state=seed)

    def report(case, mine, theirs, reach):
        wall, cpu = ([statistics.median(times) for times in zip(*pairs)] for pairs in (mine, theirs))
        wall, cpu = zip(wall, cpu)
        ratio = wall[1] / wall[0]
        print(json.dumps({"case": case, "data": data, "rows": len(y), "features": x.shape[1],
                          "threads": THREADS, "median_s": round(wall[0], 5),
                          "scikit_learn_s": round(wall[1], 5), "ratio": round(ratio, 2),
                          "cpu_ratio": round(cpu[1] / cpu[0], 2), "reach": reach,
                          "reached": ratio >= reach}), flush=True)

    for max_features in (1.0, 0.5):
        mine, theirs = [], []
        for _ in range(ROUNDS):
            mine += pairs(ours("fit", max_features, 3))
            theirs.append(seconds(lambda: forest(max_features).fit(x, y)))
        report(f"extra trees fit, {TREES} trees, max_features {max_features}", mine, theirs, 5)

        mine = statistics.mean(map(float, ours("scores", max_features, tests).split()))
        theirs = statistics.mean(
            float(np.sqrt(np.mean((forest(max_features, s).fit(x[a], y[a]).predict(x[b]) - y[b]) ** 2)))
            for s, (a, b) in enumerate(splits))
        print(json.dumps({"case": f"extra trees accuracy, max_features {max_features}", "data": data,
                          "rmse": round(mine, 2), "scikit_learn_rmse": round(theirs, 2),
                          "splits": SPLITS, "reach": 1.03, "reached": mine <= 1.03 * theirs}),
              flush=True)

    model = forest(0.5).fit(x, y)
    single = area.astype(np.float32)

    def spread():
        # The trees' own predict, without the checks of the estimators around it.
        each = Parallel(n_jobs=THREADS, require="sharedmem")(
            delayed(tree.tree_.predict)(single) for tree in model.estimators_)
        return np.std(each, axis=0)

    mine, plain, spreads = [], [], []
    for _ in range(ROUNDS):
        mine += pairs(ours("map", 0.5, 5, points))
        plain.append(seconds(lambda: model.predict(area)))
        spreads.append(seconds(spread))
    report(f"map of {len(area)} alloys with spread, against predict", mine, plain, 10)
    report(f"map of {len(area)} alloys with spread, against predictions of all trees", mine, spreads,
           10)
    print(ours("others", points), end="")


if __name__ == "__main__":
    main()
