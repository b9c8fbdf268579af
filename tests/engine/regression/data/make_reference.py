#!/usr/bin/python3
"""Writes rows.csv and scores.csv: what scikit-learn 1.2 (Debian 12) makes of a small synthetic table.

The tests compare with these numbers. The table resembles alloys: eight features, most of them zero in
a row, that sum to one. Targets are smooth with noise, so no two splits of a tree are equally good.
"""

import pathlib

import numpy as np
from sklearn.ensemble import ExtraTreesRegressor, RandomForestRegressor
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.neighbors import KNeighborsRegressor
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR
from sklearn.tree import DecisionTreeRegressor

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20)
n, p, n_train = 240, 8, 180

x = np.zeros((n, p))
for i in range(n):
    some = rng.choice(p, size=rng.integers(2, 5), replace=False)
    x[i, some] = rng.dirichlet(np.full(len(some), 2.0))
x = np.round(x, 6)
y = 600 + 300 * x @ np.linspace(-1, 1, p) + 200 * x[:, 0] * x[:, 3] - 150 * np.sin(4 * x[:, 5])
y = np.round(y + rng.normal(0, 8, n), 4)
train, test = slice(0, n_train), slice(n_train, n)

z = (y[train] - y[train].mean()) / y[train].std()


def svr(scaled):
    rows = StandardScaler().fit(x[train]).transform(x) if scaled else x
    model = SVR(C=30, gamma=0.3 if scaled else 2.0, epsilon=0.02, tol=1e-7)
    model.fit(rows[train], z)
    return model.predict(rows) * y[train].std() + y[train].mean()


columns = {
    "tree": DecisionTreeRegressor(min_samples_leaf=2, random_state=0),
    "shallow_tree": DecisionTreeRegressor(max_depth=4, random_state=0),
    "knn_manhattan": KNeighborsRegressor(3, weights="distance", p=1),
    "knn_euclid": KNeighborsRegressor(5, weights="uniform", p=2),
}
table = [x, y]
for model in columns.values():
    table.append(model.fit(x[train], y[train]).predict(x))
table += [svr(False), svr(True)]
names = [f"x{j}" for j in range(p)] + ["y"] + list(columns) + ["svr", "svr_scaled"]
np.savetxt(here / "rows.csv", np.column_stack(table), delimiter=",", header=",".join(names),
           comments="", fmt="%.9g")


def held_out(make):
    scores = [mean_squared_error(y[test], make(s).fit(x[train], y[train]).predict(x[test])) ** 0.5
              for s in range(20)]
    return np.mean(scores)


tree = columns["tree"].predict(x[test])
spread = ExtraTreesRegressor(400, max_features=0.5, random_state=0).fit(x[train], y[train])
spread = np.std([t.predict(x[test]) for t in spread.estimators_], axis=0)
scores = {
    "extra_trees_rmse": held_out(lambda s: ExtraTreesRegressor(200, max_features=0.5, random_state=s)),
    "random_forest_rmse": held_out(
        lambda s: RandomForestRegressor(200, max_features=0.5, random_state=s)),
    "extra_trees_mean_spread": spread.mean(),
    "tree_r2": r2_score(y[test], tree),
    "tree_rmse": mean_squared_error(y[test], tree) ** 0.5,
    "tree_mae": mean_absolute_error(y[test], tree),
}
with open(here / "scores.csv", "w") as out:
    for name, value in scores.items():
        out.write(f"{name},{value:.9g}\n")
