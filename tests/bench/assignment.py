#!/usr/bin/env python3
"""The assignment of mentors with OR-tools and scipy, to be put beside ours: pip install ortools scipy numpy; then
    assignment.py time FOLDER ENGINE   JSON with the time of solving once (ortools or scipy) and the optimum of a problem
                                       made for the bench; what is built before is not counted
    assignment.py golden FILE          small cases of every aim with what scipy finds (and OR-tools where it can)
scipy gets one column for each place, and one for each participant who is left without."""
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
from ortools.graph.python import min_cost_flow
from scipy.optimize import linear_sum_assignment

FORBIDDEN = -(2**31)
FAR = 10.0**13


def with_scipy(scores, most, penalty):
    mentees, mentors = scores.shape
    costs = np.where(scores == FORBIDDEN, FAR, -scores.astype(float))
    slots = np.repeat(np.arange(mentors), most)
    matrix = np.hstack([costs[:, slots], np.full((mentees, mentees), float(penalty))])
    began = time.perf_counter()
    rows, columns = linear_sum_assignment(matrix)
    took = time.perf_counter() - began
    paired = columns < len(slots)
    total = int(scores[rows[paired], slots[columns[paired]]].sum())
    return took, int(paired.sum()), total


def with_ortools(scores, most, penalty):
    mentees, mentors = scores.shape
    flow = min_cost_flow.SimpleMinCostFlow()
    rows, columns = np.nonzero(scores != FORBIDDEN)
    sink = mentees + mentors
    people = np.arange(mentees)
    flow.add_arcs_with_capacity_and_unit_cost(
        rows, mentees + columns, np.ones(len(rows), dtype=int), -scores[rows, columns].astype(np.int64)
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        mentees + np.arange(mentors), np.full(mentors, sink), np.asarray(most), np.zeros(mentors, dtype=int)
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        people, np.full(mentees, sink), np.ones(mentees, dtype=int), np.full(mentees, penalty)
    )
    flow.set_nodes_supplies(np.append(people, sink), np.append(np.ones(mentees, dtype=int), -mentees))
    began = time.perf_counter()
    status = flow.solve()
    took = time.perf_counter() - began
    assert status == flow.OPTIMAL
    flows = flow.flows(np.arange(len(rows)))
    return took, int(flows.sum()), int((flows * scores[rows, columns]).sum())


def timed(folder, engine):
    problem = json.loads((folder / "problem.json").read_text())
    most = [mentor["max"] for mentor in problem["mentors"]]
    mentees = len(problem["mentees"])
    scores = np.fromfile(folder / "scores.bin", dtype="<i4").reshape(mentees, len(most))
    penalty = int(scores.max()) * (len(most) + 1)
    took, pairs, total = {"ortools": with_ortools, "scipy": with_scipy}[engine](scores, most, penalty)
    print(json.dumps({"ms": took * 1000, "pairs": pairs, "total": total}))


def drawn(draw, aim):
    """A small problem with minimums, forbidden pairs, locks, previous pairs and ties."""
    mentees, mentors = draw.randint(5, 40), draw.randint(2, 8)
    high = draw.choice([3, 100, 50_000])
    low = draw.choice([0, -high // 2]) if aim != "best" else -high // 2
    people = [f"P{at:02}" for at in range(mentees)]
    places = []
    for at in range(mentors):
        most = draw.randint(0, 2 * mentees // mentors + 1)
        places.append({"id": f"M{at}", "min": draw.choice([0, 0, draw.randint(0, most)]), "max": most})
    scores = [[None if draw.random() < 0.3 else draw.randint(low, high) for _ in places] for _ in people]
    problem = {"mentors": places, "mentees": people, "scores": scores, "locked": [], "previous": [], "aim": aim}
    free = [place["max"] for place in places]
    for row in draw.sample(range(mentees), 2):
        allowed = [at for at in range(mentors) if scores[row][at] is not None and free[at] > 0]
        if allowed:
            mentor = draw.choice(allowed)
            free[mentor] -= 1
            problem["locked"].append([people[row], f"M{mentor}"])
    for row in draw.sample(range(mentees), mentees // 2):
        problem["previous"].append([people[row], f"M{draw.randrange(mentors)}"])
    problem["keep_bonus"] = draw.choice([0, high // 10 + 1])
    return problem


def solved(problem):
    """What the best assignment reaches, by one column for each place."""
    places, aim = problem["mentors"], problem["aim"]
    number = {place["id"]: at for at, place in enumerate(places)}
    previous, locked = dict(problem["previous"]), dict(problem["locked"])
    weights = []
    for person, row in zip(problem["mentees"], problem["scores"]):
        kept = number.get(previous.get(person))
        bonus = problem["keep_bonus"]
        weights.append([None if s is None else s + (bonus if at == kept else 0) for at, s in enumerate(row)])
    if aim != "best_worst":
        return reached(problem, weights, locked, number, aim, None)
    goal = reached(problem, weights, locked, number, "most_then_best", None)
    levels = sorted({w for row in weights for w in row if w is not None})
    best = goal
    for level in levels:
        there = reached(problem, weights, locked, number, "most_then_best", level)
        if (there["shortfall"], there["pairs"]) == (goal["shortfall"], goal["pairs"]):
            best = there
    return best


def reached(problem, weights, locked, number, aim, level):
    places, mentees = problem["mentors"], len(problem["mentees"])
    slots = [(at, rank + 1) for at, place in enumerate(places) for rank in range(place["max"])]
    widest = max((abs(w) for row in weights for w in row if w is not None), default=0) + 1
    unit = 2 * widest * (len(places) + 2) if aim == "even" else 0
    penalty = 0 if aim == "best" else 2 * widest * (len(places) + 2) + unit * (mentees + 2)
    reward = penalty + 4 * widest * (len(places) + 2) + unit * (mentees + 2)
    matrix = np.full((mentees, len(slots) + mentees), float(penalty))
    for row, person in enumerate(problem["mentees"]):
        mentor = number.get(locked.get(person))
        for column, (at, rank) in enumerate(slots):
            weight = weights[row][at]
            low = level is not None and mentor is None and weight is not None and weight < level
            if weight is None or low or mentor not in (None, at):
                matrix[row, column] = FAR
                continue
            cost = -(2 * weight + 1) if aim == "best" else -weight
            matrix[row, column] = cost + unit * rank - (reward if rank <= places[at]["min"] else 0)
        if mentor is not None:
            matrix[row, len(slots):] = FAR
    assert FAR > 100 * mentees * reward
    rows, columns = linear_sum_assignment(matrix)
    assert matrix[rows, columns].max() < FAR
    pairs = [(row, slots[column][0]) for row, column in zip(rows, columns) if column < len(slots)]
    loads = [sum(1 for _, mentor in pairs if mentor == at) for at in range(len(places))]
    free = [weights[row][at] for row, at in pairs if problem["mentees"][row] not in locked]
    return {
        "pairs": len(pairs),
        "weight": sum(weights[row][at] for row, at in pairs),
        "shortfall": sum(max(0, place["min"] - load) for place, load in zip(places, loads)),
        "squares": sum(load * load for load in loads) if aim == "even" else None,
        "worst": min(free, default=None) if level is not None else None,
    }


def golden(path):
    draw = random.Random(39)
    aims = ["most_then_best", "best", "even", "best_worst"]
    cases = []
    for at in range(32):
        problem = drawn(draw, aims[at % 4])
        expected = solved(problem)
        plain = not problem["locked"] and not problem["keep_bonus"] and all(place["min"] == 0 for place in problem["mentors"])
        if plain and problem["aim"] == "most_then_best":
            scores = np.array([[FORBIDDEN if s is None else s for s in row] for row in problem["scores"]])
            most = [place["max"] for place in problem["mentors"]]
            _, pairs, total = with_ortools(scores, most, 2 * 50_001 * (len(most) + 2))
            assert (pairs, total) == (expected["pairs"], expected["weight"])
        cases.append({"problem": problem, "expected": expected})
    path.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["time", folder, engine]:
            timed(Path(folder), engine)
        case ["golden", file]:
            golden(Path(file))
        case _:
            sys.exit(__doc__)
