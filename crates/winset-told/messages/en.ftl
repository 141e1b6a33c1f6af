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
why-values = If every party accepted less than it has without a deal, there would be an overlap: what they have without a deal is in the way.
why-values-counted = If every party accepted less than it has without a deal, { $what }: what they have without a deal is in the way.
why-positions = Even if every party accepted less than it has without a deal, there is none: positions are in the way.
why-laws = Even without any demand there is none: laws are in the way, whatever the parties do.
why-laws-ruled-out = Even without any demand there is none: laws, with what is fixed and excluded here, are in the way, whatever the parties do.
why-positions-or-laws = Even if every party accepted less than it has without a deal, there is none; whether positions or laws are in the way is not decided: { $what }.
why-undecided = Whether there would be an overlap if every party accepted less than it has without a deal is undecided ({ $what }): at most { $n } remain.
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
nothing-values = No step opens an overlap: what the parties have without a deal is in the way.
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
cheapest = Least costly concessions
overlap-then = Acceptable to all after them
points-fixed = { $n ->
    [one] 1 point then follows from the rest
   *[other] { $shown } points then follow from the rest
}
brief-points = Where each point stands
brief-standing = By the latest offers and the declared lines; beside each point the number of clashes that touch it.
what-moved = What moved
since = Since the meeting of { $what }
moved-on = { $n ->
    [0] did not move
    [one] moved on 1 point
   *[other] moved on { $shown } points
}
no-sessions = No meeting is on record.
warnings = Warnings
cost = cost { $what }, its own estimate
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
matrix-caption = Latest offers; below each what the declared line accepts
crosses-own-line = outside its own declared line
fixed-by-logic = follows from the rest
fixed-after = follows from the rest after the least costly concessions
enter-offer = Enter an offer
point = Point
status = Status
in-clashes = In clashes
no-offer = no offer
declared-line = Accepts:
neighbours = Neighbouring points
previous = Previous point
next = Next point
options = Options
option = Option
offered = offered
inside-line = inside its line
outside-line = outside its line
worth = worth { $what }
lines-and-ladders = What each accepts, and its further steps
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

matrix-answers = Who stands where on each point, and where offers and declared lines meet.
point-answers = What each party offers and accepts on this point, and what bears on it.
nothing = nothing
or = or
accepts = Accepts
accepts-also = also

## Clashes

clashes-answers = Which demands stand in each other’s way, if any, and what would resolve that.
argument-answers = Which demands defeat each other, if any: claim by claim, with the reasons.
clash-why = Why, and whose demands these are
clash-demands = Demands:
clash-laws = Laws:
gives-up-condition = gives up its condition
cost-owner-head = Cost, its owner’s own estimate

clashes-title = What is in the way
nobody-alone = Shared most evenly
as-declared = As declared
print-argument = Print as argument
sliders = Concessions, step by step
nothing-moves = Nothing that may move is in sight.
cost-in-all = Cost { $what } in all, added up from each party’s own estimate
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
put-out = ✂ resolved
own-demands = { $what }: own demands defeat each other
from-public = follows from public data alone
reliefs = What resolves most clashes for its cost
step = Step
owner = Owner
puts-out = Clashes resolved
conflict-title = Demands and the clashes among them
conflict-description = { $n ->
    [one] 1 of the clashes listed is left.
   *[other] { $shown } of the clashes listed are left.
}
conflict-caption = What is demanded, by owner; each numbered knot is a clash.
of-none = Votes
argument-title = Why there is no overlap
check-title = How to check this
check-text = Each clash was proven twice: its demands leave no package, and without any one of them some package is left. The commands below repeat the answer and have two programs without common code check the proof that there is no overlap.
check-hash = They must name the case

## Text

text-answers = The text as it stands: what is clean, what is in brackets, and who answered what.

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
expect-own = a change of its own lines, conditions, scores, value without a deal, levers, statements or body
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

frontier-answers = Which packages all could accept, what is settled in them, and what would change that.
left-title = What is settled and what is open
left-text = Of the packages above: a point is settled where every one of them has the same option, and open where several options occur.
settled-points = { $n ->
    [one] Settled: 1 point
   *[other] Settled: { $shown } points
}
open-points = { $n ->
    [one] Open: 1 point
   *[other] Open: { $shown } points
}
look-title = Packages to look through
look-shown = Packages { $first } to { $last } of { $all }
look-text = In the order of the points and of their options; each by its options on the open points.
look-before = Packages before these
look-after = Packages after these
package-n = Package { $what }
cost-puller-head = Cost to who does it, its own estimate
lever-in = { $by }, in { $days }

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
frontier-caption = Light dots: packages. Line: what cannot be improved for both. Shaded: less than without a deal.
no-deal-at = without a deal { $what }
one-axis = Scores of one party only are in sight: packages are below, to look through.
no-scores = No scores are in sight: packages are below, to look through.
settlements = What rules of fairness pick
efficient = Packages that cannot be improved for one of the two without loss to the other
and-more = { $n ->
    [one] and 1 more
   *[other] and { $shown } more
}
pressure = What each has without a deal
pressure-text = How many packages are acceptable as what one party has without a deal rises or falls, all else fixed.
pressure-title = Packages by what { $what } has without a deal
pressure-description = A step function of what { $what } has without a deal.
no-deal-of = What { $what } has without a deal
packages-acceptable = Acceptable packages
now-at = now { $what }
in-months = { $n ->
    [one] in a month
   *[other] in { $shown } months
}
as-table = As a table
no-deal-up-to = Without a deal, up to
packages = Packages
levers = What one party can do about what another has without a deal
lever = What is done
change = Change of what it has without a deal
days = Days
lever-sets = What opens an overlap at the declared positions
lever-set = { $levers }: cost { $cost } by the estimates of those who do it, { $days } days
time = What time alone does
all-together = All trends together
day-n = day { $shown }
turn-opens = an overlap opens on { $what }
turn-closes = the overlap closes on { $what }
turn-never-opens = no overlap ever opens
turn-never-closes = the overlap never closes
turn-closed = no overlap within a hundred years
turn-open = there is an overlap for a hundred years
package-acceptable = Acceptable to all at the declared positions
package-not-acceptable = Not acceptable at the declared positions
below-no-deal = { $what } gets less than without a deal
score = Score
votes = Votes
needs = needs { $what }
vote-passes = passes
vote-fails = fails
clean-text = Clean text

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
statement-short = statement
lane-sessions = Meetings
lane-incidents = Incidents

## What if

what-if-title = What if
what-if-text = Change the case as it is, side by side, in up to four variants: drag what a party accepts, drop a condition, pull a lever, settle a point. Nothing is written down.
branch-n = Variant { $shown }
name = Name
kind-step = What a party also accepts
kind-drop = Drop a condition
kind-pull = Pull a lever
kind-fix = Settle a point
kind-values = Change what a party has without a deal
no-changes = As it is so far.
undo-change = Leave out: { $what }
adopt = Take “{ $what }” over into the case
save-overlay = Save as a file of changes
compare = Compare
compared = Side by side
as-it-is = As it is

## Changing the case

menu-case = The case
menu-history = What was written
menu-package = Try a package
case-title = The case in words
case-remark = What is changed here is added to the journal as an act of its own; the case file stays as it is, and what was changed can be taken back.
as-of-day = as of { $what }
change-case = Change title and day
change-entry = Change
case-body = { $n } seats, ratifies for { $party }
case-lever = { $by } can move what { $target } has without a deal by { $delta }, after { $days } days, at a cost of { $cost } by its own estimate
move-up = Move up: { $what }
move-down = Move down: { $what }
list-case = Title and day
list-parties = Parties
list-points = Points to settle
list-lines = What the parties accept, point by point
list-links = Conditions between points
list-scores = What everything is worth to a party
list-bodies = Bodies that must approve
list-levers = Levers on what others have without a deal
list-sessions = Meetings
list-statements = Statements
list-incidents = Incidents
list-delegations = Delegations
list-phases = Phases of carrying it out
add-party = Add a party
add-point = Add a point
add-line = Add what a party accepts on a point
add-link = Add a condition
add-body = Add a body
add-lever = Add a lever
add-session = Add a meeting
add-statement = Add a statement
add-incident = Add an incident
add-delegation = Add a delegation
add-phase = Add a phase
scores-of = What everything is worth to { $what }
scores-remark = One number for each option, on the party's own scale; what stands on a point is multiplied by its weight, 1 where nothing is stated. A point without numbers is worth 0.
field-title = Title
field-as-of = Day that the case describes
field-disclaimer = What readers must know of its standing
field-comparable = Are the parties' scores on one scale?
field-name = Name
field-short = Short name, for tables
field-role = Part in the talks
field-decides-by = Who decides for it
field-no-deal = What it has without a deal, on its own scale
field-no-deal-low = From, where it is uncertain
field-no-deal-high = To, where it is uncertain
field-trend = How much that changes each month
field-no-deal-note = Remark on it
field-impasse = Its value at an impasse, where it is another one
field-visibility-scores = Who may see its scores and values
field-colour = Colour in pictures, such as #2f5d8a
field-marker = Mark in pictures
field-note = Remark
field-mediators-note = Remark, for the mediator alone
field-code = Short code
field-visibility = Who may see it
field-options = Options
field-label = Option
field-wording = Wording of the clause
field-from = From
field-to = To
field-step = In steps of
field-unit = Unit
field-owner = Whose it is
field-point = Point
field-ladder = What is accepted: now, and at which further steps
field-accept = Options accepted
field-cost = Cost of the step, by the owner's own estimate
field-kind = Can it be given up?
field-rule = The condition, such as: if land = shared then fishing = yes
field-relax-cost = Cost of dropping it, by the owner's own estimate
field-for-party = Ratifies for
field-seats = Seats
field-blocs = Blocs
field-bloc = Bloc
field-accepts = What it accepts, such as: land = shared or kept and fishing = yes
field-rules = When how many seats are needed
field-rule-name = Rule
field-need = Seats needed
field-when = When (always, where this is empty), such as: land = shared
field-by = Who pulls it
field-target = Whose position without a deal it moves
field-delta = By how much
field-cost-to-puller = What it costs the puller, by its own estimate
field-delay = Days until it works
field-day = Day
field-meeting = Who met whom
field-with = Delegations met
field-led-by = Led by
field-text-version = Version of the text on the table
field-outcome = What came of it
field-said-by = Who said it
field-says = The words
field-channel = Where it was said
field-grade = Grade of the source, A1 to F6
field-about = Points that it is about
field-reads-as = What it reads as accepting, such as: land = shared
field-place = Place
field-what-happened = What happened
field-claimed-by = Claimed by
field-attributed-to = Attributed to
field-response = What the side blamed answers
field-sources = Sources
field-source = Kind of source
field-established = How far it is established
field-precision = How exactly the day is known
field-reported = Reported on
field-entry-options = Options that it is about, such as: land = shared
field-clauses = Clauses of the text, one on each line
field-supersedes = Code of the entry that it replaces
field-entered-by = Whose entry it is: the code of a party, or mediator
field-verification = How far it is verified
field-verified-by = Verified by which body
field-verified-on = Verified on
field-category = Category, such as strike or shelling
field-counts = How many, of what
field-counted = Of what
field-least = At least
field-most = At most
field-party = Party
field-offices = Offices, one on each line
field-phase-day = Day after signature
field-opens-when = What must be so before, one on each line
field-deliver = What is delivered, one on each line
field-rollback = What undoes it, one on each line
field-weight = Weight
field-score-from = Score of the first number
field-score-to = Score of the last number
field-pieces = Or pairs of number and score, one on each line, such as 5 = 10
word-public = Everybody
word-mediator = Its owner and the mediator
word-sealed = Its owner
word-demand = It can: its owner could give it up
word-law = It cannot: a law of nature or of the land
word-square = Square
word-circle = Circle
word-triangle = Triangle
word-diamond = Diamond
word-cross = Cross
word-star = Star
word-true = Yes
word-false = No
word-shuttle = Shuttle: the mediator meets one side at a time
word-bilateral = Two sides
word-three-way = Three sides
word-multilateral = The sides together
word-day = That day
word-week = In that week
word-month = In that month
word-about = About then
word-unverified = Unverified
word-probable = Probable
word-confirmed = Confirmed
word-confirmed-unattributed = Confirmed, not who did it
word-refuted = Refuted
word-both = Both
word-disputed = Disputed
word-unknown = Unknown
more-rows = More rows
take-out = Take out
continue = Continue
act-legend = Who changes it, and who may know
act-by = Changed by
act-visibility = Who may see the change
act-visibility-fits = Whoever may see what it says
act-reason = Reason, for the mediator and the author
retire = Take it out of the case
cancel = Back to the case
codes-title = Points and options with their short codes
codes-text = Conditions name points and options by these codes. Press one to put it where you write.
fits = It fits the case. It would read:
fits-not-yet = It does not fit yet.
history-title = What was written down
history-text = The newest first. What you wrote can be taken back by a further act; both stay readable.
history-empty = Nothing is written down yet.
history-more = { $n ->
    [one] 1 earlier act; winset history --all lists it
   *[other] { $shown } earlier acts; winset history --all lists them
}
as-it-stood = The case as it stood at the end of this day
taken-back = taken back
take-back = Take back
counts-not = It does not count: { $what }
past-banner = This is the case as its journal stood at the end of { $what }.
past-now = The case as it is now
news-file = The case file was changed: it { $what }
news-journal = The journal was changed in what had been written before.
news-head = The case has changed:
news-show = Show it (what you have not sent is lost)

## Trying a package

try-text = Choose an option on as many points as you like: this page says who accepts that and why not. Nothing is written down.
try-start = Begin from
try-empty = Nothing chosen
try-leave-open = leave it open
start-stand = What { $what } stands for
start-rule = What settlement rules pick: { $what }
start-text = The text { $what }, where it has one wording
try-open = { $n ->
    [0] every point is settled
    [one] 1 point is open
   *[other] { $shown } points are open
}
try-some = With what is chosen, { $n } packages are acceptable to all; { $open }.
try-none = With what is chosen, nothing is acceptable to all, whatever is chosen elsewhere; { $what }.
try-who = Who accepts it
try-says = Says
try-gets = Gets
try-without = Without a deal
try-yes = Accepts
try-no = Does not accept
try-not-against = Nothing that is chosen is outside its lines
try-laws = Against what nobody can give up
try-clashes = { $n ->
    [one] 1 known clash ends by what is given up here
   *[other] { $shown } known clashes end by what is given up here
}
try-save = Keep it
try-as-offer = As an offer
try-as-what-if = As a what-if
try-as-draft = As a new version of the text
try-branch = Package
near-ask = Look for the nearest acceptable package
near-title = The nearest acceptable package
near-opened = Nothing is acceptable to all as things stand. After the least costly concessions, this is the nearest:
near-itself = Nothing is acceptable to all as things stand. After the least costly concessions, this package itself is.
near-changes = { $n ->
    [one] It changes 1 point; no acceptable package changes fewer.
   *[other] It changes { $shown } points; no acceptable package changes fewer.
}
near-others = Others are as near.
near-none = As things stand there is no acceptable package, however many points are changed.
near-try = Try this one

## A party's own sheet

menu-sheet = My sheet
sheet-title = The sheet of { $what }
sheet-text = Point by point: who stands for what as far as you see, what you accept, and what it is worth to you.
sheet-no-deal = What you have without a deal: { $what }
sheet-scores = Change what everything is worth
sheet-values = Change what you have without a deal
sheet-table = On the table
sheet-line = You accept it
sheet-worth = Worth
sheet-now = now
sheet-later = at step { $n }, at a cost of { $cost }
sheet-not = not at any step
sheet-answered = Your answer to { $what }:
sheet-unanswered = You have not answered { $what } here.

## On paper

print-confidential = Confidential: for the mediator's own desk
print-for = For { $what }
## Start page

start-title = Begin or open a case
start-lead = A case says who negotiates, about what, and what each side accepts.
start-another = Another case
start-open-now = Open now:
start-private = Cases stay in files on this machine; nothing is sent anywhere.
start-wrong = { $n ->
    [one] Something stands in the way; it is marked below.
   *[other] { $shown } things stand in the way; they are marked below.
}
start-recent = Open again
start-recent-gone = the file is gone
start-new = A new case
start-new-about = You need a title, the parties who must agree, and the points with their possible outcomes. What each side accepts can come later.
start-new-go = Write it down
start-new-remark = Rows that stay blank are skipped. Whatever you write can be changed later.
start-create = Create the case and open its desk
start-back = Back
start-case-title = What are the talks about?
start-parties = Who must agree
start-parties-remark = Two or more; short names and roles are optional. Where there are principals, a point counts as agreed once these agree.
start-party-n = Party { $shown }
start-short = Short name
start-role = Role
start-role-none = (not said)
start-role-principal = Principal
start-role-mediator = Mediator with interests
start-role-ally = Ally
start-more-parties = More parties
start-mediator = A mediator who helps and need not agree (optional)
start-points = What is on the table
start-points-remark = Each point with two or more outcomes that somebody may want: one on each line, or with semicolons between them.
start-point-n = Point { $shown }
start-options = Outcomes
start-more-points = More points
start-file = Name of the file (optional)
start-file-remark = A file of this name is made in { $what }; without a name the title makes one. Files that are there are kept.
start-template = From a template
start-template-about = A whole case to look at and to change, with remarks in its file.
start-template-choose = Begin with
start-own-title = Your own title (optional)
start-template-go = Make it and open its desk
start-import = From a file
start-import-about = A workbook (XLSX, ODS, CSV), even one that was not made for winset, or a case (YAML, JSON, TOML). Before a case is written you see what was made of it.
start-upload = File
start-import-go = Read it
start-read = What the file says
start-read-parties = { $n ->
    [one] 1 party
   *[other] { $shown } parties
}
start-read-points = { $n ->
    [one] 1 point
   *[other] { $shown } points
}
start-read-title = Title
start-read-plain = It was read as it stands; nothing had to be guessed.
start-read-told = What was taken for what
start-read-told-remark = Look through it before you go on: these are guesses, each with its place in the file.
start-read-yes = Yes, write the case and open its desk
start-read-back = Back; write nothing
start-read-gone = That file was read some time ago, and another one since. Choose it again.
start-no-file = Choose a file first.
start-whole = The case
start-file-word = File name
start-few-parties = Two or more have to agree; name them.
start-no-points = Write down at least one point with its outcomes.
start-no-template = Choose what to begin with.
start-file-name = Give the name of a file alone: letters, digits, spaces, hyphens; without a folder, and not beginning with a dot or a hyphen.
start-file-long = The name is too long; { $shown } characters will do.
start-file-ending = The name has to end in .yaml or .yml; without an ending it gets .yaml.
start-file-there = { $file } is there already and is kept as it is. Choose another name; { $free } is free.
start-journal-there = A journal of a case { $file } is there already. Choose another name; { $free } is free.
start-not-there = The file is not there any more.
start-not-listed = This case is not in the list of those that were opened.
sketch-says-nothing = Words are missing here.
sketch-party-twice = { $what } is there already; every party has a name of its own.
sketch-short-twice = { $what } is there already; every party has a short name of its own.
sketch-point-twice = "{ $what }" is there already; every point has a title of its own.
sketch-few-outcomes = A point needs two or more outcomes, with semicolons between them: Yes; No
sketch-outcome-twice = "{ $what }" stands there twice.
## What words mean

what-words-mean = What words mean here
term-line = Declared line
meant-line = The options that a party says it accepts on a point.
term-agreed = Agreed
meant-agreed = All who spoke on the point offer the same option.
term-blocked = Blocked
meant-blocked = No option lies inside all declared lines; bracketed: some option does, and offers differ.
term-fixed = Follows from the rest
meant-fixed = In every package that all could accept, the point is settled this way.
term-clash = Clash
meant-clash = Demands that no package meets together, though without any one of them some package meets the others.
term-ladder = Steps
meant-ladder = What a party might accept beyond its declared line, in an order of its own, each step with a cost.
term-estimate = Cost
meant-estimate = A number by which the party concerned estimates, on a scale of its own, what a step costs it. Added up over parties it serves to put steps in an order, and for nothing else.
term-opening = Least costly concessions
meant-opening = Steps and given-up conditions after which some package is acceptable to all, with the least cost in all.
term-share = Shared most evenly
meant-share = Concessions that open an overlap and in which the largest cost to one party is as small as can be.
term-without-deal = Without a deal
meant-without-deal = The score that a party gives to leaving without agreement; a package that gives it less is not acceptable to it.
term-package = Package
meant-package = One option for every point.
term-improve = Cannot be improved
meant-improve = Each acceptable package that is better for one of the two is worse for the other.
term-rules = Rules of fairness
meant-rules = Formulas of the literature that pick among acceptable packages by the parties’ scores. They advise; nobody is bound by them.
term-lever = What is done
meant-lever = An act of one party that changes what another has without a deal.
term-compilation = Compilation
meant-compilation = All offers side by side, with what is not agreed in brackets.
term-chair = Chair’s proposal
meant-chair = The mediator’s clean text, in brackets as a whole until all agree.
term-bracket = Brackets
meant-bracket = Around words that are not agreed, with who proposes them.
assumed = Under { $count } of { $by } about { $about }: { $list }.
assumed-count = { $n ->
    [one] 1 assumption
   *[other] { $shown } assumptions
}

## Rehearse

menu-rehearse = Rehearse
rehearse-page = Rehearse a round
rehearse-answers = How talks among the sides may go, and what could be proposed at each turn.
rehearse-text = Programs play, each by the preferences of its own side and nothing else. This shows ways in which talks can go; it foretells nothing.
rehearse-too-few = A rehearsal needs the preferences of two sides or more, and fewer are in sight here. Write down what you think the other side wants as an assumption, and rehearse against that.
rehearse-by-name = By name, for researchers
rehearse-rounds = Rounds at most
rehearse-seed = Chance: the same number, the same talks
rehearse-number = { $what } is not a whole number from { $least } to { $most }.
rehearse-agreed = agreed
rehearse-caption = Each mark is a package that was tabled, with the number of its turn; the stairs are what cannot be improved for both, whatever red lines say.
rehearse-before = Before the first turn
rehearse-after = After turn { $n } of { $all }
rehearse-turns = Turns
rehearse-first = To the beginning
rehearse-back = One turn back
rehearse-on = One turn on
rehearse-last = To the end
rehearse-whose = { $what } acts next.
rehearse-tabled = On the table
rehearse-takes = What each side would take now
rehearse-proposal = What could be proposed now
rehearse-try = Look at this package: try it, keep it as an offer or a what-if
rehearse-what = Turn
rehearse-round = Round
style-boulware = Holds out, gives way near the end
style-linear = Gives way steadily
style-conceder = Gives way early
style-hardliner = Never gives way
style-tit-for-tat = Gives way as far as the other does
style-micro = Gives way by small steps, when the other does
style-hybrid = Gives way by time and by what the other does
style-random = Tables packages by chance
rehearse-two = From two to { $what } sides take part in a rehearsal.
rehearse-no-part = takes no part
rehearse-all = { $n ->
    [one] The one turn
   *[other] All { $shown } turns
}

# Plan and exchange
menu-plan = Plan and exchange
plan-answers = How an agreement is carried out step by step, what each side has given at each moment, and who goes home when.
plan-write = A plan is shown when the case file says `plan`, an exchange when it says `prisoners` with `clearing`.
plan-write-how = What to write
plan-title = The plan
plan-found = It can be carried out in { $rounds } and { $days }.
plan-rounds = { $n ->
    [one] 1 round
   *[other] { $shown } rounds
}
plan-days = { $n ->
    [one] 1 day
   *[other] { $shown } days
}
plan-no-dates = It cannot be carried out: dates contradict each other.
plan-no-bounds = It cannot be carried out: no order of deliveries keeps the bounds.
plan-no-together = It cannot be carried out: no order keeps dates and bounds together.
plan-stopped-some = It can be carried out in { $rounds }. Whether better is possible was not decided: { $what }.
plan-stopped = Whether it can be carried out was not decided: { $what }.
plan-signed = Signed on { $what }; days count from it.
plan-signed-assumed = Days count from { $what }, the day of the case: the plan leaves the day of signature open.
plan-signed-open = Days count from signature, whose day is open.
plan-bounds = At most given without return: { $what }.
plan-hidden = Values not shown to you: { $what }. Rounds, bounds and exposure are those of the values that you see.
plan-any-package = Without a package, items are planned whatever their condition says.
plan-left-out = Not part of it with this package: { $what }.
plan-package = Package
plan-package-open = not chosen
plan-picture-title = The plan by days
plan-picture-description = Items of the plan: { $what }.
plan-picture-under = Filled: being delivered. Outline: being verified. Below the days: what each side has given without return.
plan-picture-axis = Days after signature
plan-item-told = { $who }: { $what }, from { $from } to { $to }
plan-gate = { $name }: opens when { $what }
plan-undone-by = Undone by: { $what }
plan-exposed-told = { $who } has given without return, after each round: { $what }
plan-strip-bound = { $who }, at most { $most }
plan-day = day { $what }
plan-day-date = day { $what } ({ $date })
plan-items = Items and their days
plan-item = Item
plan-by = Delivered by
plan-begins = Begins
plan-verified = Verified
plan-round = Round
plan-phase = Phase
plan-waits = waits for { $what }
plan-exposure = What each side has given without return, by its own values
plan-deposits = What would hold each to its word
plan-deposits-text = A bond, lost on breaking off, makes going on as good as stopping whenever it is the party’s turn. A guarantee makes good what it has given at worst.
plan-bond = Bond
plan-guarantee = Guarantee
plan-trust = How much trust is needed, whatever the days
plan-trust-common = The same bound for each side
plan-trust-alone = { $what } alone
plan-trust-none = no bound is enough: those of others stand in the way
plan-trust-at-least = { $what } or more; { $why }
plan-known = How it is known
plan-fewer-rounds = No fewer rounds
plan-less-exposure = No less exposure in these
plan-earlier-end = No earlier end
plan-proven = proven, and checked
plan-searched = by a search of every order
plan-contradiction = Rules that contradict each other
plan-missing-days = Days that they ask for together and that are not there: { $what }.
plan-why = Why
plan-bounds-why = Within the bounds deliveries reach { $what } sets of delivered items, and none of them is all: checked.
plan-together-why = Some orders keep the bounds and some days keep the dates; every order was tried: checked.
plan-rounds-least = Rounds that it takes: { $what } or more.
plan-exposure-least = In so few rounds somebody’s exposure is { $what } or more.
plan-gates = Phases and their gates
plan-gate-opens = Opens when
plan-gate-delivers = Delivers
plan-gate-undone = Undone by
plan-late = When an item is late
plan-late-item = Item that is verified late
plan-late-days = Days late
plan-late-ask = Show what moves
plan-late-title = { $what }, days late: { $days }
plan-late-nothing = Nothing else begins later.
plan-late-moved = { $what } begins on { $day }, days later: { $days }. It waits for { $why }.
plan-late-broken = Broken: { $what }.
plan-late-end = Then the last item is verified on { $what }.
plan-late-number = `{ $what }` is not a number of days from 0 to { $most }
plan-late-unknown = `{ $what }` is not an item of this plan
term-exposure = Exposure
meant-exposure = What a side has given and not got back yet, by its own values.
term-bound = Bound
meant-bound = The most that a side dares to have given without return.
term-gate = Gate
meant-gate = What must be so before a phase begins.
exchange-title = Exchange of prisoners
exchange-day-zero = Day 0 is { $what }.
exchange-lists = People of { $owner } held by { $holder }
exchange-category = Category
exchange-claimed = Claimed
exchange-acknowledged = Acknowledged
exchange-dead = Dead
exchange-disputed = In dispute
exchange-sum = Together
exchange-rules = What is given in return, by category
exchange-phases = Released, phase by phase
exchange-days = Days { $from } to { $to }
exchange-days-on = From day { $from } on
exchange-open = Still in dispute, and in a phase once both lists say the same: { $what }.
exchange-stay = Who stays
exchange-third = Third states
exchange-runs = Calendar of runs
exchange-runs-text = A cell has the people who go home on that day: { $first } · { $second }. What a side would lose if the other stopped after a day: its people who are still to go.
exchange-day = Day
exchange-still = { $what } still to go
exchange-month = { $month }: go home { $home }, still to go { $still }
exchange-days-open = The days of the runs are open: a carrier is not stated.
exchange-csv = The runs as a table
exchange-ics = The runs as a calendar

# The record
menu-record = Record
record-answers = What was said and what is said to have happened, entry by entry. Whose fault anything is, it does not say.
record-read = Read a report
record-sessions = Meetings
record-statements = Statements
record-offers = Offers
record-incidents = Incidents
record-kind-session = Meeting
record-kind-statement = Statement
record-kind-offer = Offer
record-kind-incident = Incident
record-entries = Entries: { $what }
record-picture-title = Entries by week
record-picture-description = How much the record holds of each kind, week by week.
record-week-told = Week of { $week }: { $what }
record-week = Week of { $what }
record-without-day = Without a day
record-choose = Choose entries
record-since = From
record-until = To
record-kind = Kind
record-side = Side
record-about = About
record-status = Established
record-grade = Source at least
record-any = any
record-show = Show
record-reset = Show the whole record
record-day-wrong = `{ $what }` is not a day, such as 2031-03-14
record-name-wrong = `{ $what }` is not in the list
record-grade-wrong = `{ $what }` is not a grade from A1 to F6
record-more = More entries fit: { $what }. Days nearer to each other show them.
record-replaced = replaced by a later entry
record-replaces = Replaces
record-replaced-by = Replaced by
record-options = Options
record-clauses = Clauses
record-stances = What the parties say of it
record-sources = Sources
record-response = Answer of the side named
record-visibility = Who may see it
record-claimed = Claimed by
record-alleged = Alleged to have done it
record-stance = { $who }: { $what }
stance-asserts = asserts it
stance-denies = denies it
stance-silent = is silent on it
stance-admits = admits it
grade-told = { $source }; { $item }
grade-source-A = completely reliable source
grade-source-B = usually reliable source
grade-source-C = fairly reliable source
grade-source-D = not usually reliable source
grade-source-E = unreliable source
grade-source-F = source that cannot be judged
grade-item-1 = confirmed by others
grade-item-2 = probably true
grade-item-3 = possibly true
grade-item-4 = doubtful
grade-item-5 = improbable
grade-item-6 = truth cannot be judged
record-findings = What follows from the record
record-violations = Alleged violations, by clause and week
record-violations-empty = An incident that names a clause is not on record.
record-clause = Clause
record-week-head = Week of
record-alleged-count = Alleged
record-verified-count = Of these verified
record-refuted-count = Refuted
record-wider = Statements wider than a declared line
record-contradictions = Statements that contradict each other
record-contradicts = { $who } on { $point }
record-more-pairs = And more pairs: { $what }
record-not-there = Not on record.
record-moves = Moves of { $what }, and of others to where it stood
record-gave = Gave
record-got = Got
record-move = { $who } on { $point }: from { $from } to { $to }

# Reports read
report-title = Read a report
report-answers = What a report says is proposed as entries of the record. An entry is added when a person has completed and confirmed it, one at a time.
report-text = Text of the report
report-file = Or a file: plain text or HTML in UTF-8
report-date = Day of the report
report-name = Where it appeared
report-read = Read it
report-read-again = Read it again
report-empty = Paste a text, or choose a file.
report-utf8 = The file is not text in UTF-8: save it again as text in UTF-8, or as HTML.
report-long = The text has more than { $what } bytes: read it in parts.
report-shown = The report, with what is proposed
report-proposals = Proposals to confirm
report-count = Proposals: { $what }
report-more = More is proposed than is shown: { $what }. Read the report in parts.
report-quotation = Words in quotation marks
report-reported = Reported words
report-counted = How many
report-meeting = A meeting
report-proposal = A proposal
report-refusal = A refusal
report-acceptance = An acceptance
report-speaker = { $what } is named as the speaker
report-in-text = In the text
report-proposal-n = Proposal { $what }
report-complete = Complete it for the record
report-confirm = Look at it before it is added
report-added = Added to the record
report-changes = Nothing of this is on record yet.
report-how-many = How many of what, such as: detained = 12-15
report-source = Source as kind = grade, such as: press = C3
entry-no-such-field = entries of this kind have no such field
entry-missing = it is missing
entry-not-of-form = `{ $what }` is not of the form
entry-expect-said-on = the day on which it was said
entry-expect-party = a party
entry-expect-words = the words
entry-expect-happened-on = the day on which it happened
entry-expect-place = where it happened
entry-expect-what = what happened, or a category
entry-expect-held-on = the day on which it was held
entry-expect-format = shuttle, bilateral, three-way or multilateral
entry-expect-delegation = a delegation
meeting-held = said to have been held
meeting-planned = said to be planned
meeting-denied = said not to have been held
meeting-cancelled = said to be cancelled
speech-said = said
speech-claimed = claimed
speech-denied = denied
speech-confirmed = confirmed
speech-according = according to them
