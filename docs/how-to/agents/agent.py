"""An example agent: it wants the best bid first, concedes with time, and never goes below its floor."""
import itertools, json, sys, time, urllib.parse, urllib.request

def worth(bid):  # from 0, the worst, to 1, the best
    return sum(weights[i] * utilities[i]["DiscreteValueSetUtilities"]["valueUtilities"][v] for i, v in bid.items())

def gone():  # the share of the time that is gone, from 0 to 1
    kind, progress = next(iter(settings["progress"].items()))
    if kind == "ProgressRounds":
        return min(1, (acts + 1) / progress["duration"])
    return min(1, (time.time() * 1000 - progress["start"]) / progress["duration"])

for line in sys.stdin:
    (kind, told), = json.loads(line).items()
    if kind == "Settings":
        settings, me, acts, tabled = told, told["id"], 0, None
        path = urllib.request.url2pathname(urllib.parse.urlparse(told["profile"]).path)
        profile = json.load(open(path, encoding="utf-8"))["LinearAdditiveUtilitySpace"]
        weights, utilities = profile["issueWeights"], profile["issueUtilities"]
        issues = {i: values["values"] for i, values in profile["domain"]["issuesValues"].items()}
        bids = sorted((dict(zip(issues, v)) for v in itertools.product(*issues.values())), key=worth)
        floor = worth(profile["reservationBid"]["issuevalues"]) if "reservationBid" in profile else 0
    elif kind == "ActionDone":
        (act, said), = told["action"].items()
        acts += said["actor"] == me
        tabled = said["bid"] if act == "Offer" and said["actor"] != me else tabled
    elif kind == "YourTurn":
        target = floor + (1 - floor) * (1 - gone() ** 4)  # slowly at first, then fast
        offer = next((bid for bid in bids if worth(bid) >= target - 1e-9), bids[-1])
        accepts = tabled and worth(tabled["issuevalues"]) >= worth(offer)
        bid = tabled if accepts else {"issuevalues": offer}
        print(json.dumps({"Accept" if accepts else "Offer": {"actor": me, "bid": bid}}), flush=True)
