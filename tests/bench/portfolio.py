#!/usr/bin/env python3
"""The choice under the budget with HiGHS, to be put beside ours: pip install highspy numpy; then
    portfolio.py FILE MS   JSON with the time of solving once, the best value and the bound after at most MS
The file is a problem of `binaasn-cli planning solve` without sets and minimums. HiGHS runs with its own settings, but to
the proved optimum of whole values instead of a gap of 0.01 %."""
import json
import sys
import time

import highspy
import numpy as np


def solved(problem, limit):
    items, budgets = problem["items"], problem["budgets"]
    assert not problem["at_most_one_of"] and not any(item["mandatory"] for item in items)
    count, rows = len(items), len(budgets)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count, rows
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.array([float(item["value"]) for item in items])
    model.col_lower_, model.col_upper_ = np.zeros(count), np.ones(count)
    model.integrality_ = [highspy.HighsVarType.kInteger] * count
    model.row_lower_ = np.full(rows, -highspy.kHighsInf)
    model.row_upper_ = np.array(budgets, dtype=float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.arange(0, count * rows + 1, count)
    model.a_matrix_.index_ = np.tile(np.arange(count), rows)
    model.a_matrix_.value_ = np.array([float(item["costs"][row]) for row in range(rows) for item in items])
    highs = highspy.Highs()
    for option, value in {"output_flag": False, "time_limit": limit, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5}.items():
        highs.setOptionValue(option, value)
    highs.passModel(model)
    began = time.perf_counter()
    highs.run()
    took = time.perf_counter() - began
    info = highs.getInfo()
    proven = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    value = round(info.objective_function_value)
    bound = value if proven else int(np.floor(info.mip_dual_bound + 1e-6))
    return {"ms": took * 1000, "value": value, "bound": bound, "proven": proven}


if __name__ == "__main__":
    match sys.argv[1:]:
        case [file, milliseconds]:
            with open(file, encoding="utf-8") as text:
                print(json.dumps(solved(json.load(text), float(milliseconds) / 1000)))
        case _:
            sys.exit(__doc__)
