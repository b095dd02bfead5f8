#!/usr/bin/env python3
"""The timetable with OR-tools' CP-SAT, to be put beside ours, and a check that shares no code with either:
pip install ortools; then
    timetable.py solve PROBLEM.json SECONDS WORKERS   JSON with the cost that CP-SAT reaches and its bound
    timetable.py check PROBLEM.json ANSWER.json       JSON with the cost and the violations of our answer, counted afresh
The format is that of `binaasn-cli planning timetable` (docs/cli.md)."""
import json
import sys
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path


class Problem:
    def __init__(self, path):
        given = json.loads(Path(path).read_text())
        self.slots = sorted(given["slots"], key=lambda slot: (slot["date"], slot["part"]))
        self.number = {slot["id"]: at for at, slot in enumerate(self.slots)}
        first = date.fromisoformat(self.slots[0]["date"])
        self.day = {slot["id"]: (date.fromisoformat(slot["date"]) - first).days for slot in self.slots}
        self.rooms = {room["id"]: room for room in given["rooms"]}
        self.classes = {one["id"]: one for one in given["classes"]}
        self.clashes = given.get("clashes", [])
        self.after = given.get("after", [])
        self.locked = given.get("locked", [])
        self.most = {unit["id"]: most_away(unit) for unit in given.get("units", [])}
        self.members = defaultdict(dict)
        for one in given.get("members", []):
            self.members[one["class"]][one["unit"]] = one["count"]
        weights = {(one["unit"], one["slot"]): one["weight"] for one in given.get("busy", [])}
        self.busy = {
            (c, s): sum(count * weights.get((unit, s), 0) for unit, count in self.members[c].items())
            for c in self.classes for s in self.number
        }

    def allowed(self, c):
        return self.classes[c].get("slots", list(self.number))

    def fewest_days(self, c):
        """The shortest time that holds as many slots of the class as it has sessions."""
        slots = set(self.allowed(c)) | {one["slot"] for one in self.locked if one["class"] == c}
        days, need = sorted(self.day[s] for s in slots), self.classes[c]["sessions"]
        return min((days[at + need - 1] - days[at] + 1 for at in range(len(days) - need + 1)), default=0) if need else 0


def most_away(unit):
    return unit["most_away"] if "most_away" in unit else max(1, unit["size"] * unit["share"] // 100)


def solve(problem, seconds, workers):
    from ortools.sat.python import cp_model
    model = cp_model.CpModel()
    locked = {(one["class"], one["slot"]): one["room"] for one in problem.locked}
    x, cost = {}, []
    for c in problem.classes:
        for s in {*problem.allowed(c), *(slot for one, slot in locked if one == c)}:
            x[c, s] = model.new_bool_var(f"{c} {s}")
            cost.append(problem.busy[c, s] * x[c, s])
    for key in locked:
        model.add(x[key] == 1)
    for c, one in problem.classes.items():
        assert "rooms" not in one, "rooms of a class are not modelled"
        slots = [s for s in problem.number if (c, s) in x]
        model.add(sum(x[c, s] for s in slots) == one["sessions"])
        days = [problem.day[s] for s in slots]
        first, last = (model.new_int_var(min(days), max(days), f"{c} {end}") for end in ("first", "last"))
        for s in slots:
            model.add(first <= problem.day[s]).only_enforce_if(x[c, s])
            model.add(last >= problem.day[s]).only_enforce_if(x[c, s])
        model.add(last - first + 1 >= problem.fewest_days(c))
        cost.append(one["weight"] * (last - first + 1 - problem.fewest_days(c)))
    for one, other in problem.clashes:
        for s in problem.number:
            if (one, s) in x and (other, s) in x:
                model.add_at_most_one(x[one, s], x[other, s])
    for s in problem.number:
        # A class fits a room by its size alone: as many classes above a size as there are open rooms above it.
        taken = {room for (_, slot), room in locked.items() if slot == s}
        open_rooms = [r["capacity"] for r in problem.rooms.values() if s not in r.get("closed", []) and r["id"] not in taken]
        here = [(one["size"], x[c, s]) for c, one in problem.classes.items() if (c, s) in x and (c, s) not in locked]
        for size in sorted({size for size, _ in here}):
            model.add(sum(var for own, var in here if own >= size) <= sum(1 for room in open_rooms if room >= size))
        for unit, most in problem.most.items():
            away = [problem.members[c].get(unit, 0) * x[c, s] for c in problem.classes if (c, s) in x]
            model.add(sum(away) <= most)
    for before, behind in problem.after:
        turn = model.new_int_var(0, len(problem.slots), f"{before} {behind}")
        for s, at in problem.number.items():
            if (before, s) in x:
                model.add(turn > at).only_enforce_if(x[before, s])
            if (behind, s) in x:
                model.add(turn <= at).only_enforce_if(x[behind, s])
    model.minimize(sum(cost))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    began = time.perf_counter()
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return {
        "status": solver.status_name(status),
        "seconds": time.perf_counter() - began,
        "cost": int(solver.objective_value) if found else None,
        "bound": int(solver.best_objective_bound),
    }


def check(problem, answer):
    """Every rule again, from the documentation of the format alone."""
    placed = [(one["class"], one["slot"], one["room"]) for one in answer["placements"]]
    wrong, of_class = [], defaultdict(list)
    for c, s, r in placed:
        of_class[c].append(s)
        one, room = problem.classes[c], problem.rooms[r]
        if room["capacity"] < one["size"]:
            wrong.append(f"room_small {c} {s} {r}")
        if s in room.get("closed", []):
            wrong.append(f"room_closed {c} {s} {r}")
        if r not in one.get("rooms", [r]):
            wrong.append(f"room_not_allowed {c} {s} {r}")
        if s not in problem.allowed(c):
            wrong.append(f"slot_not_allowed {c} {s}")
    wrong += [f"class_twice {key}" for key, times in Counter((c, s) for c, s, _ in placed).items() if times > 1]
    wrong += [f"room_twice {key}" for key, times in Counter((s, r) for _, s, r in placed).items() if times > 1]
    wrong += [f"clash {a} {b} {s}" for a, b in problem.clashes for s in of_class[a] if s in of_class[b]]
    for s in problem.number:
        away = Counter()
        for c, slots in of_class.items():
            if s in slots:
                away.update(problem.members[c])
        wrong += [f"unit_over {unit} {s}" for unit, count in away.items() if count > problem.most[unit]]
    number = problem.number
    for a, b in problem.after:
        if of_class[a] and of_class[b] and max(map(number.get, of_class[a])) >= min(map(number.get, of_class[b])):
            wrong.append(f"order {a} {b}")
    wrong += [f"not_placed {c}" for c, one in problem.classes.items() if len(of_class[c]) != one["sessions"]]
    wrong += [f"lock {one}" for one in problem.locked if (one["class"], one["slot"], one["room"]) not in placed]
    busy = sum(problem.busy[c, s] for c, s, _ in placed)
    spread = 0
    for c, slots in of_class.items():
        days = [problem.day[s] for s in slots]
        spread += problem.classes[c]["weight"] * max(0, max(days) - min(days) + 1 - problem.fewest_days(c)) if days else 0
    return {"cost": {"busy": busy, "spread": spread, "total": busy + spread}, "violations": wrong}


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["solve", problem, seconds, workers]:
            print(json.dumps(solve(Problem(problem), float(seconds), int(workers))))
        case ["check", problem, answer]:
            print(json.dumps(check(Problem(problem), json.loads(Path(answer).read_text()))))
        case _:
            sys.exit(__doc__)
