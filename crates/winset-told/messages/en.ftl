## What stands around every page

menu-desk = Desk
menu-matrix = Matrix
menu-clashes = Clashes
menu-frontier = Packages and pressure
menu-text = Text
menu-what-if = What if
pages = Pages
skip = Skip to the content
seen-by = As seen by:
see-as = See as
audience-mediator = MEDIATOR
audience-public = THE PUBLIC
working = Some answers are still being worked out: { $what } questions are done. This page shows the others when they are there.
confidential = Confidential: contains sealed values of several parties; for the mediator's own desk.
for-audience = Holds what is public and what is { $what }'s own, and nothing else.
case-hash = case
journal-lines = { $n ->
    [one] journal of 1 line, ends with
   *[other] journal of { $shown } lines, ends with
}
trouble-file = The case file was changed and cannot be used as it is; what stood before is shown. { $what }
trouble-journal = The journal does not hold: { $what }. Only what stands before counts.
trouble-refused = An answer did not pass its check and is not shown: { $what }. Report this case.
trouble-aside = An act of the journal does not fit the case and does not count. Line { $what }.
none = None.
not-yet = Still being worked out.
apply = Apply

## Answers

overlap = Overlap
overlap-none = No overlap at the declared positions: none of { $what } packages is acceptable to all.
overlap-some = Overlap: { $n } of { $all } packages are acceptable to all.
overlap-unknown = Not decided: at most { $what } packages can be acceptable to all.
why-values = Without the no-deal values there would be an overlap: values are in the way.
why-values-counted = Without the no-deal values { $what }: values are in the way.
why-positions = Even without any no-deal value there is none: positions are in the way.
why-laws = Even without any demand there is none: laws are in the way, whatever the parties do.
why-laws-ruled-out = Even without any demand there is none: laws, with what is fixed and excluded here, are in the way, whatever the parties do.
why-positions-or-laws = Even without any no-deal value there is none; whether positions or laws are in the way is not decided: { $what }.
why-undecided = Without the no-deal values it is undecided ({ $what }): at most { $n } remain.
refused-by-check = an answer did not pass its check and is not shown: { $what }; report this case
refused-more = { $n ->
    [one] 1 more answer did not pass its check
   *[other] { $shown } more answers did not pass their checks
}
between = between { $least } and { $most }
undecided = Not decided: { $what }.
stopped-time-limit = stopped by the time limit
stopped-node-limit = stopped by the node limit
stopped-memory-limit = stopped for want of memory
stopped-number-limit = stopped because its numbers grew too large
stopped-interrupted = interrupted
stopped-check-failed = stopped because a check failed
stopped-share-of-work = it takes more work than this answer spends on it
go-on-time-limit = Give it more time: --time-limit 10m, or none.
go-on-node-limit = Give it more nodes: a higher --node-limit, or none.
go-on-memory-limit = Settle a point or tighten a line in the case, and ask again.
go-on-number-limit = State the scores and costs with fewer digits, and ask again.
go-on-interrupted = Run it again; --time-limit says how long it may take.
go-on-check-failed = Report this case: search and check disagree.
nothing-values = No step opens an overlap: no-deal values are in the way.
nothing-positions = No step that may be taken opens an overlap.

## Desk

desk-title = Where the talks stand
points = Points
agreed = agreed
bracketed = bracketed
blocked = blocked
clashes = Clashes
clashes-across = { $n ->
    [one] 1 of them across points
   *[other] { $shown } of them across points
}
cheapest = Cheapest opening
overlap-then = Overlap after it
points-fixed = { $n ->
    [one] 1 point fixed by logic
   *[other] { $shown } points fixed by logic
}
what-moved = What moved
since = Since meeting { $what }
moved-on = { $n ->
    [0] did not move
    [one] moved on 1 point
   *[other] moved on { $shown } points
}
no-sessions = No meeting is on record.
warnings = Warnings
what-next = What next
next-opening = The cheapest steps after which an overlap exists:
cost = cost { $what }
due = Due
nothing-due = Nothing is due, as far as the case says.
due-list = Reconcile the list “{ $category }” of { $owner }, held by { $holder }: { $n } disputed
due-incident = Establish: { $kind }, { $place }, { $date } ({ $status })
due-answers = { $party } has not answered { $n } of { $all } clauses of { $version }
due-more = { $n ->
    [one] and 1 more
   *[other] and { $shown } more
}
versions = Versions of the text
timeline = Course of the talks

## Matrix and points

matrix-title = Who stands where
matrix-caption = Latest offers, with declared lines below
crosses-own-line = outside its own declared line
fixed-by-logic = fixed by logic
fixed-after = fixed by logic after the cheapest opening
fixed-short = fixed
enter-offer = Enter an offer
point = Point
status = Status
in-clashes = In clashes
no-offer = no offer
declared-line = Declared line:
neighbours = Neighbouring points
previous = Previous point
next = Next point
options = Options
option = Option
offered = offered
inside-line = inside its line
outside-line = outside its line
worth = worth { $what }
lines-and-ladders = Lines and ladders
law = law
seen-public = seen by everybody
seen-mediator = seen by its owner and the mediator
seen-sealed = sealed: its owner's own
rules = Rules across points
offers-over-time = Offers
offer = Offer
date = Date
party = Party
statements = Statements
grade = grade { $what }

## Clashes

clashes-title = What is in the way
nobody-alone = Nobody alone
as-declared = As declared
print-argument = Print as argument
sliders = Steps on ladders
nothing-moves = Nothing that may move is in sight.
drop = drop { $what }
cost-in-all = Cost { $what } in all
clashes-left = { $n ->
    [0] none of the clashes listed is left
    [one] 1 of the clashes listed is left
   *[other] { $shown } of the clashes listed are left
}
slide-none = no overlap
slide-packages = { $n ->
    [one] 1 package in the overlap
   *[other] { $shown } packages in the overlap
}
slide-between = { $what } packages in the overlap
see-packages = See the packages
put-out = ✂ put out
own-demands = { $what }: own demands defeat each other
from-public = follows from public data alone
reliefs = What puts out most for its cost
step = Step
owner = Owner
cost-head = Cost
puts-out = Clashes put out
conflict-title = Demands and the clashes among them
conflict-description = { $n ->
    [one] 1 of the clashes listed is left.
   *[other] { $shown } of the clashes listed are left.
}
conflict-caption = Demands by their owners; each numbered knot is a clash.
of-none = Votes
argument-title = Why there is no overlap
check-title = How to check this
check-text = Each clash was proven twice: its demands leave no package, and without any one of them some package is left. The commands below repeat the answer and have two programs without common code check the proof that there is no overlap.
check-hash = They must name the case

## Text

text-title = The negotiating text
working-text = working text
version = Version
mode = Mode
compilation = compilation
chair = chair’s proposal
clauses = Clauses
clauses-in-brackets = Clauses in brackets
pages-count = Pages
brackets-count = Brackets
as-picture = As a picture
compared-with = compared with
show = Show
hand-out = Hand out:
chair-remark = The mediator’s proposal, without prejudice: the whole text stands in brackets, and nothing is agreed until all is.
answer = Answer
reply = Answer
reply-accept = accept
reply-accept-if = accept if
reply-bracket = bracket
reply-refuse = refuse
words-to-it = Words to it
words-of-clause = Words
propose-words = Propose words
author = Author
issue-version = Issue a version
package-of-offer = Package of offer
free-clause = A clause without options
clause-id = Identifier
place = Place
place-preamble = before the first point
place-after = after { $what }
place-annex = annex
title = Title
ADD = the clause is new
MOD = the clause reads otherwise
SUP = the clause is gone
NOC = no change
problem-unknown = `{ $what }` is no { $kind }
problem-author = nobody here may write for `{ $what }`
problem-mediator-offers = the mediator makes no offers
problem-mediator-answers = the mediator answers no clauses
problem-mediator-issues = versions are the mediator's to issue, not those of `{ $what }`
problem-not-chosen = no option is chosen on { $n } of { $all } points: { $what }
problem-says-nothing = the offer speaks of no point
problem-twice = `{ $what }` is settled twice
problem-day = `{ $what }` is no day
problem-time = `{ $what }` is no time
problem-version-there = there is a version `{ $what }` already
problem-version-name = `{ $what }` cannot name a version
problem-identifier = `{ $what }` cannot name a clause
problem-is-point = `{ $what }` is a point, and has its clause
problem-condition = “accept if” needs its condition
problem-carries-none = `{ $what }` carries no option
problem-title = the clause needs a title
problem-place = only a point's own clause stands in the place of a point
problem-changes-nothing = nothing would change
problem-not-theirs = `{ $what }` is not for this party to change
problem-readers = the readers ({ $what }) cannot be told this: { $why }
problem-no-act = `{ $what }` is the line of no act that can be taken back
problem-not-own = act `{ $what }` is somebody else’s
problem-rests = later acts rest on it: { $what }
problem-take-back = `{ $what }` has proposed no words for it
problem-unfit = it would not count: { $what }
problem-reply = the answer is none of those that can be given
problem-form = the form was not sent whole
kind-party = party
kind-point = point
kind-option-of = option of `{ $what }`
kind-version = version
kind-clause = clause
kind-clause-of-version = clause of the version
kind-free-clause = clause without options
expect-nothing = nothing: there is none yet
expect-one-of = one of { $what }
expect-day = a day such as 2031-03-14
expect-time = a time in UTC such as 2031-03-14T09:30:00Z
expect-new-version = a name that no version has
expect-version-name = letters, digits, `_`, `.`, `/` and `-`, such as `SNT-6`
expect-identifier = letters, digits, `_`, `.`, `/` and `-`, such as `aims`
expect-narrower = a narrower visibility, or a change that they can follow
expect-own = a change of its own lines, conditions, scores, no-deal value, levers, statements or body
expect-act = an offer, an answer, words, a clause or a change of the case that still counts
expect-later-first = those to be taken back first
expect-no-point = another identifier, or words for the point's own clause
expect-every-point = an option for every point, or a statement about some of them
expect-place = before the first point, after a point, or after the last
expect-worded = a clause for which it has
problem-chair = A clean proposal needs a package, or words of the mediator for each point that is not shared.
brackets-title = Versions of the text
brackets-description = { $n ->
    [one] 1 version.
   *[other] { $shown } versions.
}
whole-case = The whole case as one file
offers-csv = Offers as CSV

## Packages and pressure

frontier-page = Packages and pressure
packages-in = { $what } packages in the overlap
which-steps = Which steps
none-as-declared = At the declared positions there is no overlap.
no-room = No overlap is known, and no opening.
after-steps = { $n ->
    [0] At the declared positions
    [one] After 1 step
   *[other] After { $shown } steps
}
across = Across
up = Up
draw = Draw
frontier-title = Packages by what { $x } and { $y } get
frontier-description = { $n ->
    [one] 1 point cannot be improved for both.
   *[other] { $shown } points cannot be improved for both.
}
frontier-caption = Light dots: packages. Line: what cannot be improved for both. Shaded: below a no-deal value.
no-deal-at = no deal { $what }
one-axis = Scores of one party only are in sight.
settlements = What settlement rules pick
efficient = Efficient packages of the two
and-more = { $n ->
    [one] and 1 more
   *[other] and { $shown } more
}
pressure = Pressure
pressure-text = How many packages are acceptable as one no-deal value moves, all else fixed.
pressure-title = Packages by { $what }'s no-deal value
pressure-description = A step function of the no-deal value of { $what }.
no-deal-of = No-deal value of { $what }
packages-acceptable = Acceptable packages
now-at = now { $what }
in-months = { $n ->
    [one] in a month
   *[other] in { $shown } months
}
as-table = As a table
no-deal-up-to = No-deal value up to
packages = Packages
levers = Levers
lever = Lever
puller = Pulled by
target = On
change = Change of no-deal value
days = Days
lever-sets = Levers that open an overlap at the declared positions
lever-set = { $levers }: cost { $cost }, { $days } days
time = Time alone
all-together = All trends together
day-n = day { $shown }
turn-opens = an overlap opens on { $what }
turn-closes = the overlap closes on { $what }
turn-never-opens = no overlap ever opens
turn-never-closes = the overlap never closes
turn-closed = no overlap within a hundred years
turn-open = there is an overlap for a hundred years
package-title = A package
package-acceptable = Acceptable to all at the declared positions
package-not-acceptable = Not acceptable at the declared positions
package-unmet = What it does not meet
below-no-deal = { $what } gets less than without a deal
what-it-gives = What it gives
score = Score
no-deal = No deal
votes = Votes
needs = needs { $what }
vote-passes = passes
vote-fails = fails
clean-text = Clean text
outside-line-of = outside the line of { $what }

## Offers

offer-by = Offer by
fill-in-public = Fill in what the public knows of its stand
offer-kind = What it is
stand-of = Begin from the stand of
offer-statement = A statement about some points
offer-package = A package, to be taken as a whole
said-by = What { $what } says
says-nothing = says nothing on it
stands-in-public = stands for { $what }, as everybody knows
stands-in-confidence = stands for { $what }, told in confidence
preview = See who will read what
preview-title = Before it is written down
preview-remark = Nothing is written down yet. This is what each of them will read:
reads-nothing = Nothing; they do not learn that anything was written.
reader-mediator = The mediator
reader-public = Everybody
change-it = Change it
problem-offer = There is no such offer, or its maker has not spoken of every point.
who-may-see = Who may see it
date-of-offer = Day of the offer, where it is not today
note = Remark, for the mediator and the author
write-down = Write down
journal-remark = It is added to the journal beside the case; the case file stays as it is.
problems = Nothing was written down:
not-written = It could not be written down.
offer-n = offer { $what }
changes-points = { $n ->
    [one] changes 1 point
   *[other] changes { $shown } points
}

## Course of the talks

timeline-title = Course of the talks
timeline-description = { $n ->
    [one] 1 event.
   *[other] { $shown } events.
}
lane-sessions = Meetings
lane-incidents = Incidents

## What if

what-if-title = What if
what-if-text = Each branch changes the case as it is; nothing is written down. One change on each line, such as “step LINE=1”, “drop LINK”, “set PARTY.no_deal=560”, “fix POINT=OPTION”, “pull LEVER”.
branch-n = Branch { $shown }
name = Name
changes = Changes
add-change = Add a change
kind-step = Step on a ladder
kind-drop = Drop a link
kind-pull = Pull a lever
kind-fix = Settle a point
save-overlay = Save as overlay file
compare = Compare
compared = Side by side
as-it-is = As it is
assumed = Under { $count } of { $by } about { $about }: { $list }.
assumed-count = { $n ->
    [one] 1 assumption
   *[other] { $shown } assumptions
}
