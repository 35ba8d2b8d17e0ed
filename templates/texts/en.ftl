# All words of the site. The same keys in the same order as zh-CN.ftl.

# Page
lang = en
other-lang = zh-Hans
other-language = 中文
skip = Skip to content
nav-main = Main
nav-periods = Recent periods
nav-crumbs = You are here
nav-siblings = Before and after
previous = Previous
next = Next
more = More
notices = Notices about this site
details = Details
as-of = Data as of
commit = data commit
licences = Third-party licences
index = Index of names
csv = Download CSV

# Sections
overview = Overview
teams = Teams
agents = Agents
indicators = Indicators
targets = Goals
ranking = Ranking
periods = Periods
schemes = Rules
quality = Data quality
diagnostics = Faults in the data
glossary = Glossary

# Search, filter, sort
search = Search
search-label = Search agents, teams, indicators, goals
search-hint = Name, pinyin or id
search-results = Search results
search-none = Nothing found. The lists on the search page show everything.
filter = Filter
clear = Clear
sort-by = Sort by

# States of a cell
no-data = No data
not-applicable = n/a
withheld = not shown
too-few = too few
provisional = provisional
corrected = revised
reconstructed = reconstructed
not-scored = not scored
not-judged = not judged
not-comparable = not comparable
not-drawn = no chart
no-target = no target

# Scores
indicator = Indicator
unit = Unit
value = Value
values = Values by agent and team
target = Target
weight = Weight
points = Points
contribution = Contribution
points-contribution = Points × weight = contribution
score = Score
scores = Scores
counts-value = Counts and value
rule = Rule
change = Change
status = Status
scheme = scheme
value-against-target = Value against target
derivation = derivation
by-rules = By the rules of
written-in = Written in
chart-data = Data of this chart
how-scores-came = How each score came about
indicators-against-targets = Indicators against targets

# Overview and team
needs-attention = Needs attention
nothing-to-attend = Nothing needs attention. Missed targets, unusual changes and missing data would be listed here.
quality-more = See data quality
course = Course over time
agents-by-indicators = Agents by indicators
distribution-and-course = Distribution and course
small-multiples = Each indicator over time
heat-legend = Against the target
heat-1 = far below
heat-2 = below
heat-3 = near
heat-4 = above
heat-5 = far above

# Agent and interview sheet
sheet-title = Quarterly interview sheet
what-made-it = What made the score
samples = Quality samples and feedback
goals-of-quarter = Goals of the quarter
goals-next = Goals for the next quarter, filled up with proposals
no-goals = No goals are set for this quarter. Goals are read from the folder targets.
target-goal = Goal
baseline-target = Baseline → target
result = Result
due = Due
conversation = Conversation
own-view = Own view
manager-view = Manager’s view
agreed = Agreed development
action = Action
person = Person
date = Date
write-here = (write here)
sign-agent = Agent’s signature
sign-manager = Manager’s signature
sign-meaning = Signed means discussed, not agreed.
all-months = All months
print-period = Open a quarter above and print this page to get the sheet of that quarter.
events = Points added and deducted, appeals
postings = Postings
interview-notes = Interview notes

# Indicator
definition = Definition
beyond-chance = Course, and what chance explains
how-scored = How it is scored

# Goals
progress = Progress
estimate = Estimate only
smart-checks = SMART checks
check = Check
verdict = Verdict
reason = Reason
rationale = Why this number
guardrails = Guardrails
actions = Actions
by-state = By progress
by-verdict = By SMART verdict
all-targets = All goals
failing-letters = Goals that fail a letter

# Period and ranking
related-periods = Related periods
what-changed = What changed
compared = Compared with the period before
unranked = Not ranked

# Data quality
effects = Effect on scores
coverage = Coverage
special-values = Provisional, revised and reconstructed values
sources = Sources
diagnostics-more = See all faults in the data

# Rules
weights = Weights
rules-by-indicator = Rules by indicator
worked-example = Worked example
changes-to-before = Changes from the scheme before

# Faults
faults-of-build = Faults of this build
no-faults = No faults were found.
all-codes = All codes
why-and-how = Why, and how to mend it
example = Example
wrong = Wrong
right = Right
in-this-data = In this data
no-faults-of-code = This data has no such fault.

# Sentences with numbers, for views
count-agents = { $count ->
    [one] { $count } agent
   *[other] { $count } agents
}
count-cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
count-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
count-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
too-few-of = only { $count ->
    [one] { $count } case
   *[other] { $count } cases
} of at least { $minimum }

# Words of the report
word-without-count = number of cases unknown
word-no-cases = no cases
word-on-target = On target
word-watch = Watch
word-below-target = Below target
word-better = better
word-worse = worse
word-unchanged = unchanged
word-lower-is-better = lower is better
word-range-is-better = a range is best
word-cases = cases

# Report: agents
agent-not-scored = not scored
agent-not-rated = Not rated
agent-by-month = by month
agent-by-channel = by channel
agent-all-channels = without channel
agent-plain-unit = ratio
agent-days = { $worked } of { $scheduled }
agent-rule-steps = table of { $count } steps
agent-rule-curve = curve through { $count } points
agent-rule-deduction = from { $full }: −{ $points } per { $per }
agent-rule-newcomer = newcomer up to month { $months }
agent-counts-pooled = { $counts } (with { $months })
agent-counts-state = { $month }, n = { $n }
agent-counts-months = { $count } in { $months } months
agent-step-sum = Sum of the contributions: { $score }.
agent-step-sum-rounded = Sum of the contributions: { $score }. The rounded rows above add up to { $rows }; the sum is made before rounding.
agent-step-band = { $score } reaches { $from }: band { $band }.
agent-step-missing-spread = { $indicator }: no data. Its weight is spread over the other indicators in proportion.
agent-step-missing-zero = { $indicator }: no data. By the scheme this earns 0 points.
agent-step-no-cases = { $indicator }: no cases in the period, so there is no value; its weight is spread over the others.
agent-step-too-small = { $indicator }: { $n } cases, at least { $needed } are needed. The value is shown, not scored.
agent-step-without-count = { $indicator }: the number of cases is unknown. The value is shown, not scored.
agent-step-not-applicable = { $indicator }: was not part of the duties; its weight is spread over the others.
agent-step-reconstructed = { $indicator }: holds a figure that was reconstructed from a value and its number of cases.
agent-step-pooled = { $indicator }: too few cases in the period, so the figures of { $months } were added; { $n } cases together.
agent-step-channels = { $indicator }: by channel, combined by the number of cases: { $channels }.
agent-step-channel = { $channel } { $value } → { $points } points (n = { $n })
agent-step-spread = { $weight } of the weight had values; it was scaled up to 100%.
agent-step-segment = { $sign }{ $months }: { $team }, { $level }, { $days } days
agent-step-segment-score = { $segment }: score { $score }.
agent-step-segment-observed = { $segment }: induction, observed and not scored.
agent-step-joined = A stretch of { $days } days from { $month } was too short to score alone and joined its neighbour.
agent-step-by-days = The stretches are combined by days worked.
agent-step-capped = { $before } is cut at the scheme’s maximum: { $after }.
agent-step-month = { $month }: { $score } ({ $days } days)
agent-step-mean-of-months = Mean of the monthly scores by days worked: { $months }. Together { $score }.
agent-step-incomplete = The period is not complete yet: the score is provisional.
agent-step-more-lines = { $count } more lines, the last in { $file }.
agent-verdict-no-data = There are no figures for this period.
agent-verdict-no-data-short = no data
agent-verdict-not-in-service = Not in service in this period.
agent-verdict-not-in-service-short = not in service
agent-verdict-no-scheme = No scheme was in force for the team in this period.
agent-verdict-no-scheme-short = no scheme
agent-verdict-observed = Months of induction are observed and not scored.
agent-verdict-observed-short = induction
agent-verdict-too-little-service = Rated from { $needed } days worked; { $worked } were worked.
agent-verdict-too-little-service-short = too few days
agent-verdict-too-little-weight = Rated when at least { $needed } of the weight has values; here it was { $available }.
agent-verdict-too-little-weight-short = too little data
agent-verdict-missing-value = { $indicator } has no value, and the scheme gives no score without it.
agent-verdict-missing-value-short = value missing
agent-lead-no-figures = There are no figures yet. Scores appear here as soon as monthly figures are in the folder metrics.
agent-lead-unrated = { $period }: no score. { $reason }
agent-lead-rated = { $period }: score { $score }, band { $band }.
agent-lead-rated-plain = { $period }: score { $score }.
agent-lead-change = { $change }.
agent-lead-gain-loss = Largest gain: { $gain } ({ $by }); largest loss: { $loss } ({ $less }).
agent-lead-gain = Largest gain: { $gain } ({ $by }); no indicator lost.
agent-lead-loss = Largest loss: { $loss } ({ $less }); no indicator gained.
agent-change-up = ↑ { $by } better than { $period } ({ $before })
agent-change-down = ↓ { $by } against { $period } ({ $before })
agent-change-none = → the same as { $period } ({ $before })
agent-change-unrated = { $period } was not rated
agent-history-caption = Scores and values by month
agent-history-note = Each value is that of its month alone. The month leads to the derivation of its score, which may rest on more months where cases were few.
agent-history-few = “too few”: fewer cases than the indicator needs to be judged.
agent-posting-from = From
agent-posting-to = To
agent-posting-open = today
agent-left-on = Last day of service: { $date }.
agent-team = Team
agent-level = Level
agent-joined = Joined
agent-tenure = Service
agent-tenure-since = { $tenure } (since { $date })
agent-period = Period
agent-rules = Rules
agent-month = Month
agent-figure-of = of { $cap }
agent-figure-available = { $available } of the weight had values
agent-figure-band = Band
agent-figure-next-band = { $gap } to { $band } (from { $from })
agent-figure-top-band = the highest band
agent-figure-year = Same quarter a year ago
agent-figure-days = Days worked
agent-figure-cases = Cases (largest count)
agent-note-course = Change: against the quarter before. Small lines: up to 12 months, each on its own scale; the thin line is the target.
agent-note-missing = No data: { $names }. The weight is treated as the scheme says; see the derivation.
agent-note-not-applicable = n/a, not part of the duties: { $names }. The weight is spread over the others.
agent-note-too-few = Too few cases to be scored: { $names }.
agent-note-pooled = Few cases, so earlier months were added: { $names }.
agent-note-reconstructed = Reconstructed figures in: { $names }.
agent-note-without-count = Number of cases unknown, not scored: { $names }.
agent-note-segments = Team, level or rules changed within the quarter: each stretch is scored by its own rules, and points and contributions are combined by days worked.
agent-appeal = To object, name the number and the line it was written on (see the derivation) to your manager; a correction is a visible change with a reason.
agent-sample-rated = { $n } reviewed samples, value { $value }
agent-sample-answers = { $n } customer answers, value { $value }
agent-goal-not-started = Not started
agent-goal-not-measurable = Not measurable
agent-goal-pending = Data pending
agent-goal-attained = Attained
agent-goal-missed = Not attained
agent-goal-locked = Attained early
agent-goal-on-track = On track
agent-goal-at-risk = At risk
agent-goal-off-track = Off track
agent-proposal = Proposal
agent-proposal-title = { $indicator }: where most points are open
agent-score-axis = Score, 0–100
agent-made-title-gain = { $indicator } raised the score most
agent-made-title-loss = { $indicator } lowered the score most
agent-made-title-rules = The two scores follow different rules
agent-made-title-same = The score stayed the same
agent-made-subtitle = Change of each indicator’s contribution, { $then } to { $now }, in points.
agent-made-rules-changed = The rules changed between the two, so part of the difference is theirs.
agent-made-cap = Maximum of the scheme
agent-made-summary = From { $before } to { $after }: { $by }.
agent-made-label = Waterfall of the score by indicator, { $then } to { $now }
agent-made-table = Contributions by indicator
agent-parts-title = What { $score } is made of
agent-parts-subtitle = Contribution of each indicator to the score of { $now }, in points. There is no score of the quarter before to compare with.
agent-parts-label = Waterfall of the score’s contributions by indicator, { $now }
agent-parts-summary = { $count ->
    [one] One indicator makes { $score }.
   *[other] { $count } indicators together make { $score }.
}
agent-parts-table = Points and contributions by indicator
agent-place-title-upper = Above the middle half of comparable peers
agent-place-title-middle = Within the middle half of comparable peers
agent-place-title-lower = Below the middle half of comparable peers
agent-place-subtitle = Scores of { $period } under the same rules; { $count } people, without names.
agent-place-label = Strip plot of peers’ scores with the own score, { $period }
agent-place-summary = Own score { $score }; median { $median }, middle half { $lower } to { $upper }.
agent-place-what = Figure
agent-place-own = Own score
agent-place-median = Median
agent-place-lower = Lower quartile
agent-place-upper = Upper quartile
agent-place-table = Own score and quartiles of the peers
agent-course-range = natural range
agent-course-rising = { $count ->
    [one] The score rose in the last month
   *[other] The score rose { $count } months in a row
}
agent-course-falling = { $count ->
    [one] The score fell in the last month
   *[other] The score fell { $count } months in a row
}
agent-course-above = The score of { $month } lies above the own natural range
agent-course-below = The score of { $month } lies below the own natural range
agent-course-steady = All in the own natural range: between { $least } and { $most }
agent-course-between = Between { $least } and { $most }
agent-course-subtitle = Monthly scores; { $count ->
    [one] { $count } month
   *[other] { $count } months
} with a score. Dashed: provisional.
agent-course-label = Line chart of the monthly scores, { $count ->
    [one] { $count } month
   *[other] { $count } months
}
agent-course-summary = Lowest { $least } ({ $leastmonth }), highest { $most } ({ $mostmonth }), last { $last } ({ $lastmonth }).
agent-course-table = Scores by month
agent-no-band = no bands
agent-no-level = no level
ranking-title = Ranking { $period }
ranking-others = Rankings of other periods
ranking-group = Peers
ranking-groups = Groups of comparable peers
ranking-groups-note = People are compared only within a group: the same rules and comparable work. Each group has a page of its own.
ranking-ranked = Ranked
ranking-median = Median score
ranking-lead = { $period }: { $ranked ->
    [one] { $ranked } agent is ranked
   *[other] { $ranked } agents are ranked
} in { $groups ->
    [one] one group
   *[other] { $groups } groups
} of comparable peers; { $unranked ->
    [0] everyone has a rank.
    [one] { $unranked } has no rank, with the reason.
   *[other] { $unranked } have no rank, with the reason.
}
ranking-lead-vague = For { $count } of them chance alone could move the rank over more than half of the group: read the range, not the number.
ranking-lead-clear = Every rank is certain to within half of its group.
ranking-lead-none = No ranks are given for this period: too few comparable people have a score. The reasons stand below.
ranking-group-note = { $count ->
    [one] { $count } person
   *[other] { $count } people
} under the same rules, in comparable work. Equal scores share a rank (=) and the next rank is left out.
ranking-agent = Agent
ranking-rank = Rank (range)
ranking-change = Change to { $period }
ranking-cases = Cases
ranking-band = Band
ranking-note-range = In brackets: the ranks that chance leaves open, from the sampling error of the indicators (95%). Where ranges overlap, the order is not certain.
ranking-note-cases = Cases: the largest number of cases among the weighted indicators.
ranking-note-provisional = The period is not complete: scores and ranks are provisional.
ranking-why-weight = { $available } of the weight had values; { $needed } are needed for a rank.
ranking-why-count = A weighted value has no known number of cases, so it cannot be compared.
ranking-why-peers = Only { $peers } comparable { $peers ->
    [one] person has
   *[other] people have
} a score; ranks are given from { $needed }.
ranking-rank-word = rank{" "}
ranking-not-ranked = not ranked
ranking-chart-gain = { $name } gained { $places ->
    [one] one place
   *[other] { $places } places
} since { $period }
ranking-chart-still = None of the first gained a place since { $period }
ranking-chart-subtitle = Ranks over the last periods; the first { $count } of today are named. Ranks hide distances: see the scores.
ranking-chart-label = Bump chart of ranks by period, { $group }
ranking-chart-summary = Rank 1 now: { $first }.
ranking-chart-table = Ranks by period, { $group }
list-agents-lead = { $count ->
    [one] { $count } agent
   *[other] { $count } agents
} in { $teams ->
    [one] one team
   *[other] { $teams } teams
}, with the score of the latest complete quarter.
list-agents-by-team = Agents by team
list-agents-team = { $team } ({ $count })
list-agents-of = Agents of { $team }
list-agents-team-page = { $team }: team page
list-agents-without-team = Without a team
list-agents-name = Name
list-agents-score = Score { $period }
find-lead = Search by name, pinyin, initials or id. Everything that can be found is listed below.
find-agent = Agent
find-team = Team
find-scheme = Rules
find-code = Fault code

# Report: organisation
counts = Counts
target-by-channel = by channel
word-ratio = ratio
sentence = { $text }.
month = Month
months = Months
quarters = Quarters
years = Years
period = Period
agent = Agent
team = Team
members = In service
dimension = Dimension
band = Band
from = From
until = Until
until-open = still in force
all-channels = all channels
all-teams = all teams
all-periods = All periods
no-team = no team
count-teams = { $n ->
    [one] { $n } team
   *[other] { $n } teams
}
of-100 = of 100
of-n = of { $n }
cases-head = Cases
median-score = Median score
natural-range = Natural range
language-name = English
landing-lead = Scores, goals and how they came about, for { $organisation }.
missing-lead = There is no such page. It may have been renamed; please start from the overview.
confidentiality = Internal: holds personal appraisal data. Do not pass on.
notice = Note
notice-changed = The data has changes that are not committed; the site does not fully match the commit shown.
notice-shallow = The clone is shallow: older commits cannot be seen.
notice-faults = The data has { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
} that somebody should look at.
unrated-rated = rated
unrated-no-data = no figures in this period
unrated-not-in-service = not in service in this period
unrated-no-scheme = no scheme was in force
unrated-observed = months of observation only
unrated-too-little-service = { $worked } days worked; rated from { $needed }
unrated-too-little-weight = values for { $available }% of the weight; { $needed }% are needed
unrated-missing-value = { $indicator } is missing, so the scheme gives no score
finding-nothing = No usable figures of { $indicator }
finding-outside-high = { $indicator } is above its natural range
finding-outside-low = { $indicator } is below its natural range
finding-run-high = { $indicator } has been above its mean for { $n } months
finding-run-low = { $indicator } has been below its mean for { $n } months
finding-rise = { $indicator } rose for { $n } months in a row
finding-fall = { $indicator } fell for { $n } months in a row
finding-stable = { $indicator } moves within its natural range
finding-flat = { $indicator } is unchanged since the month before
finding-up = { $indicator } rose by { $by } since the month before
finding-down = { $indicator } fell by { $by } since the month before
trend-subtitle = { $indicator } of { $who }, monthly, { $first } to { $last }
trend-label = Line chart of { $indicator } of { $who } by month
trend-summary = Lowest { $least } ({ $least_month }), highest { $most } ({ $most_month }), latest { $last } ({ $last_month }).
trend-limits = By chance alone it moves between { $low } and { $high } (XmR control chart).
trend-no-limits = Only { $n ->
    [one] { $n } usable month
   *[other] { $n } usable months
}; natural limits are computed from 8 on.
trend-empty = These months have no usable figures.
trend-data = { $indicator } of { $who } by month
scores-title = The middle half of the scores lies between { $low } and { $high }
scores-subtitle = Scores of { $who }, { $period }, { $n } rated
scores-label = Distribution of scores of { $who }
scores-summary = Lowest { $least }, median { $median }, highest { $most }, { $n } agents.
scores-data = Spread of the scores of { $who }
measure-of-spread = Measure
least = Lowest
lower-quartile = Lower quartile
median = Median
upper-quartile = Upper quartile
most = Highest
histogram-data = Distribution of { $what }
median-rose = The median score rose from { $from } in { $since } to { $to }
median-fell = The median score fell from { $from } in { $since } to { $to }
median-flat = The median score is { $to }, the same as in { $since }
median-subtitle = Median score of the rated of { $who }, { $first } to { $last }
median-label = Line chart of the median score of { $who } by month
median-summary = { $first } in { $first_month }, { $last } in { $last_month }.
median-data = Median score of { $who } by month
score-unchanged = → unchanged since { $period }
score-up = ↑ { $by } higher than in { $period }
score-down = ↓ { $by } lower than in { $period }
figure-median = Median score, { $period }
figure-rated = Rated
figure-middle-half = Middle half
figure-upper-bands = In the two highest bands
figure-on-target = Indicators on target
figure-goals = Goals on track or attained
figure-coverage = Coverage of data
figure-coverage-all = Coverage, all months
figure-coverage-month = Coverage, { $month }
figure-present-of = { $present } of { $expected } expected figures
figure-organisation = Whole organisation, { $period }
figure-counts = from { $counts }
figure-agents-with-value = Agents with figures
figure-teams-with-value = Teams with figures
figure-outside = Outside what chance explains
figure-outside-of = and { $n } beyond the 95% limits only
figure-weight-head = Weight
figure-weight-most = in the scheme used by most agents
figure-like-for-like = Change of the same people (median)
figure-like-for-like-of = { $n } rated in both periods
change-since = { $change } since { $period }
overview-empty = There are no figures yet. They are read from the folder metrics, one file for each month.
overview-lead = In { $period }, { $met } of { $judged } indicators with a target were on target.
overview-lead-median = The median score of the rated agents was { $median }.
overview-lead-median-change = The median score of the rated agents was { $median } ({ $change }).
overview-lead-no-scores = Nobody could be rated in this period.
quality-sentence = From { $first } to { $last } { $share } of the expected figures are there; { $faults ->
    [one] { $faults } fault was
   *[other] { $faults } faults were
} found.
attention-signal = Unusual
attention-trend = Persistent
attention-gap = Gap in data
attention-gap-reason = { $month }: { $present } of { $expected } expected figures ({ $share }).
attention-goal = { $name }: { $title }
attention-guardrail = Guardrail { $indicator }: { $reason }
teams-caption = Scores by team, { $period }
teams-none = There are no teams. Teams are read from teams.yml.
teams-note = Medians are over the rated agents. The change is the difference of medians, which people coming and going move too.
teams-lead = { $n ->
    [one] { $n } team
   *[other] { $n } teams
}. The score is the median of the members’ scores, not a score of the team itself.
team-no-period = There is no period to report on yet.
team-lead-median = In { $period } { $rated } of { $members } members were rated; the median score was { $median }.
team-lead-unrated = Nobody was rated in { $period }; most often: { $reason }.
team-lead-empty = Nobody was in service in { $period }.
fact-id = Id
fact-channels = Channels
fact-peers = Compared with
fact-peers-none = no other team; members are compared within the team
fact-peers-many = { $n } other teams
fact-members = Members
heat-caption = Agents by indicators, { $period }
heat-note = Cells hold values, the shade follows the points, and each leads to its derivation. Small samples may include earlier months.
team-derivation-band = median of { $rated } rated of { $members }
team-derivation-sums = Values are computed from the sums of the members’ figures in this team, never from averages of persons. Points are what the value would earn by the rule for everyone.
team-derivation-median = A team has no score of its own; shown is the median of its members’ scores.
agents-on-team-pages = Agents are many: their scores are on the pages of their teams.
agents-caption = Scores by agent, { $period }
indicator-lead-agents = In { $period } { $outside } of { $judged } agents were outside what chance explains.
indicator-lead-teams = In { $period } { $outside } of { $judged } teams were outside what chance explains.
indicators-lead = { $n ->
    [one] { $n } indicator
   *[other] { $n } indicators
}, by dimension.
indicators-caption = Indicators of { $dimension }
indicator-schemes = Schemes that use { $indicator }
indicator-context-only = This indicator is shown for context and never scored.
indicator-no-scheme = No scheme uses this indicator.
indicator-values = { $indicator }, { $period }
indicator-no-values = There are no figures of { $indicator } in { $period }. They are read from the folder metrics.
against-chance = Against chance
chance-within = within chance
chance-edge = beyond the 95% limits
chance-outside = outside what chance explains (99.8%)
chance-note = Limits lie around the ratio of sums of all and narrow with the cases. About one in twenty falls beyond the 95% limits by chance. Outside is not good or bad: it says that asking why is worth it.
funnel-inner = 95% limits
funnel-outer = 99.8% limits
funnel-mean = All { $value }
funnel-title-none = Chance explains all differences in { $indicator }
funnel-title-named = { $indicator }: { $names } outside what chance explains
funnel-title-many = { $indicator }: { $n } outside what chance explains
funnel-subtitle = { $indicator } against the number of cases, { $period }
funnel-label = Funnel plot of { $indicator } against cases
funnel-summary = { $judged } units around { $mean }; { $edge } beyond the 95% limits, { $outside } beyond the 99.8% limits.
funnel-data = { $indicator } with its limits
spread-title = The middle half of { $indicator } lies between { $low } and { $high }
spread-subtitle = { $indicator }, { $period }, { $n } values
spread-label = Histogram of { $indicator }
spread-summary = Median { $median }, middle half { $low } to { $high }, { $n } values.
definition-id = Id
definition-formula = Formula
definition-adds-up = How it adds up
definition-direction = Direction
definition-valid = Valid range
definition-minimum = Fewest cases
definition-no-minimum = none asked for
definition-control = Who can move it
definition-source = Source
formula-share = { $above } ÷ { $below }
formula-within = {" "}(within { $seconds } s)
formula-mean = { $above } ÷ { $below } (mean)
formula-quotient = { $above } ÷ { $below } (may exceed 1)
formula-count = { $label }, per full month worked
formula-amount = { $label }, per full month worked
formula-nps = 100 × (promoters − detractors) ÷ all answers
formula-state = { $label } (state at the end)
adds-up-ratio = numerators and denominators are added first, then divided; ratios are never averaged
adds-up-count = months are added and prorated by days worked
adds-up-nps = the three groups of answers are added first
adds-up-state = never added nor averaged; the last month counts
direction-up = higher is better
direction-down = lower is better
direction-band = best within a range
control-agent = the agent
control-team = the team or its manager
control-shop = the shop or other departments
source-system = recorded by a system
source-survey = answered by customers
source-rater = judged by a person
source-own = reported by the agent
source-named = { $kind }: { $origin }
rubric-text = Rubric
rubric-rater = Rater
rubric-sample = Sample plan
rule-linear-up = { $indicator } earns 100 points at { $full } and none at { $zero } or below; between them points follow a straight line.
rule-linear-down = { $indicator } earns 100 points at { $full } or less and none at { $zero }; between them points follow a straight line.
rule-attainment-up = Points are 100 × { $indicator } ÷ { $target }.
rule-attainment-down = Points are 100 × { $target } ÷ { $indicator }.
rule-steps = { $indicator } earns points by a table of { $n } steps, shown below.
rule-piecewise = { $indicator } earns { $knots }; between them points follow straight lines.
rule-knot = { $points } at { $value }
rule-deduction-down-started = { $indicator } earns 100 points up to { $full }; each started { $per } beyond takes { $points } points, down to none.
rule-deduction-down-completed = { $indicator } earns 100 points up to { $full }; each completed { $per } beyond takes { $points } points, down to none.
rule-deduction-down-pro-rata = { $indicator } earns 100 points up to { $full }; each { $per } beyond takes { $points } points, parts in proportion, down to none.
rule-deduction-up-started = { $indicator } earns 100 points from { $full }; each started { $per } short takes { $points } points, down to none.
rule-deduction-up-completed = { $indicator } earns 100 points from { $full }; each completed { $per } short takes { $points } points, down to none.
rule-deduction-up-pro-rata = { $indicator } earns 100 points from { $full }; each { $per } short takes { $points } points, parts in proportion, down to none.
rule-all-or-nothing = { $indicator } earns 100 points if it is { $condition }, otherwise none.
rule-range = { $indicator } earns 100 points between { $low } and { $high }, falling straight to none at { $zero_low } and at { $zero_high }.
rule-short-attainment = attainment of { $target }
rule-short-steps = { $n } steps
rule-short-deduction = { $full }, −{ $points } per { $per }
rule-interval = { $from } and { $to }
rule-any-value = any value
rule-minimum = Fewest cases
rule-minimum-cases = { $n } cases
rule-limits = Limits of points
rule-floor-cap = at least { $floor }, at most { $cap }
rule-whom = Whom it is for
rule-in-words = In words
rule-for-all = everyone else
rule-for-level = level { $level }
rule-for-newcomers = months of service { $first }–{ $last }
rule-for-channel = channel { $channel }
tiers-caption = Rules of { $indicator } by level, tenure and channel
tiers-note = A rule for newcomers comes before that of a level, and that before the rule for everyone; channels are combined by their share of the cases.
steps-caption = Steps of { $indicator }
curve-title = How { $indicator } earns points: { $rule }
curve-subtitle = Value against points
curve-label = Line chart of value to points for { $indicator }
curve-data = Corners of the curve of { $indicator }
schemes-lead = { $n ->
    [one] { $n } scheme
   *[other] { $n } schemes
}. Each period is scored by the scheme then in force; a new scheme never changes history.
schemes-caption = All schemes
scheme-lead = { $force }. It weighs { $n } indicators; the largest weight is { $top }.
force-from = In force since { $from }
force-from-to = In force from { $from } to { $to }
scheme-version = Version
scheme-force = Dates
scheme-scope = Teams
scheme-used = Used by
scheme-used-by = { $count ->
    [one] { $count } agent
   *[other] { $count } agents
} in { $period }
weights-title = { $dimension } weighs most: { $weight }
weights-subtitle = Weights by dimension, together 100%
weights-label = Bar of the weights of { $scheme } by dimension
weights-summary = { $list }.
weights-data = Weights by indicator
policy-total = Total
policy-total-sum = The score is the sum of points times weight over the indicators, at most { $cap }.
policy-total-trace = Each step stands in the derivation on the agent's page: counts, value, rule, points, weight, contribution.
policy-missing = Missing values
policy-missing-renormalise = A missing indicator is left out and its weight spread over the others; with values for less than { $weight } of the weight no score is given.
policy-missing-zero = A missing value that the agent had to supply earns no points; with values for less than { $weight } of the weight no score is given.
policy-missing-not-rated = If any value is missing, no score is given.
policy-missing-kinds = “n/a”, “no data” and 0 differ: the first carries no weight, the second follows the rule above, the third is a value.
policy-samples = Small samples
policy-samples-pooling = When a sample is too small, earlier months are added, up to { $n ->
    [one] { $n } month
   *[other] { $n } months
} in all.
policy-samples-no-pooling = Earlier months are not added to small samples.
policy-samples-still = What is still too small is shown as “too few”, earns no points, and its weight is treated as missing.
policy-service = Part-months and newcomers
policy-service-least = A month is rated from { $days } days worked and { $share } of the scheduled days; longer periods in proportion.
policy-service-prorate = Counts are prorated by days worked, ratios and means are not; all kinds of leave are treated alike.
policy-service-observed = Months of service that are observed and not scored: { $n }.
policy-service-no-observed = Scores are given from the first month of service.
policy-transfers = Transfers
policy-transfers-split = A change of team, level or scheme splits the period; each part follows its own rules, and parts are combined by days worked.
policy-transfers-short = A part with less than { $days } days worked joins its longer neighbour.
policy-longer = Quarters and years
policy-longer-from-data = Quarters and years are scored from the sums of all their months, not from averaged scores.
policy-longer-mean = Quarters and years are the mean of the monthly scores, weighted by days worked.
policy-bands = Bands
policy-bands-ranges = The band follows from the range of the score at displayed precision; no band has a fixed share of people.
policy-bands-none = This scheme has no bands.
policy-ranks = Ranks
policy-ranks-peers = Ranks are given among comparable teams under the same scheme, from { $n } comparable agents on, to those with values for at least { $weight } of the weight.
policy-ranks-ties = Scores shown as equal share a rank, and the next rank is left out (1, 2, 2, 4).
policy-ranks-range = Each rank comes with the range of ranks that sampling error leaves open.
policy-rounding = Rounding
policy-rounding-values = Nothing is rounded on the way; targets are compared at displayed precision, so what is shown as 90.0% meets 90%.
policy-rounding-scores = Scores are shown with { $n ->
    [one] { $n } decimal
   *[other] { $n } decimals
}, halves rounded up.
band-from = { $from } and above
band-from-to = { $from } to below { $to }
bands-caption = Bands by score
change-caption = From { $before } to { $now }
change-none = Nothing differs from { $before }.
change-what = What
change-before = Before
change-now = Now
change-kind = Change
change-absent = not part of it
change-added = added
change-removed = removed
change-weight = weight { $by }
change-rule = rule
change-tiers = rules by level, tenure or channel
change-limits = limits or fewest cases
change-policy = policy
note-scale = Scale
note-clock = Clock
note-unit = Unit counted
note-method = Method
note-attribution = Attribution
note-window = Window
note-benchmark = Benchmark
note-exclusions = Left out
note-evidence = Evidence
note-confirmed = Confirmed
note-sampling = Sampling
note-settle-days = Days to settle
note-bot = Bot
note-hours = Hours
periods-lead = { $n ->
    [one] { $n } period
   *[other] { $n } periods
}. Provisional ones have not ended or wait for figures, and their scores may change.
periods-caption = List: { $kind }
period-complete = Complete
period-running = Provisional
period-lead-empty = Nobody has a score in { $period }.
period-lead-median = In { $period } { $rated ->
    [one] { $rated } agent was
   *[other] { $rated } agents were
} rated; the median score was { $median }.
period-lead-like-for-like = For the { $n } rated in { $before } too, the median change is { $difference } points.
period-lead-gain = The largest effect on scores was the gain in { $indicator }.
period-lead-loss = The largest effect on scores was the loss in { $indicator }.
people = People
people-no-period-before = there is no period before to compare with
people-stayed = In the same team in both
people-new = New
people-left = Left
people-moved = Moved to another team
changes-caption = Changes of the organisation's indicators
changes-none = There are no figures in { $period }.
changes-note = Sorted by effect on a score, which is computed by the rule for everyone of the scheme used by most agents.
change-meaning = Better or worse
change-effect = Effect on a score
slope-title = Of { $n } teams { $up } rose and { $down } fell
slope-subtitle = Median scores of teams, { $before } and { $now }
slope-label = Slope graph of median scores by team, { $before } and { $now }
slope-summary = The largest change is that of { $team }: { $before } → { $now } ({ $change }).
slope-data = Change of median scores by team
goals-none = There are no goals. Goals are read from the folder targets.
goals-on = Goals on { $indicator }
goals-of = Goals of { $subject } and its members
targets-lead = { $n ->
    [one] { $n } goal
   *[other] { $n } goals
}: { $good } on track or attained, { $risk } at risk, { $off } off track or missed; { $smart } pass the SMART checks.
failing-which = Fails
goal-whose = Whose
goal-not-said = not said
goal-no-number = no target value
goal-no-value-yet = no value yet
goal-scope = Which figures count
goal-kind = Kind
goal-mode = Evaluated by
goal-start = Start
goal-end = End
goal-proposed-by = Proposed by
goal-agreed-on = Agreed on
goal-parent = Serves
goal-baseline = Baseline
goal-value-so-far = Value so far
goal-elapsed = Time elapsed
goal-way = Share of the way
goal-required = Needed in the rest
goal-expected-cases = Cases expected in the rest
goal-chance = Chance of meeting it (estimate)
goal-forecast = Judging from past variation, the chance of meeting it is about { $probability }.
goal-within-noise = The distance to the target is within sampling error.
kind-improve = improve
kind-maintain = maintain
kind-reach = reach a level
kind-count = reach a number
mode-pooled = ratio of sums over the whole window
mode-final-month = the final month alone
mode-every-month = each month
mode-mean-of-months = mean of the months
mode-cumulative = running sum
mode-not-said = evaluation not said
statement-incomplete = “{ $title }” lacks a subject, an indicator, a target value or an end, so it is not a complete goal yet.
statement-maintain = { $who } keeps { $indicator } at { $goal } until { $end } ({ $mode }).
statement-from = { $who } moves { $indicator } from { $baseline } to { $goal } by { $end } ({ $mode }).
statement-reach = { $who } reaches { $goal } in { $indicator } by { $end } ({ $mode }).
rationale-volume = Volume
rationale-benchmark = Benchmark
rationale-ability = Ability
benchmark-of = { $value } ({ $source })
action-no-date = no date
action-by = { $what } ({ $owner })
guard-kept = Kept
guard-slipped = Slipped
guard-hurt = Hurt
guard-unknown = Not comparable
guard-kept-reason = { $before } in the six months before the goal, { $since } since.
guard-slipped-reason = { $before } in the six months before the goal, { $since } since; within its usual monthly variation.
guard-hurt-reason = { $before } in the six months before the goal, { $since } since; more than its usual monthly variation.
guard-unknown-reason = There are no comparable figures before and since the goal began.
course-title = { $met } of { $all } months met the target by themselves
course-title-none = { $indicator } has no figures within the goal's time yet
course-subtitle = { $indicator } by month, goal “{ $title }”
course-label = Line chart of { $indicator } and the target by month
course-summary = The latest month ({ $month }) was { $last }; the target is { $goal }.
course-summary-none = The target is { $goal }; hollow points are months before the goal.
course-data = Values by month before and within the goal
course-part = Part
course-before = before the goal
course-within = within the goal
checkpoint = Checkpoint
checkpoints-caption = Checkpoints: { $n }
checkpoint-met = meets the target
checkpoint-not-yet = not there yet
checkpoint-no-month = no whole month by then
checkpoint-to-come = to come
verdict-pass = Pass
verdict-warn = To discuss
verdict-fail = Fail
verdict-not-assessed = Not assessed
smart-yes = SMART
smart-warned = SMART, with points to discuss
smart-no = Not SMART
state-not-started = Not started
state-not-measurable = Not measurable
state-pending-data = Waiting for data
state-attained = Attained
state-locked = Reached for good
state-on-track = On track
state-at-risk = At risk
state-off-track = Off track
state-missed = Missed
letter-S = Specific
letter-M = Measurable
letter-A = Achievable
letter-R = Relevant
letter-T = Time-bound
check-title-S1 = One indicator
check-title-S2 = Subject in its role
check-title-S3 = Number and unit
check-title-S4 = Right direction
check-title-S5 = Scope said
check-title-S6 = Concrete title
check-title-M1 = Counts available
check-title-M2 = Baseline reproducible
check-title-M3 = Cases enough to show it
check-title-M4 = Coverage
check-title-M5 = Meaningful target value
check-title-M6 = Way of rating given
check-title-A1 = Within reach, not trivial
check-title-R1 = Weighs in the scheme
check-title-R2 = In the subject's hands
check-title-R3 = Agrees with other goals
check-title-R4 = Guarded
check-title-R5 = Actions planned
check-title-T1 = Start and end
check-title-T2 = Whole months
check-title-T3 = Evaluation said
check-title-T4 = Checkpoints
check-title-T5 = Agreed in time
check-title-T6 = Days for late data
quality-empty = There are no figures yet. They are read from the folder metrics, one file for each month.
quality-nothing-expected = No scheme asks for figures, so coverage cannot be told.
quality-lead = From { $first } to { $last } { $share } of the expected figures are there; { $missing } are missing.
quality-lead-faults = Checking the data found { $n ->
    [one] { $n } fault
   *[other] { $n } faults
}.
quality-provisional = { $periods }: not over or not complete, so scores are provisional.
coverage-caption = Coverage of indicators by month
coverage-note = Expected is a figure for each indicator of the scheme from every agent who was posted the whole month or has any figure in it; “n/a” takes the expectation away.
coverage-note-other = For indicators that no scheme asks for the number of figures is shown.
coverage-other = { $n ->
    [one] { $n } figure
   *[other] { $n } figures
}
coverage-all = All months
coverage-expected = Expected
coverage-present = There
coverage-by-month = Coverage by month
coverage-title = Coverage is lowest in { $month }: { $share }
coverage-subtitle = Share of the expected figures that is there, by month
coverage-summary = Over { $n ->
    [one] { $n } month
   *[other] { $n } months
} the lowest is { $share } ({ $month }).
special-kind = What is special
special-reconstructed = Reconstructed
special-without-count = Cases unknown
special-pooled = Pooled with earlier months
special-too-small = Too few cases
special-missing = Missing
special-reconstructed-effect = { $values ->
    [one] { $values } value rests
   *[other] { $values } values rest
} on reconstructed counts, in { $scores ->
    [one] { $scores } score
   *[other] { $scores } scores
}.
special-without-count-effect = { $values ->
    [one] { $values } value has
   *[other] { $values } values have
} no known number of cases and are neither scored nor ranked, in { $scores ->
    [one] { $scores } score
   *[other] { $scores } scores
}.
special-pooled-effect = { $scores ->
    [one] { $scores } score rests
   *[other] { $scores } scores rest
} on samples pooled with earlier months ({ $values ->
    [one] { $values } value
   *[other] { $values } values
}).
special-too-small-effect = { $values ->
    [one] { $values } value is
   *[other] { $values } values are
} too few even after pooling and earn no points; other indicators carry the weight in { $scores ->
    [one] { $scores } score
   *[other] { $scores } scores
}.
special-missing-effect = { $values ->
    [one] { $values } value is
   *[other] { $values } values are
} missing and treated as the scheme says, in { $scores ->
    [one] { $scores } score
   *[other] { $scores } scores
}.
special-caption = Special values, { $period }
special-more = { $n } more are on the pages of their agents.
sources-caption = { $files ->
    [one] { $files } file
   *[other] { $files } files
} with figures
source-file = File
source-files = Files
source-rows = Rows
source-agent-rows = of agents
source-figures = Figures
source-unknown = unknown file
diagnostics-lead = Checking the data found { $n ->
    [one] { $n } fault
   *[other] { $n } faults
}. All codes are listed below, each with a page of its own.
diagnostics-more-than = The first { $n } are shown.
severity-error = Error
severity-warning = Warning
diagnostic-code = Code
diagnostic-severity = Severity
diagnostic-meaning = What it means
diagnostic-reason = Why it matters
diagnostic-mending = How to mend it
diagnostic-here = In this data
glossary-lead = What the words of this site mean: one word for one thing, the same in data, program and pages.
term-indicator = indicator
term-indicator-text = What is measured, such as satisfaction. Its definition gives formula, direction, unit and valid range.
term-metrics = metrics
term-metrics-text = The counts of somebody in a month, written as numerator/denominator or sum/count, never as a bare percentage.
term-value = value
term-value-text = What follows from the counts of a period: sums first, then the ratio.
term-points = points
term-points-text = 0 to 100, from a value by the rule of the scheme.
term-score = score
term-score-text = The sum of points by weight.
term-band = band
term-band-text = A range of scores with a name; none has a fixed share of people.
term-scheme = scheme
term-scheme-text = Weights, rules and policies, with dates and teams.
term-weight = weight
term-weight-text = The share of an indicator in the score, in percent; a scheme totals 100%.
term-target-value = target value
term-target-value-text = The value at which the rule gives full points.
term-goal = goal
term-goal-text = Who, which indicator, from what to what, by when; checked against SMART.
term-guardrail = guardrail
term-guardrail-text = An indicator that must not suffer for a goal. It is compared with the six months before; more than one monthly standard deviation worse counts as hurt.
term-baseline = baseline
term-baseline-text = Where a goal starts from; the data has to give it again.
term-dimension = dimension
term-dimension-text = A group of indicators, such as speed or quality.
term-channel = channel
term-channel-text = How customers get in touch, such as chat, phone, e-mail.
term-level = level
term-level-text = The grade of an agent; a scheme may have rules by level.
term-posting = posting
term-posting-text = Team and level of somebody with dates.
term-segment = segment
term-segment-text = A stretch of a period under one team, level and rule set; segments are combined by days worked.
term-contribution = contribution
term-contribution-text = Points × effective weight ÷ 100; contributions add up to the score.
term-derivation = derivation
term-derivation-text = Each step from counts to score, with file and line of the counts.
term-period = period
term-period-text = A month, quarter or year; longer ones are computed anew from the months.
term-rated = rated
term-rated-text = With a score, since service and data suffice by the scheme.
term-available-weight = available weight
term-available-weight-text = The weight of indicators with usable values; below the scheme's least no score is given.
term-renormalised = renormalised
term-renormalised-text = The weight of missing indicators is spread over the others in proportion, and the derivation says so.
term-pooled = pooled
term-pooled-text = Counts of earlier months were added because the sample was too small; the derivation names them.
term-too-few = too few
term-too-few-text = Fewer cases than asked for even after pooling: shown, neither scored nor ranked.
term-no-data = no data
term-no-data-text = Expected and not delivered; not the same as 0.
term-not-applicable = n/a
term-not-applicable-text = The role does not do this; it carries no weight.
term-true-zero = zero
term-true-zero-text = A true value of 0, scored as any other.
term-provisional = provisional
term-provisional-text = The period is not over or waits for figures; scores may change.
term-reconstructed = reconstructed
term-reconstructed-text = Only ratio and number of cases are known; counts are worked back from them.
term-without-count = number of cases unknown
term-without-count-text = A value without its number of cases: shown, neither added up nor scored nor ranked.
term-on-target = on target
term-on-target-text = Full points: the target value is met.
term-watch = watch
term-watch-text = Below the target value with 60 points or more.
term-below-target = below target
term-below-target-text = Less than 60 points.
term-rank = rank
term-rank-text = The place among comparable peers at displayed precision; equal scores share a rank.
term-rank-range = range of ranks
term-rank-range-text = Best and worst rank that sampling error leaves open (Goldstein and Healy 1995; Klein, Wright and Wieczorek 2020).
term-peer-group = peer group
term-peer-group-text = Teams with comparable work, whose agents are ranked together.
term-median = median
term-median-text = The middle value, which single extremes do not move.
term-middle-half = middle half
term-middle-half-text = From the lower to the upper quartile (Hyndman and Fan 1996, type 7).
term-wilson = confidence interval
term-wilson-text = The 95% Wilson interval of a share (Wilson 1927); the fewer cases, the wider.
term-funnel = funnel plot
term-funnel-text = Values against cases with the 95% and 99.8% limits of chance (Spiegelhalter 2005).
term-control-chart = control chart
term-control-chart-text = A course with its natural range; a point outside, seven on one side or a steady climb is a signal (Shewhart 1931; NHS England, Making Data Count).
term-natural-range = natural range
term-natural-range-text = Mean ± 2.66 × mean moving range (Wheeler 1993), from 8 months on.
term-smart = SMART
term-smart-text = Specific, measurable, achievable, relevant, time-bound. A letter takes its worst check; a goal is SMART if none fails.
term-achievable = achievable
term-achievable-text = The required step over the usual variation, z, together with what oneself and peers have reached.
term-required-value = required value
term-required-value-text = What the rest of the window has to bring for the goal to be met.
term-probability = probability
term-probability-text = An estimate from past variation and the cases to come, nothing more.
term-states = progress state
term-states-text = On track from a chance of 50%, at risk from 10%, else off track; attained or missed at the end.
term-coverage = coverage
term-coverage-text = The share of figures the scheme asks for that is there.
term-rounding = displayed precision
term-rounding-text = Nothing is rounded on the way; targets, bands and ranks are compared with the digits shown.
term-like-for-like = like for like
term-like-for-like-text = Only those rated in both periods are compared, so people coming and going do not matter.
term-attention = needs attention
term-attention-text = At most five: open alerts, unusual changes of indicators, goals off track or at risk, guardrails hurt, gaps in the data; two of each kind first.
term-as-of = as of
term-as-of-text = The day for which goals and completeness are judged.
goal-check-not-assessed = Cannot be assessed before { $a } is mended.
goal-check-S1-indicator = The goal is on one indicator: { $a }.
goal-check-S1-no-indicator = No indicator is named; a wish without an indicator is not a goal.
goal-check-S2-in-role = The subject is in its role all through the window, and the indicator is part of its work.
goal-check-S2-no-subject = It is not said whose goal it is.
goal-check-S2-not-yet-in-service = The goal starts before the person joins on { $a }.
goal-check-S2-left = The person leaves before the goal ends; the last day is { $a }.
goal-check-S2-not-posted = There is no posting on { $a }.
goal-check-S2-not-its-work = Neither the scheme nor any figures hold this indicator for the subject, so it is not part of its work.
goal-check-S3-number = The target is { $a }.
goal-check-S3-no-number = There is no target value, or its unit cannot be converted to the indicator's.
goal-check-S3-not-a-number = The target value is incomplete: a range needs two ends, and numbers must be finite.
goal-check-S4-right-direction = The operator points where better is.
goal-check-S4-more-is-better = More is better for this indicator, so the operator has to be ≥ or >.
goal-check-S4-less-is-better = Less is better for this indicator, so the operator has to be ≤ or <.
goal-check-S4-needs-a-range = This indicator is good within a range, so the goal has to be “between … and …”.
goal-check-S4-needs-one-end = This indicator is better one way only, so the goal must not be a range.
goal-check-S5-all = All channels count, said expressly.
goal-check-S5-channels = Channels named: { $a }.
goal-check-S5-one-channel = The organisation has one channel at most, so nothing can be mixed.
goal-check-S5-no-scope = It is not said which channels count, so channels may be mixed.
goal-check-S6-names-indicator = The title names the indicator.
goal-check-S6-names-number = The title names the number.
goal-check-S6-vague = The title only says “{ $a }”, without the indicator or the number.
goal-check-S6-names-nothing = The title names neither the indicator nor the number.
goal-check-S6-no-title = There is no title.
goal-check-M1-counts = { $a } of the last six months have figures with their counts.
goal-check-M1-counts-long-ago = There are figures with counts, but none in the last six months.
goal-check-M1-values-without-counts = There are values only, without numerator and denominator.
goal-check-M1-no-figures = There are no figures of any past month.
goal-check-M2-reproduced = The data give the baseline again: { $a } from { $b } cases.
goal-check-M2-reproduced-without-cases = The data give the baseline again: { $a }.
goal-check-M2-no-baseline = A goal to improve needs a baseline, and there is none.
goal-check-M2-no-baseline-needed = There is no baseline, so the target is hard to judge.
goal-check-M2-no-period = The baseline does not say from which months it comes.
goal-check-M2-no-data = There are no figures from { $a } to { $b } that could give the baseline again.
goal-check-M2-differs = The baseline says { $a }, the data give { $b }.
goal-check-M2-counts-differ = The baseline counts say { $a }/{ $b }, the data say { $c }/{ $d }.
goal-check-M3-enough-cases = About { $a } cases are expected in the evaluation window, enough to show the step.
goal-check-M3-no-cases-needed = The indicator has no cases, and its months vary less than the required step.
goal-check-M3-too-few-cases = Only about { $a } cases are expected in the evaluation window; { $b } are needed.
goal-check-M3-within-luck = With about { $a } cases the 95% half-width is ±{ $b }, more than the step of { $c }: the result may be luck.
goal-check-M3-within-monthly-noise = Over the months seen ({ $a }), the 95% half-width is ±{ $b }, more than the step of { $c }: the result may be luck.
goal-check-M4-covered = { $a } of the last six months are covered.
goal-check-M4-gaps = Only { $a } of the last six months are covered; it should be 80%.
goal-check-M4-mostly-missing = Only { $a } of the last six months are covered, less than half.
goal-check-M5-differs = The target { $b } differs visibly from the baseline { $a }.
goal-check-M5-possible = The target { $a } is a possible value.
goal-check-M5-outside-valid-range = The target { $a } lies outside the indicator's valid range.
goal-check-M5-same-as-baseline = The target { $b } looks the same as the baseline { $a }.
goal-check-M6-not-rated-by-hand = The figures are not rated by hand.
goal-check-M6-rubric = Rubric, rater and sample plan are given.
goal-check-M6-no-rubric = The indicator is rated by hand but has no rubric.
goal-check-M6-no-rater = The indicator is rated by hand but does not say by whom.
goal-check-M6-no-sample-plan = The indicator is rated by hand but does not say how cases are drawn.
goal-check-A1-unknown = Too little to assess it: own months { $a }, peers { $b }.
goal-check-A1-unknown-but-benchmark = Too little to assess it: own months { $a }, peers { $b }; only the benchmark of { $c } is there to compare.
goal-check-A1-impossible = No possible value meets { $a }.
goal-check-A1-already-met = Already met: the baseline is { $a }, and { $b } of the last months met the target. A goal to improve has to ask for more.
goal-check-A1-already-there = Already met: the baseline is { $a }, and { $b } of the last months met the target.
goal-check-A1-keeps-the-level = The goal keeps a level that is reached now: the baseline is { $a }, and { $b } of the last months met it.
goal-check-A1-too-easy = Too easy: without any change the chance of { $b } is { $a }.
goal-check-A1-within-own-reach = Challenging and within reach: the best so far is { $a }; without any change the chance is { $b }.
goal-check-A1-within-peer-reach = Challenging and within reach: the best tenth of the peers reach { $a }; without any change the chance is { $b }.
goal-check-A1-within-reach-without-history = Less than three months of own figures; { $a } has been reached.
goal-check-A1-ambitious-far-from-usual = Ambitious: { $a } has been reached, but it is far from the usual.
goal-check-A1-ambitious-best-peer = Ambitious: only the best peer reaches { $a }.
goal-check-A1-ambitious-benchmark = Ambitious: nobody here has reached it; only the benchmark of { $a } supports it.
goal-check-A1-implausible = Implausible: nobody has reached { $a }; the best is { $b }.
goal-check-A1-too-far-from-usual = Implausible: { $a } is too far from the usual, although the best was { $b }.
goal-check-A1-implausible-unseen = Implausible: nothing in the figures supports { $a }.
goal-check-R1-weighted = The indicator carries { $a } of the weight in the scheme.
goal-check-R1-serves-parent = The goal serves { $a }.
goal-check-R1-no-weight = { $a } carries no weight in the scheme, and the goal serves no other.
goal-check-R2-in-hand = The subject can move the indicator.
goal-check-R2-team-controls = { $a } is mainly in the hands of the team, not of one agent.
goal-check-R2-shop-controls = { $a } is in the hands of the shop or other departments; it cannot be an agent's goal.
goal-check-R3-no-contradiction = No other goal of the subject contradicts it.
goal-check-R3-agrees-with-parent = It points the same way as its parent, and no other goal contradicts it.
goal-check-R3-against-parent = It points the other way than its parent { $a }.
goal-check-R3-contradicts = It contradicts { $a }, which runs at the same time.
goal-check-R4-none-needed = Goals of this kind need no guardrail.
goal-check-R4-guarded = Guarded by { $a }.
goal-check-R4-speed-without-quality = A speed goal without a quality guardrail may be bought with quality.
goal-check-R4-sales-without-refunds = A sales goal without a guardrail on refunds or complaints may be bought with them.
goal-check-R5-actions = Actions planned: { $a }.
goal-check-R5-small-step = Less than a tenth of the target is missing, so no action is asked for.
goal-check-R5-no-action = { $a } is missing, more than a tenth of the target, but no action is planned.
goal-check-T1-dates = From { $a } to { $b }.
goal-check-T1-no-start = There is no start date.
goal-check-T1-no-end = There is no end date.
goal-check-T1-ends-before-it-starts = The start { $a } is not before the end { $b }.
goal-check-T2-whole-months = Whole months in the window: { $a }.
goal-check-T2-ends-mid-month = It ends on { $a }, not at the month's end on { $b }; part of a month cannot be judged.
goal-check-T2-no-whole-month = The window holds no whole month.
goal-check-T2-too-long = The window holds { $a } months; it should not be more than 12.
goal-check-T2-starts-mid-month = It starts within a month; only months from { $a } can be judged.
goal-check-T3-evaluation = It is said how the window is evaluated.
goal-check-T3-no-evaluation = It is not said how the window is evaluated: each month is not the same as on average.
goal-check-T3-state-is-never-averaged = A state such as a percentile cannot be added up or averaged; the last month counts.
goal-check-T3-only-counts-run-up = Only counts and amounts run up; this indicator is evaluated as a ratio of sums.
goal-check-T4-checkpoints = Checkpoints on the way: { $a }.
goal-check-T4-one-month = A goal of one month needs no checkpoint.
goal-check-T4-too-few-checkpoints = Months on the way with a checkpoint: { $a }; needed: { $b }.
goal-check-T5-agreed = Agreed on { $a }.
goal-check-T5-undated = It is not said when the goal was written.
goal-check-T5-not-agreed = It is not said when both sides agreed.
goal-check-T5-written-late = The goal was written on { $a }, after more than a fifth of the window.
goal-check-T5-written-after-the-end = The goal was written on { $a }, after the window ended.
goal-check-T5-agreed-after-the-end = The goal was agreed on { $a }, after the window ended.
goal-check-T6-grace = { $a } days are given for late data.
goal-check-T6-default-grace = { $a } days are given for late data, the organisation's default.
goal-check-T6-long-grace = { $a } days are given for late data, so the verdict waits beyond the next month.
goal-progress-before-start = The goal starts on { $a }.
goal-progress-no-complete-month = No month is complete yet; the first is { $a }.
goal-progress-goal-incomplete = The goal is incomplete ({ $a }) and cannot be measured.
goal-progress-no-whole-month = The window holds no whole month, so nothing can be measured.
goal-progress-out-of-role = The subject is in its role for only { $a } of the window.
goal-progress-no-figures = There are no usable figures in the window.
goal-progress-low-coverage = Only { $a } of the months have figures.
goal-progress-too-few-cases = There are only { $a } cases; { $b } are needed.
goal-progress-month-not-judged = { $a } has too few cases or none, so it cannot be said that each month met the target.
goal-progress-final-month-missing = The final month { $a } has no usable figures.
goal-progress-waiting-for-data = Waiting for the figures of { $a }, until { $b }.
goal-progress-attained = Attained: { $a } against { $b }.
goal-progress-attained-with-gaps = Attained: { $a } against { $b }; months without figures: { $c }.
goal-progress-missed = Missed: { $a } against { $b }.
goal-progress-missed-with-gaps = Missed: { $a } against { $b }; months without figures: { $c }.
goal-progress-month-failed = { $a } was { $b }; one month that fails misses a goal for every month.
goal-progress-locked = The sum is { $a }: { $b } is reached and cannot be undone.
goal-progress-likely = The rest has to bring { $a }; the chance is { $b }.
goal-progress-uncertain = The rest has to bring { $a }; the chance is only { $b }.
goal-progress-unlikely = The remaining months would have to bring { $a }; the chance of that is { $b }.
goal-progress-sum-likely = The rest needs { $a } per full month of work; the chance is { $b }.
goal-progress-sum-uncertain = The rest needs { $a } per full month of work; the chance is only { $b }.
goal-progress-sum-unlikely = The remaining time needs { $a } per full month of work; the chance of that is { $b }.
goal-progress-out-of-reach = The rest would have to bring { $a }, which is not possible any more.
goal-progress-kept = The level is kept at { $a } (target { $b }).
goal-progress-barely-kept = It is { $a }, within one sampling error of { $b }.
goal-progress-not-kept = The level is lost: { $a } against { $b }.
goal-progress-path-on-track = { $a } of the way after { $b } of the time (straight line, for want of history).
goal-progress-path-at-risk = Only { $a } of the way after { $b } of the time (straight line, for want of history).
goal-progress-path-off-track = Only { $a } of the way after { $b } of the time, far behind (straight line, for want of history).
goal-progress-met-so-far = So far { $a }, which meets { $b }; there is no history to forecast from.
goal-progress-not-met-so-far = Not met so far; there is no history to forecast from.

# The ledger: events, red lines, appeals, closing
agent-made-events = Events
event-step-entry = Event of { $date }: { $kind } { $points } (entered by { $rater }).
event-step-capped = Events of { $month } add { $added } and deduct { $deducted }; at most { $most_added } and { $most_deducted } count in a month: { $counted }.
event-step-added = { $before } from the indicators, { $by } from events: { $after }.
event-step-mean = { $before } from the indicators, { $by } from events (mean over { $n } scored months): { $after }.
event-step-rounding = Each number is rounded for itself.
event-step-in-months = The monthly scores hold their events already, { $by } on average.
event-step-floored = Deductions would lead below 0; the score is 0.
event-step-band = The red line “{ $kind }” of { $date }, confirmed on { $decided }, holds from { $from } to { $through }: the score earns “{ $earned }”, and by the decision the band is “{ $band }” at most. The score itself stays.
event-bonus = Bonus
event-deduction = Deduction
event-commendation = Commendation
event-red-line = Red line
event-type-caption = Types of events
event-type-nature = Nature
event-type-points = Default points
event-type-most = Most points
event-type-required = required
event-type-optional = optional
event-type-description = What is meant
red-line-reported = Reported, not decided
red-line-confirmed = Confirmed
red-line-lifted = Lifted
red-line-in-force = Confirmed for { $time }: { $effects }
red-line-band = band “{ $band }” at most
red-line-levels = { $n ->
    [one] one level down (a person enters the posting)
   *[other] { $n } levels down (a person enters the posting)
}
red-line-no-bonus = no bonus
red-line-no-effect = no effect
red-line-heard = Heard
red-line-decided = Decided
red-line-time = In force
red-line-effects = Effects
ledger = Ledger
ledger-page = Ledger, page { $n }
ledger-empty = No event and no appeal has been entered yet. Bonus and deduction points, commendations and red lines are written in the folder events, one file a month.
ledger-lead = Events entered: { $bonus } bonus, { $deduction } deduction, { $praise } commendation, { $red } red line.
ledger-lead-appeals = Appeals: { $n }, of which { $open } open and { $overdue } overdue.
ledger-red-lines = Red lines
ledger-red-lines-note = A red line has an effect only after the agent was heard and it was confirmed, and only within its stated time. It limits the band and never changes the score.
ledger-appeals = Appeals
ledger-appeals-note = Appeals are decided by somebody other than the person who made the entry; the score after a decision is the one that the data give.
ledger-commendations = Commendations
ledger-of-month = Events of { $month }
ledger-date = Date
ledger-agent = Agent
ledger-type = Type
ledger-points = Points
ledger-what = What happened and follows
ledger-evidence = Evidence
ledger-rater = Entered by
ledger-not-stated = not stated
event-type-each = entered each time
ledger-of-period = Events of this period ({ $n })
ledger-appeals-of-agent = Record of appeals
appeal-filed = Filed
appeal-window = window to { $date }
appeal-due = to be decided by { $date }
appeal-about = About
appeal-about-event = { $kind } ({ $date })
appeal-about-score = Score of { $period }
appeal-grounds = Grounds
appeal-decision = Decision
appeal-reason = Reason
appeal-before = Score before
appeal-after = Score after
appeal-open = Open
appeal-overdue = Open and overdue
appeal-upheld = Upheld
appeal-partly = Upheld in part
appeal-rejected = Result stands
closing-closed = Closed on { $date }: figures and events are frozen since.
closing-corrected = { $month } corrected on { $date } by { $by }: { $reason }
closing-open = Not closed yet: figures may still change.
closing-open-months = Not closed yet: { $months }. Their figures may still change.
closing-all-closed = All months of this period are closed.
policy-events = Events, red lines and appeals
policy-events-caps = Events count after the indicators and before the maximum of the total: in a month at most { $added } points are added and at most { $deducted } deducted.
policy-events-mean = Quarters and years take the mean over their scored months. A score is a level between 0 and 100, not a sum: two points in March are two points of the score of March. Sums would let a quarter move three times as far as its months.
policy-events-none = This scheme shows events and does not score them.
policy-events-red-lines = A red line needs evidence, a hearing and a decision before it has an effect. Within its stated time it limits the band and never changes the score. A quarter or year that shares a month with that time is limited as well.
policy-events-appeals = Events and scores can be appealed against within { $n } working days: from the day of an event, from the decision on a red line, from the closing that publishes a score. An appeal is to be decided within { $due } working days, by somebody other than the person who made the entry.
period-closed = Closed
period-corrected = Closed, corrected
red-line-lead = The score earns “{ $earned }”; by a confirmed red line the band is “{ $band }” at most, and the score stays.
term-event = event
term-event-text = Something entered beside the figures: bonus or deduction points, a commendation or a red line, with its date, who entered it and the evidence. Points count up to the monthly caps of the scheme.
term-red-line = red line
term-red-line-text = What nobody may do, such as passing on customer data. It acts only after evidence, a hearing and a decision, within a stated time; it limits the band and never changes the score.
term-appeal = appeal
term-appeal-text = An objection to an event or a score, filed within a window and decided by somebody other than the person who made the entry; the scores before and after are recorded.
term-closed-month = closed month
term-closed-month-text = A month whose figures and events are frozen by a digest. Any later change has to be recorded as a correction with its date, person and reason.
closing-late = Not closed yet, more than { $n } days after its end: figures may still change.
incentives = Incentives
incentive = Incentive
inc-rule = The rule
inc-nobody = Nobody in this period.
inc-pool = How the money adds up
inc-near = Close to it
inc-history = All periods
inc-decisions = Decisions
inc-decision = Decision
inc-decided-by = Decided by
inc-latest = { $period }
inc-no-period = no outcome yet
inc-lead = { $period }: { $what }.
inc-lead-none = There has been no period since it came into force.
inc-people = { $n ->
    [one] 1 person receives it
   *[other] { $n } people receive it
}
inc-listed = { $n ->
    [one] 1 person is listed
   *[other] { $n } people are listed
}
inc-starred = { $n ->
    [one] 1 person holds a level
   *[other] { $n } people hold a level
}
inc-list = The list
inc-people-paid = { $people }, { $amount } in all
inc-no-pay = There is no pay.yml, so the amounts of { $n ->
    [one] 1 person
   *[other] { $n } people
} are not computed; all else is.
inc-some-unpriced = The wages of { $n ->
    [one] 1 person are
   *[other] { $n } people are
} not known, so their amounts are not computed.
inc-provisional = { $what } (so far; the period has not ended)
inc-period = Period
inc-monthly = monthly
inc-quarterly = quarterly
inc-yearly = yearly
inc-eligible = Eligible
inc-min-score = score of { $score } or more
inc-min-people = at least { $n } eligible people in a group
inc-min-weight = values for at least { $weight }% of the weight
inc-min-sample = enough cases of { $indicators }
inc-levels = levels: { $levels }
inc-no-red-line = no decision that nothing is paid
inc-score = score
inc-award = Award
inc-how = How it comes about
inc-how-or-missing = How it comes about, or what is missing
inc-receiving = Who receives it
inc-missing = What is missing
inc-group = Group
inc-groups = Places and the last place
inc-eligible-people = Eligible
inc-places = Places
inc-receive = Receive
inc-cut = Last place
inc-before = Before the budget
inc-budget = Budget
inc-no-budget = none
inc-paid = Paid
inc-unspent = Left over
inc-pool-note = Above the budget, amounts are shared in proportion by largest remainder, so that they total the budget to the smallest unit.
inc-outcome = Outcome
inc-who = People
inc-list-lead = { $n ->
    [one] 1 incentive
   *[other] { $n } incentives
}: rules written beforehand, every amount with its derivation.
inc-list-empty = There is no incentive yet. Rules are written in the folder incentives.
inc-latest-period = Latest period
inc-own = Own awards
inc-own-none = No incentive applies yet.
inc-none = not in this period
inc-note-decides = The program only lists what follows from the rules. Levels, promotion, training and plans are decided by people, and nothing ends or changes an employment by itself.
inc-note-rounding = Amounts are rounded once, half away from zero, to the currency's smallest unit.
inc-note-no-pay = There is no pay.yml: amounts that rest on wages are not computed, all else is.
inc-unpriced = earned; not computed, the wage is not known
inc-wage-unknown = wage not known
inc-title = { $title }, held through { $until }
inc-title-shared = { $title } (shared), held through { $until }
inc-no-level = no level
inc-stars = { $level } (kept)
inc-stars-up = up to { $level }, to be confirmed by a person
inc-stars-down = down to { $level }, to be confirmed by a person
inc-place = place { $n }; a person decides
inc-plan = a plan of { $days } days is proposed; a person reviews it
inc-how-not-asked = not computed
inc-how-days = { $worked }/{ $scheduled } days
inc-how-budget = ; { $paid } within the budget
inc-how-commission = net sales { $sales }, { $tiers } by the tiers
inc-how-capped = ; cut at the cap
inc-how-carried = ; { $amount } carried from earlier refunds
inc-how-left = ; { $amount } left to settle
inc-how-order-value = order value { $value } against { $baseline }, { $customers } customers: { $additional } more × { $share }
inc-how-mentor = { $commission } of { $newcomer } × { $share } × { $days }/{ $of } days
inc-how-top = { $what } { $figure }, rank { $rank } ({ $eligible } eligible, { $places } places)
inc-how-split = ; { $n } people tie at the last place and share what is left
inc-how-wage = ; { $share } × wage { $wage }
inc-how-rank = , rank { $rank }
inc-how-tie-breaks = ; a tie, decided by further figure { $n }
inc-how-held = ; held { $n ->
    [one] once
   *[other] { $n } times
} before
inc-how-stars = before: { $before }; conditions met in { $met } of the last { $of } periods, kept conditions missed in { $missed }
inc-how-queue = met in { $met } of the last { $of } periods ({ $judged } could be judged)
inc-how-plan = of the last { $of } periods { $judged } could be judged, { $met } below the band; a core indicator missed at most { $missed } times
inc-how-now = ; { $what } now { $figure }
inc-better-than = { $indicator } at least { $by } better than { $of }
inc-of-team = the team
inc-of-newcomers = newcomers (first three months)
inc-of-own-year = the own value a year earlier
inc-needed = { " " }({ $needed })
inc-cases-of = cases of { $indicator }
inc-lack-decision = there is a decision that nothing is paid for this period
inc-lack-score = no score: { $why }
inc-lack-score-below = score { $score }, { $needed } asked for
inc-lack-weight = values for { $available }% of the weight, { $needed }% asked for
inc-lack-without-count = an indicator has no number of cases
inc-lack-sample = too few cases of { $indicator }
inc-lack-value = no usable value of { $indicator }
inc-lack-reference = nothing to compare { $indicator } with
inc-lack-level = not meant for the level { $level }
inc-lack-coefficient = the band has no coefficient
inc-lack-commission = the newcomer has nothing to share in this period
inc-lack-people = { $people } eligible in the group, { $needed } asked for
inc-lack-places = rank { $rank }, places { $places }
inc-lack-places-gap = rank { $rank }, places { $places }; { $gap } to the last place
inc-lack-held = at most { $times } times in { $periods } periods, and held as often
inc-lack-settling = { $amount } of refunds still to settle with later amounts
inc-lack-uplift = uplift { $uplift }, { $needed } asked for
inc-lack-condition = { $condition }; now { $figure }
inc-lack-unjudged = { $condition }; too few figures to judge
inc-lack-seldom = met in { $met } of the last { $of } periods, { $needed } asked for
inc-lack-waiting = { $n ->
    [one] 1 more period
   *[other] { $n } more periods
} to wait since the last change
inc-lack-training = “{ $training }” comes first
inc-base-variable = the variable part agreed with each person
inc-base-wage = each person's wage
inc-rule-pay = Amount = { $base } × the coefficient of the band.
inc-rule-coefficients = Coefficients: { $list }.
inc-rule-unrated = Without a score the coefficient is { $coefficient }.
inc-rule-unrated-none = Without a score nothing is computed, and a person decides.
inc-rule-prorate = It follows days worked ÷ days scheduled, all kinds of leave alike.
inc-rule-budget = All amounts total { $amount } at most; above it they are shared in proportion, to the smallest unit.
inc-among-peers = comparable teams
inc-among-team = each team
inc-among-all = everyone to whom it applies
inc-rule-top = Ordered by { $by } among { $among }; the best { $share } of the eligible receive it.
inc-rule-floor = A fraction of a person is rounded down.
inc-rule-ceil = A fraction of a person is rounded up.
inc-rule-nearest = A fraction of a person is rounded to the nearest.
inc-rule-all-in = All who tie at the last place receive in full.
inc-rule-split = All who tie at the last place share what is left of the places.
inc-rule-fixed = Amount: { $amount } each.
inc-rule-percent = Amount: { $share } of each one's wage of the period.
inc-rule-sliding-rank = Amount: { $from } to { $to } of each one's wage, rising evenly from the last place to the first; who ties receives the mean.
inc-rule-sliding-score = Amount: { $from } to { $to } of each one's wage, rising with the figure from the last to the first.
inc-rule-pool = Amount: { $amount } divided equally, paid out to the smallest unit.
inc-rule-commission = By { $indicator }, net of refunds; each rate holds for its own part.
inc-rule-tier = { $from } to { $to }: { $rate }.
inc-rule-tier-last = From { $from }: { $rate }.
inc-rule-cap = { $amount } a period at most.
inc-rule-claw-back = Refunds beyond the sales are settled with later amounts, never with the wage.
inc-rule-no-claw-back = Refunds beyond the sales have no consequence.
inc-rule-order-value = Where { $indicator } is above { $baseline }, { $share } of the additional turnover is paid.
inc-rule-uplift = It needs an uplift of { $uplift } at least.
inc-rule-mentor = A mentor receives a share of the newcomer's “{ $of }”, paid on top and not taken from the newcomer; by days of the term, which ends when either leaves.
inc-rule-pair = { $mentor } leads { $newcomer }: { $from } to { $to }, { $share }.
inc-rule-best = The first by { $by } among { $among } holds it.
inc-rule-all-who = All with { $goal } hold it.
inc-rule-shared = Equals share it.
inc-rule-ties = Between equals decide in turn: { $list }; then it is shared.
inc-rule-valid = Held for { $n ->
    [one] 1 month
   *[other] { $n } months
} after the period.
inc-rule-at-most = The same person at most { $times } times in { $periods } periods; then the next one holds it.
inc-rule-prize = With it comes: { $prize }.
inc-rule-level = { $level }: { $conditions }.
inc-rule-keep = To keep { $level }: { $conditions }.
inc-rule-up = Met in at least { $met } of the last { $of } periods: one level up.
inc-rule-down = What keeps the level missed in { $met } of the last { $of } periods: one level down.
inc-rule-wait = { $n ->
    [one] 1 period passes
   *[other] { $n } periods pass
} after each change before the next.
inc-rule-confirm = A person confirms each change; periods with too few figures are not judged.
inc-purpose-training = A list for training.
inc-purpose-promotion = A list for promotion.
inc-purpose-post = A list for another post that fits better.
inc-rule-conditions = Conditions: { $conditions }.
inc-rule-often = Met in at least { $met } of the last { $of } periods.
inc-rule-lowest-first = Ordered by { $by }, the lowest first: help goes where it is needed most.
inc-rule-highest-first = Ordered by { $by }, the highest first.
inc-rule-after = “{ $training }” has to come first.
inc-rule-offer = Offered: { $offer }.
inc-rule-decides = The rule makes the list; a person decides.
inc-rule-plan = Proposed when the score was below “{ $band }” in { $met } of the last { $of } periods; periods with too few figures do not count.
inc-rule-core = Or when one core indicator ({ $conditions }) was missed { $n } times in the last { $of } periods.
inc-rule-plan-days = It lasts { $days } days, with weekly talks and goals written beforehand.
inc-rule-support = Support: { $support }.
inc-rule-plan-review = A person reviews it before it starts. It ends passed, extended or with a talk, never in a dismissal by itself.
## Lints that a scheme accepts
policy-accepted = Exceptions with their reasons
policy-accepted-lead = These hints of the scheme checks are meant so; the scheme says why.
policy-accepted-caption = Accepted hints and their reasons
policy-accepted-check = Check
policy-accepted-reason = Reason

## Alerts
alerts = Alerts
alerts-all = All alerts and their rules
alerts-none = There are no alert rules yet. They are written in the folder alerts: indicator, threshold, months in a row, owner and action.
alerts-lead = As of { $day }, { $open ->
    [one] one alert is
   *[other] { $open } alerts are
} open under { $rules ->
    [one] one rule
   *[other] { $rules } rules
}. An alert asks for attention and support; it is no judgement.
alerts-cut = The first { $shown } of { $found } rows are shown.
alerts-open = Open alerts
alerts-open-note = The longest come first.
alerts-open-empty = No alert is open.
alerts-months = History by month
alerts-months-note = Each cell counts the subjects with the alert open in that month. Subjects without figures or with too few cases never fire; they are counted beside it.
alerts-months-empty = No month can be judged yet.
alerts-ended = Alerts that have ended
alerts-ended-note = An alert ends when a month is back within its threshold, or when the rule no longer applies. The latest come first.
alerts-ended-empty = No alert has ended yet.
alerts-rules = The rules
alerts-rules-note = A month that cannot be assessed starts the count of months anew. An alert that has fired stays open until a month is clearly back within its threshold.
alerts-rules-empty = There are no alert rules yet.
alert-rule = Rule
alert-condition = Condition
alert-value = Latest value
alert-threshold = Threshold
alert-since = Since
alert-until = Until
alert-length = Months met
alert-not-assessable = { $n }/{ $of } not assessable
alert-each-agent = Each agent
alert-each-team = Each team
alert-organisation = The organisation
alert-of = { $whom } ({ $names })
alert-rule-sentence = { $whom }: { $indicator } { $condition } in { $n ->
    [one] a month
   *[other] { $n } months in a row
}.
alert-rule-least = A month is judged on at least { $n } cases.
alert-force-to = until { $to }
alert-force-always = all months
attention-alert = Alert
attention-alert-reason = { $rule }: { $value } (threshold { $threshold }) since { $month }; { $owner }: { $action }

## The appraisal cycle
not-said = not said
not-yet = not yet
nobody = nobody
sensitive = Sensitive: records of talks are for the agent and the manager only. Please do not pass them on.
goal-comment = The agent's comment
cycle = Appraisal cycle
cycle-all = The whole cycle and what is due
cycle-way = The way through the appraisal cycle
cycle-lead = Open in the appraisal cycle as of { $day }: { $n }, of them past their day: { $overdue }.
cycle-stages = The five stages
cycle-stages-note = Goals, scheme, assessment, talk and follow-up are links of one chain. The counts are those of the latest complete quarter.
cycle-stages-caption = Stages of the appraisal cycle, { $period }
cycle-tasks = What is due
cycle-tasks-note = A thing is due up to and including its day and overdue from the day after. What is overdue comes first.
cycle-announcements = Announcements and confirmations
cycle-comments = Comments and decisions
cycle-plans = Improvement plans
cycle-suggestions = Suggestions
cycle-swot = Strengths, weaknesses, opportunities, threats
cycle-meetings = Meetings
tasks-none = Nothing is open.
task-agree = Agree on a goal
task-acknowledge = Confirm a scheme
task-decide = Decide on a comment
task-meet = Write the record of a meeting
task-interview = Hold the quarterly talk
task-confirm = Confirm the record of a talk
task-act = Do what was agreed
task-check-plan = Look at an improvement plan
task-close-plan = Close an improvement plan
task-answer = Answer a suggestion
task-overdue = overdue
task-due = due
task-open = open
task-no-day = no day set
task-kind = Task
task-what = What
attention-overdue = Overdue: { $n }; agents concerned: { $people }; the oldest was due on { $day }.
stage = Stage
stage-counts = What is counted
stage-done = Done
stage-latest = Latest
stage-where = Where it stands
stage-no-day = no date
stage-held = held
stage-nothing = nothing due
stage-complete = complete
stage-under-way = under way
n-of-n = { $n } of { $of }
stage-targets = Goals
stage-targets-counts = goals agreed by both sides
stage-scheme = Scheme
stage-scheme-counts = agents who confirmed the scheme
stage-assessment = Assessment
stage-assessment-counts = agents with a score
stage-talk = Feedback talk
stage-talk-counts = talks held
stage-follow-up = Follow-up
stage-follow-up-counts = actions done of those agreed
way-targets = goals: { $n }, agreed: { $agreed }
way-not-announced = no announcement on record
way-acknowledged = { $scheme }: announced { $announced }, confirmed { $on }
way-not-acknowledged = { $scheme }: announced { $announced }, not confirmed yet
way-score = score { $score }
way-talk = { $on } with { $by }; the record waits for confirmation
way-talk-confirmed = { $on } with { $by }; record confirmed { $seen }
way-talk-due = to be held by { $due }
way-no-talk = no talk on record for this quarter
way-follow-up = actions done: { $done } of { $all }; open: { $open }, overdue: { $late }
announced-by = By
announced-to = To
material = Material
confirmed = Confirmed
not-confirmed = Not yet confirmed
comment-text = Comment
said-by = By
decision = Decision
answer = Answer
answered-on = Answered
decision-open = open
decision-adopted = taken up
decision-partly = taken up in part
decision-declined = not taken up
suggestion-text = Suggestion
suggestion-open = open
suggestion-accepted = accepted
suggestion-done = done
suggestion-declined = not taken up
suggestions-counts = { $n } in all: { $open } open, { $accepted } accepted, { $done } done, { $declined } not taken up.
response = Response
plan-from = From
plan-to = To
plan-gap = What is missing
plan-support = Support
plan-time = Time
plan-from-to = { $from } to { $to }
plan-checks = Checks held
plan-check = Check
plan-note = What was found
plan-outcome = Outcome
plan-running = under way
plan-reached = reached
plan-extended = extended
plan-not-reached = not reached
swot-strengths = Strengths
swot-weaknesses = Weaknesses
swot-opportunities = Opportunities
swot-threats = Threats
meeting-kind = Meeting
meeting-weekly = weekly
meeting-monthly = monthly
meeting-quarterly = quarterly
meeting-scheme = about a scheme
meeting-committee = with other departments
meeting-other = other
meeting-planned = planned
meeting-no-record = no record
attended-due = Came / invited
decisions = Decisions
actions-done = Actions done
review-interview = Talk about { $period }
review-plan = Improvement plan, { $period }
review-by = Led by
review-seen = Confirmed by the agent
review-difficulty = Difficulty
review-need = What helps to grow
review-actions = Agreed: { $of }
review-checks = Progress: { $of }
done-on = done { $day }
task-self = the agent
task-manager = the manager
task-on-own-page = on the agent's page
find-page = page
term-alert = Alert
term-alert-text = A hint that an indicator has crossed a threshold for some months in a row, with who acts and how. A month with too few cases neither fires nor ends it. It earns no points.
term-cycle = Appraisal cycle
term-cycle-text = Goals, scheme, assessment, feedback talk and follow-up: each stage rests on the one before.
term-improvement-plan = Improvement plan
term-improvement-plan-text = A plan of 30, 60 or 90 days to close a gap with support named and days at which progress is looked at. It is no sanction.
term-acknowledgement = Confirmation
term-acknowledgement-text = The agent confirms to know a scheme or the record of a talk. To confirm is not to agree.
cycle-needs = Needs and what answers them
cycle-needs-note = What customers and agents miss, by which indicators it is answered, and whether a scheme in force weighs them.
need-text = Need
need-source = Source
need-answers = Answered by
need-unanswered = not answered
need-tracked = tracked, not scored
need-weighed = scored
meetings-counts = { $held } of { $due } meetings are on record.
need-none = none

# Markdown
table-in-text = Table in the text
# Composites, managers, pilots, schemes compared, before and after
formula-composite = each part is turned into 0–100 points by its own rule, then combined by inner weights
adds-up-composite = each part is computed from the data of the whole period, then combined; monthly points are not averaged
definition-parts = Parts
composite-minimum = No value is given when less than { $least } of the inner weight has data; above that, weights are scaled up.
agent-step-parts = { $indicator } is combined from: { $parts }.
agent-step-part = { $part } { $value } → { $points } points × { $weight }
agent-step-too-few-parts = { $indicator }: only { $available } of the inner weight has data, { $needed } is needed, so there is no value ({ $parts }).
manager-of = { $role } of { $teams }
agent-role = Role
agent-of-team = { " " }(teams)
rule-whose = Figures
rule-of-teams-led = sums over the teams led
scheme-whom = Scores
scheme-for-agents = Agents
scheme-pilot = { $whom } (a pilot: for comparison only, without effect on scores and ranks)
fact-led-by = Led by
moves-title = Beside the scheme in force
moves-nothing = There are no figures to compare yet.
moves-none-rated = In { $period } nobody has a score under both sets of rules.
moves-summary = In { $period }, { $both } people have a score under both sets of rules: { $up } higher, { $down } lower, { $bands } in another band; the mean change is { $mean } points, from { $least } to { $most } for a single person.
moves-order = The order of people correlates with { $rho } (Spearman, n = { $n }; 1 means the same order).
moves-note = Both use the same people, months and figures, so that only the rules make the difference. These scores are for comparison and enter neither scores, ranks nor incentives.
moves-periods = Period by period
moves-people = Person by person, { $period }
moves-both = Compared
moves-mean = Mean change
moves-median = Median change
moves-up = Higher
moves-down = Lower
moves-bands = Other band
moves-rho = Order
moves-before = In force
moves-after = Compared
moves-band = Band
moves-rank = Rank
moves-why = Main reasons (change of contribution, points)
moves-why-note = Main reasons: what the indicator adds to the total under one set of rules less under the other, three at most; another weight, target or definition makes a difference.
moves-most = Only the { $shown } largest changes of { $all } are listed.
moves-no-band = no band
moves-no-rank = no rank
moves-unmoved = unchanged
change-scope = scope
trial-title = A draft tried on history
trial-about = The draft applied to the figures of the past: whose score would change, and why. Nothing is written to the data.
trial-nothing = The draft would change nobody's score and no goal.
trial-goals = Goals that would stand otherwise
trial-goals-lead = { $n } goals would stand otherwise.
trial-not-smart = not SMART
trial-in-force = As it is
trial-draft = With the draft
benchmark-title = Beside values from outside
benchmark-note = Others may count differently: for orientation, not as a standard of appraisal.
benchmark-category = Category
benchmark-year = Year
benchmark-value = Value outside
benchmark-gap = Gap
benchmark-source = Source
effect-title = Before and after
effect-note = The month of the action has days of both and is left out. Changes are given in absolute terms (percentage points for shares) and relative in percent, which are not the same. What comes after need not come from it: season, promotions and changes of staff may play a part.
effect-date = Date
effect-action = Action
effect-whom = For whom
effect-before = Before
effect-after = After
effect-absolute = Absolute change
effect-relative = Relative change (%)
effect-chance = Beyond chance
effect-beyond = beyond chance
effect-within = within chance
effect-unknown = cannot be told
like-title = Ordinary months and promotions apart
like-note = In promotion months volume and customers differ, and a comparison with ordinary months would mislead; here ordinary months are compared with ordinary ones, promotion months with promotion months. Promotions: { $names }.
like-kind = Months
like-ordinary = Ordinary months
like-promotion = Promotion months
like-until = 12 months to { $month }
like-months = { $n } months, n = { $below }
pair-title = Side by side: an association, not a cause
pair-found = { $a } and { $b }: over { $n } months the rank correlation is { $rho } (Spearman, 95% interval { $low } to { $high }).
pair-few = { $a } and { $b }: only { $n } months have both, too few for a correlation.
pair-note = A correlation says how far the two rise and fall together, not which moves the other; season, promotions and other common causes make correlations too.
effect-promotion = with a promotion month
figure-agent-day = Per agent-day
figure-agent-day-of = { $volume } over { $days } days worked
rationale-unsaid = Not said
scheme-judged = Weight judged by people
ledger-counts = How often, by type
ledger-counts-caption = Events by type, { $before } and { $now }
ledger-counts-note = The change is relative to the quarter before. Few events rise and fall by chance, and more entries may only mean that more was looked at.
ledger-change = Relative change
# Audiences
teams-withheld = Teams of fewer than { $n } people are not shown, nor are those that would let them be worked out.
scores-summary-quartiles = { $n } rated, median { $median }, middle half from { $low } to { $high }.
notice-no-key = No key for pseudonyms was given, so this site has no ranking.
nav-own = My page
audience-manager = For: managers
audience-public = For: everyone (groups of fewer than { $n } people are not shown)
audience-team = For: the team (groups of fewer than { $n } people are not shown)
audience-agent = For: { $name } (groups of fewer than { $n } people are not shown)
honours = Honour board
honours-lead = Titles, medals and commendations of colleagues who agreed to be named here.
honours-count = { $n } in all
honours-who = Name
honours-what = Honour
honours-when = When
honours-until = Held until
team-ranking-lead = Rankings show the upper half under pseudonyms; groups of fewer than { $n } people are left out. A person has the same pseudonym everywhere on this site.
team-ranking-none = No group of comparable people is large enough for a ranking.
team-ranking-note = { $n } people are compared; this is the upper half.
team-ranking-rank = Rank
team-ranking-pseudonym = Pseudonym
group-withheld = Fewer than { $n } people work here, so figures of the whole are not shown: they would tell of single people.
# What a change does (review)
impact-title = What this change does
impact-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
impact-moves = { $count ->
    [one] { $count } score moves
   *[other] { $count } scores move
}
impact-goals = { $count ->
    [one] { $count } goal changes state
   *[other] { $count } goals change state
}
impact-bands = { $count ->
    [one] { $count } band changes
   *[other] { $count } bands change
}
impact-awards = { $count ->
    [one] { $count } title or payout changes
   *[other] { $count } titles or payouts change
}
impact-new-scores = { $count ->
    [one] { $count } score is new
   *[other] { $count } scores are new
}
impact-gone-scores = { $count ->
    [one] { $count } score is gone
   *[other] { $count } scores are gone
}
impact-no-change = No score, goal or award changes.
impact-edits-without-effect = { $count ->
    [one] { $count } edit; no score, goal or award changes.
   *[other] { $count } edits; no score, goal or award changes.
}
impact-no-base = { $count ->
    [one] There is nothing to compare with: the data is new, with { $count } score.
   *[other] There is nothing to compare with: the data is new, with { $count } scores.
}
impact-base-faulty = { $count ->
    [one] The base has { $count } error and therefore no scores to compare with.
   *[other] The base has { $count } errors and therefore no scores to compare with.
}
impact-head-faulty = { $count ->
    [one] The data has { $count } error; scores can be computed once it is mended.
   *[other] The data has { $count } errors; scores can be computed once they are mended.
}
impact-working-tree = working tree
impact-as-of = as of { $day }
impact-shallow = the clone is shallow, so the base may not be the true one
impact-score = Score
impact-change = Change
impact-rank = Rank
impact-cause = Cause
impact-appears = new score
impact-goes = no score any more
impact-more = +{ $count } more
impact-no-room = Left out for lack of room: 
impact-group-data = data
impact-group-targets = targets
impact-group-scheme = scheme
impact-group-people = people
impact-group-events = events
impact-section-targets = Targets
impact-section-scheme = Weights and rules
impact-section-data = Monthly figures
impact-section-people = People and teams
impact-section-events = Events and closed months
impact-section-goals = Goals that change state
impact-section-awards = Titles and payouts
impact-section-moves = Other scores that move
impact-faults-new = New faults
impact-faults-gone = Faults that are gone
impact-faults-old = { $count ->
    [one] { $count } fault stands in the base as well and is not listed.
   *[other] { $count } faults stand in the base as well and are not listed.
}
impact-left-out = Counted, not listed
impact-flags = Please look at
impact-below-precision = { $count ->
    [one] { $count } score changes by less than is shown.
   *[other] { $count } scores change by less than is shown.
}
impact-ranks-only = { $count ->
    [one] { $count } rank changes only because others moved.
   *[other] { $count } ranks change only because others moved.
}
impact-period-new = { $count ->
    [one] { $period }: { $count } new score.
   *[other] { $period }: { $count } new scores.
}
impact-period-gone = { $count ->
    [one] { $period }: { $count } score is gone.
   *[other] { $period }: { $count } scores are gone.
}
impact-times = { $times } times the usual deviation
impact-fails = has to be settled before merging
impact-count = { $agents ->
    [one] { $agents } agent
   *[other] { $agents } agents
}, { $figures ->
    [one] { $figures } figure
   *[other] { $figures } figures
}
impact-easier = easier
impact-harder = harder
impact-ahead = not begun
impact-running = begun
impact-over = over
impact-award-unpriced = amount not known
impact-award-title = title
impact-award-medal = medal of level { $level }
impact-award-stars = { $level } stars
impact-award-place = place { $place } on the list
impact-award-plan = improvement plan is due
impact-flag-closed-changed = Facts of a closed month change without a recorded correction
impact-flag-closed-corrected = A correction of a closed month is recorded
impact-flag-target-eased-running = A target becomes easier after its window has begun
impact-flag-target-eased-over = A target becomes easier after its result was known
impact-flag-target-removed-late = A target is taken out after its window has begun
impact-flag-rules-retroactive = Weights or rules change for months that were scored
impact-flag-unusual-for-person = A correction goes beyond the person's usual range of six months
impact-flag-unusual-for-peers = A correction goes beyond the usual range among peers
impact-flag-month-repeated = Two months have the same figures; one export may have been imported twice
impact-edit-month-added = New month
impact-edit-month-removed = Month removed
impact-edit-figure-late = Late figure
impact-edit-figure-corrected = Figure corrected
impact-edit-figure-removed = Figure removed
impact-edit-days-corrected = Days corrected
impact-edit-target-added = New target
impact-edit-target-removed = Target removed
impact-edit-target-value = Target value changed
impact-edit-target-window = Target window or scope changed
impact-edit-target-wording = Other parts of a target changed
impact-edit-scheme-added = New scheme
impact-edit-scheme-removed = Scheme removed
impact-edit-scheme-time = When or to whom a scheme applies changed
impact-edit-item-added = Indicator added to the scheme
impact-edit-item-removed = Indicator taken out of the scheme
impact-edit-weight = Weight changed
impact-edit-rule = Scoring rule changed
impact-edit-policy = Policy changed
impact-edit-bands = Bands changed
impact-edit-indicator-added = New indicator
impact-edit-indicator-removed = Indicator removed
impact-edit-indicator-changed = Indicator definition changed
impact-edit-organisation = Settings of the organisation changed
impact-edit-incentive-added = New incentive
impact-edit-incentive-removed = Incentive removed
impact-edit-incentive-changed = Incentive changed
impact-edit-agent-added = New agent
impact-edit-agent-removed = Agent removed
impact-edit-agent-renamed = New id
impact-edit-agent-left = Last day changed
impact-edit-posting = Posting changed
impact-edit-joined = First day changed
impact-edit-team-added = New team
impact-edit-team-removed = Team removed
impact-edit-team-changed = Team changed
impact-edit-event-added = New event
impact-edit-event-removed = Event removed
impact-edit-month-closed = Month closed
impact-edit-month-reopened = Month no longer closed
impact-edit-correction-recorded = Correction recorded

# Yearly review, newcomers, rosters, service value, occasions
yearly = Yearly review of targets
yearly-hits = How often they were reached
yearly-levels = By level
yearly-by-team = By team
yearly-drift = Team medians against the target
yearly-proposals = Proposed targets for the next year
yearly-decisions = Decisions
yearly-hits-note = Goals: those reached among the goals whose window ended in the year and that were decided. Full line: those with full points, counted once for each person and quarter. Beside it numbers and the 95% interval (Wilson). When the whole interval lies above 90% the line may be too easy, below 10% too hard; where it runs over one of these lines it cannot be told yet. Quarters of one person are not independent: the interval is rather too narrow.
yearly-levels-note = By the level held most of each quarter.
yearly-by-team-note = By the team of most of each quarter.
yearly-drift-note = Distance of the median of the team's people (three or more) in a quarter to the full line of that time, against the same quarter a year earlier, or the year's first quarter where there is none; positive when better than the target; the last column is how the distance changed, positive when there is more room.
yearly-proposals-note = Proposals computed from figures, not targets: the pooled value b of the last six complete months and one σ towards the better (σ = √(s²/h + SE²), h the twelve months of the next year), but no further than the better of the own best and what the best tenth of the peers reach; where nothing more is within reach, the level is kept. People decide, and write why under target_reviews in cycle/.
yearly-decisions-note = Accepted, adjusted or declined, each with its reason.
yearly-of-indicator = Targets of { $year } looked back on
yearly-next-target = Proposed target after { $year }
yearly-empty = There is nothing to count in this year.
yearly-left-out = { $n } more rows stand on the pages of the indicators.
yearly-lead-goals = In { $year } { $n ->
    [one] one goal was
   *[other] { $n } goals were
} decided, { $met } of them reached ({ $rate }, 95% interval { $low }–{ $high }).
yearly-lead-no-goals = No goal was decided in { $year }.
yearly-lead-fits = Of { $n } indicators { $easy } may be too easy and { $hard } too hard, by their goals or their full line.
yearly-lead-unmeasured = { $n ->
    [one] One more goal
   *[other] { $n } more goals
} could not be judged for lack of figures.
yearly-lead-running = The year is not over: this is how it stands so far.
yearly-goals = Goals reached
yearly-full = Full line reached
yearly-full-before = Full line the year before
yearly-counts = { $met }/{ $n } · { $low }–{ $high }
yearly-nobody = none
yearly-who = Who
yearly-then = Median before
yearly-now = Median now
yearly-gap-then = Distance before
yearly-gap-now = Distance now
yearly-moved = Change of distance
yearly-median-of = { $period } · { $n ->
    [one] 1 person
   *[other] { $n } people
}
yearly-baseline = Baseline b
yearly-spread = Spread by itself σ
yearly-reach = Best reached so far
yearly-proposal = Proposal
yearly-peers = best tenth of { $n } peers { $value }
yearly-no-peers = comparable peers: { $n }
yearly-no-reach = no month with enough cases
yearly-unknown = unknown
yearly-few-months = figures of { $n } months only: no proposal
yearly-range = a range is good: people decide
yearly-channels = channels have lines of their own: no proposal over all
yearly-raise = chance if nothing changes { $chance }
yearly-keep = keep; chance if nothing changes { $chance }
yearly-derived = { $n } months from { $first } to { $last } pooled give b = { $baseline }; standard deviation of the months s = { $s }, sampling error SE = { $error }; over { $months } months σ = √(s²/{ $months } + SE²) = { $spread }. A target is challenging from { $easiest } on and within reach up to { $hardest }; own best { $own }, best tenth of the peers { $peers }.
yearly-derived-raise = Proposed: { $value }, with a chance of { $chance } if nothing changes.
yearly-derived-keep = Nothing more is within reach: keep { $value }, with a chance of { $chance } if nothing changes.
yearly-undecided = not decided
yearly-year = Year
yearly-reason = Reason
yearly-by = Decided by
fit = Fit
fit-full-easy = full line may be too easy
fit-full-hard = full line may be too hard
fit-goals-easy = goals may be too easy
fit-goals-hard = goals may be too hard
fit-unclear = cannot be told yet
fit-fine = neither too easy nor too hard
review-accepted = accepted
review-adjusted = adjusted
review-declined = declined
ramp-month = Month { $n }
ramp-service = Month of service
ramp-stage = Stage
ramp-stage-now = Stage now
ramp-observed = observed, not scored
ramp-step = newcomer's step (through month { $through })
ramp-full-rules = full rules
ramp-later = not yet
ramp-median = Median of newcomers
ramp-difference = Against the median
ramp-data = Months after joining
ramp-title-none = No monthly score since joining yet
ramp-title-alone = Month { $n } of service: { $score }; too few newcomers to compare
ramp-title = Month { $n } of service: { $score }; the median of { $of } newcomers in that month is { $median }
ramp-subtitle = Monthly score by month of service; newcomers are all who joined since figures are kept
ramp-label = Line chart of the score of { $who } by month of service
ramp-summary = Joined on { $joined }; figures of { $n } months.
ramp-note = Each month is scored by the newcomer's rules of that month: a score may drop when the steps rise while the work does not. A median rests on { $least } people or more.
ramp-team-title = { $n ->
    [one] One newcomer
   *[other] { $n } newcomers
} in the first year
ramp-team-summary = The table has each person's monthly scores and the median of all newcomers.
staff-section = Rosters and enquiries
staff-interval = Time of day
staff-hours = Hours scheduled
staff-worked = Hours worked
staff-hours-share = Share of hours
staff-enquiries = Enquiries
staff-enquiries-share = Share of enquiries
staff-per-hour = Enquiries per scheduled hour
staff-shift = Hours to shift
staff-match = Match
staff-data = Rosters and enquiries by time of day
staff-course-data = Rosters and enquiries by month
staff-note = Match = 1 − ½ ∑ |share of hours − share of enquiries|: the share of the hours that lie where the enquiries are. Hours to shift: what a time of day would gain or lose if hours followed enquiries. Load is context for a score and never part of it.
staff-title = { $share } of the scheduled hours lie where the enquiries are
staff-title-whole = { $rate } enquiries for each scheduled hour
staff-subtitle = { $who }, { $period }: { $hours } hours scheduled, { $enquiries } enquiries; the tick is the team's mean
staff-label = Bar chart of enquiries per scheduled hour of { $who } by time of day
staff-summary = The team's mean is { $rate } enquiries for each scheduled hour.
staff-course-title = Enquiries per scheduled hour: { $then } in { $first }, { $now } in { $last }
staff-course-subtitle = { $who }, by month
staff-course-label = Line chart of enquiries per scheduled hour of { $who }
value-title = What service brings in
value-caption = What service brings in, { $period }
value-whose = Who
value-now = { $indicator } in { $period }: { $value } ({ $counts }).
value-change = { $change } since { $period }.
value-note = This is what was bought after service: an association, not all of it brought in by service. The definition stands on the indicator's page.
trend-shaded = { $subtitle }; shaded: months with a promotion
outside-line = From outside
outside-value = From outside: { $category }, { $year }, { $value }, source: { $source }.
attendance = Days worked
attendance-unit = days
own-line-term = Full line of the level
own-line = { $level }: { $line } ({ $scheme })
# Gates of a review
impact-gates = Before merging
impact-to-acknowledge = to be acknowledged
impact-acknowledged = acknowledged
impact-acknowledge-how = Write these lines into the description of the pull request, each with its reason:
impact-acknowledge-reason = reason
impact-acknowledge-unread = not understood
impact-flag-export-repeated = The figures of two months come from the same export
impact-flag-source-missing = Figures without a word about their source
impact-flag-author-gains = Who wrote the change gains by it
impact-flag-score-moved = A score moves by more than the limit
impact-flag-goal-flipped = A goal changes state
impact-flag-band-changed = A band changes
impact-flag-payout-changed = A title or payout changes
impact-flag-new-warning = A new warning
impact-flag-gate-loosened = The change makes a gate milder; it is judged by the gates before it

# What moved one score, edit by edit
impact-single-idle = { $count ->
    [one] { $count } more edit did nothing to this score.
   *[other] { $count } more edits did nothing to this score.
}
impact-single-all = Each edit counts what it adds, averaged over all orders of all edits (Shapley's value); they add up to the change.
impact-single-grouped = More than { $most } edits: averaged over all orders of the groups, then over all orders within each group (Owen's value); they add up to the change.
impact-single-others = { $group }: edits of everyone else ({ $count })
impact-single-together = { $group }: { $count } further edits together
impact-single-none = This score did not change.

# The page of a review
impact-passes = may be merged
impact-contents = Contents
impact-moves-all = Scores that move
impact-before = before
impact-after = after
impact-ranks-title = { $count ->
    [one] { $period }: { $count } rank changes
   *[other] { $period }: { $count } ranks change
}
impact-ranks-note = Ranks among comparable people; rank 1 is at the top
impact-causes-note = What each group of edits adds (Shapley's value); the parts add up to the change
changes = Changes
changes-page = Changes, page { $n }
changes-lead-day = { $count ->
    [one] One commit changed the data, on { $day }.
   *[other] { $count } commits changed the data, all on { $day }.
}
changes-lead = { $count ->
    [one] One commit changed the data from { $from } to { $to }.
   *[other] { $count } commits changed the data from { $from } to { $to }.
}
changes-empty = There is no history of commits.
changes-shallow = The site was built from a shallow clone: older commits cannot be seen, and what the oldest one listed seems to change may be older.
changes-edited = The working tree has edits that are not committed; they are not listed.
changes-asked = Effects were computed for the newest { $count } commits; older ones are listed without.
changes-decisions = Changes of goals, rules and closed months
changes-decisions-note = One row for each change: whose goal, which weight, rule, band or figure of a closed month, from what to what. The effect is that of the whole commit and stands once.
changes-decisions-none = None of the commits that were evaluated changed a goal, weight, rule, band or closed figure.
changes-all = All commits
changes-all-note = Effects come from evaluating the data before and after, both as of the day of this site; whether a goal had begun is meant as of the day of the commit.
changes-commit = Commit
changes-what = Change
changes-of = Of
changes-values = Before → after
changes-way = Direction and time
changes-effect = Effect
changes-same-commit = same commit
changes-by = By
changes-subject = Message
changes-content = Content
changes-files = Files
changes-merge = merge
changes-more = { $count } more changes are not listed
changes-decided = { $count ->
    [one] one change of goals, rules or closed months
   *[other] { $count } changes of goals, rules or closed months
}
changes-nothing-said = the data says the same
changes-not-shown = not shown
changes-not-asked = not computed
changes-first = first commit of the data
changes-cut = the shallow clone is cut here
changes-no-base = the data before has errors, nothing to compare with
changes-faulty = { $count ->
    [one] the data has an error here and no scores
   *[other] the data has { $count } errors here and no scores
}
changes-no-effect = no score changes
changes-small-group = too few people to show
changes-over-faulty = with earlier commits that have errors
changes-largest = largest { $change } ({ $who }, { $period })
changes-period-new = { $period }: { $count ->
    [one] one new score
   *[other] { $count } new scores
}
changes-period-gone = { $period }: { $count ->
    [one] one score is gone
   *[other] { $count } scores are gone
}
written-once = The figures were written on { $day } (commit { $commit }).
written-or-before = The figures were written on { $day } or earlier (the shallow clone ends at commit { $commit }).
written-often = The figures were written by { $n } commits, the last on { $day } (commit { $commit }).
written-later = { $line } was added or corrected on { $day } (commit { $commit }).
written-later-more = Further lines that were added or corrected later: { $n }.
written-uncommitted = Lines that are not committed yet: { $n }.
turn-from = From { $month } on:
turn-begins = counts, with weight { $weight }
turn-begins-label = Begins to count
turn-ends = counts no longer, weight before { $weight }
turn-ends-label = No longer counts
turn-weight = weight { $before } → { $after }
turn-weight-label = Weight { $before } → { $after }
turn-target = full points at { $before } → { $after }
turn-target-label = Full points { $before } → { $after }
turn-rule = rule { $before } → { $after }
turn-rule-label = Rule changed
turn-scheme = From { $month } on scores follow { $after }, before { $before }.
turn-commit = { $day }, commit { $commit }: { $what }
turn-commit-label = Edit { $commit }
# The workbook that is exported
export-ranking = Ranking
export-rank = Rank
export-agent = Agent
export-id = Id
export-team = Team
export-peers = Peers
export-score = Score
export-band = Band
export-margin = Margin (±)
export-available = Weight with values
export-verdict = Verdict
export-indicator = Indicator
export-dimension = Dimension
export-numerator = Numerator (sum)
export-denominator = Denominator (count)
export-value = Value
export-unit = Unit
export-state = State
export-points = Points
export-weight = Weight (%)
export-effective = Effective weight (%)
export-contribution = Contribution
export-total = Total of the segment
export-days = Days worked
export-months = Scores of the months
export-events = Events
export-cap = Most a score can be
# Audit of the indicator system
audit-title-year = Annual audit of the indicator system · { $year }
audit-title-table = Audit of the indicator system
audit-nothing = There are no scores to audit in this year.
audit-size = { $units } units × { $indicators } indicators · seed { $seed }
audit-overall = Overall:
audit-section = Section
audit-verdict = Verdict
audit-actions = What to do first
audit-checks = Checks
audit-ranges = How far ranks hold: 90% intervals
audit-more = +{ $count } more
audit-limits = limits: { $list }
audit-flag = { $severity } · { $item }: { $finding } ({ $evidence })
audit-action = { $item }: { $finding } ({ $evidence }). Remedy: { $remedy }. { $effect }
audit-effect = This would move ranks by { $mean } places on average, { $most } at most.
audit-no-effect = Its effect on ranks is not computed.
audit-column-unit = Unit
audit-column-score = Score
audit-column-rank = Rank
audit-column-rank-range = Rank interval (weights, methods, samples)
audit-column-chance-range = By sampling alone
audit-column-crosses = Boundaries within it
audit-verdict-not-assessed = not assessed
audit-verdict-pass = pass
audit-verdict-warn = amber
audit-verdict-fail = red
audit-severity-note = note
audit-severity-warn = amber
audit-severity-fail = red
audit-origin-convention = convention
audit-origin-ours = ours
audit-origin-set = set here
audit-section-data = Data
audit-section-indicators = Each indicator
audit-section-structure = Structure
audit-section-weights = Weights
audit-section-robustness = Robustness
audit-section-targets = Targets and thresholds
audit-section-small-numbers = Fairness of small numbers
audit-row-coverage = Coverage
audit-row-degenerate = Degenerate values
audit-row-outliers = Outliers
audit-row-within = Correlation within dimensions
audit-row-across = Correlation across dimensions and with the score
audit-row-consistency = Cronbach’s alpha
audit-row-components = Principal components
audit-row-importance = Weight against importance
audit-row-dominance = Dominance
audit-row-double-counting = Double counting
audit-row-aggregation = Arithmetic against geometric mean
audit-row-normalisation = Other normalisations
audit-row-uncertainty = Uncertainty of ranks
audit-row-sensitivity = Where uncertainty comes from
audit-row-remove-one = Leaving one out
audit-row-edges = Ceiling and floor
audit-row-discrimination = Reliability
audit-row-attainability = Attainability of targets
audit-row-drift = Drift of targets
audit-row-bunching = Bunching at thresholds
audit-row-small-samples = Small samples
audit-row-stability = Stability of ranks
audit-lack-units = too few units: { $n }, at least { $needed } are needed
audit-lack-months = too few months: { $n }, at least { $needed } are needed
audit-lack-scale = there is no fixed scale to judge by
audit-lack-targets = there are no targets or thresholds
audit-lack-counts = there are no numbers of cases
audit-lack-indicators = too few indicators in each dimension
audit-lack-window = too few figures near any threshold: at least { $needed } are needed
audit-lack-spread = there is no spread
audit-measure-share = coverage
audit-measure-spread = standard deviation
audit-measure-mode = share of the most frequent value
audit-measure-distinct = share of distinct values
audit-measure-skewness = skewness
audit-measure-pulled = values to pull in
audit-measure-far = values far from the median
audit-measure-correlation = correlation
audit-measure-rank-correlation = rank correlation
audit-measure-alpha = alpha
audit-measure-first-component = share of the first component
audit-measure-components = eigenvalues above 1
audit-measure-weight = weight
audit-measure-influence = share of the score’s variance
audit-measure-ratio = share ÷ weight
audit-measure-gap = share − weight
audit-measure-inflation = variance inflation
audit-measure-mean-shift = mean shift of ranks
audit-measure-max-shift = largest shift of ranks
audit-measure-tau = Kendall’s tau
audit-measure-narrow = share with a narrow rank interval
audit-measure-chance-share = rank movement by sampling alone
audit-measure-crossing = units whose interval crosses it
audit-measure-first-order = first-order index
audit-measure-total-order = total-order index
audit-measure-ceiling = share at the top
audit-measure-floor = share at the bottom
audit-measure-reliability = reliability
audit-measure-hit-rate = hit rate
audit-measure-result-slope = slope of the result
audit-measure-target-slope = slope of the target
audit-measure-trend = z of the trend of their distance
audit-measure-chance = adjusted p
audit-measure-excess = excess over what is expected
audit-measure-placebo = placebo thresholds that show less
audit-measure-few-cases = share of units with too few cases
audit-measure-believed = mean share believed
audit-measure-dispersion = over-dispersion
audit-measure-beyond = beyond the 99.8% limits
audit-measure-stability = month-to-month rank correlation
audit-finding-missing = too many figures are missing
audit-finding-constant = the same for all, so it says nothing
audit-finding-same-value = mostly one value
audit-finding-few-values = few distinct values
audit-finding-outliers = has outliers
audit-finding-conflict = work against each other in one dimension
audit-finding-weak = have little in common in one dimension
audit-finding-redundant = say nearly the same
audit-finding-silent = hardly heard in the score
audit-finding-misplaced = is nearer to another dimension
audit-finding-merge = two dimensions say nearly the same
audit-finding-inconsistent = not of one piece, which a set of different measures need not be
audit-finding-mixed = holds more than one thing, which need not be wrong
audit-finding-dominant = counts for far more than its weight
audit-finding-underweight = counts for far less than its weight
audit-finding-against-weight = works against its own weight
audit-finding-double-counted = from one source and counted twice
audit-finding-inflated = follows from the other indicators
audit-finding-method-matters = ranks depend on this choice of method
audit-finding-uncertain = many ranks do not hold
audit-finding-crosses-boundary = chance of sampling alone could put some on the other side
audit-finding-carries = ranks hang on it
audit-finding-idle = leaving it out changes no rank
audit-finding-saturated = many at the top, where points no longer tell them apart
audit-finding-floored = many at the bottom, where points no longer tell them apart
audit-finding-noise = differences between people are mostly chance
audit-finding-too-easy = is nearly always met
audit-finding-too-hard = is hardly ever met
audit-finding-drifting = target and result move apart
audit-finding-bunched = more than expected just past it: a pattern consistent with managing to the threshold; review cases, it accuses nobody
audit-finding-few-cases = too few cases for many
audit-finding-outside = some differ by more than chance
audit-finding-unstable = ranks do not last
audit-remedy-collect = see that figures are supplied
audit-remedy-take-out = take it out of the score and go on showing it
audit-remedy-keep-one = score only one of the two
audit-remedy-redefine = check its direction and definition
audit-remedy-rescale = set its scale anew so that it tells people apart
audit-remedy-reweight = give it a weight by what it does
audit-remedy-more-cases = take in more cases or a longer time
audit-remedy-retarget = set the target anew
audit-remedy-review-cases = review cases near the threshold
audit-remedy-show-intervals = show intervals and hang nothing on single places
audit-remedy-fix-method = decide on the method in writing
audit-remedy-look-at-values = look at the values themselves
audit-item-whole = the system as a whole
audit-item-pair = { $one } and { $other }
audit-item-threshold = { $indicator } at { $value }
audit-item-band = the line of band { $name }
audit-item-title = the title { $name }
audit-item-bonus = the bonus { $name }
audit-named-min-max = min-max normalisation
audit-named-z-score = z-scores
audit-named-percentile = percentile ranks
audit-named-geometric = geometric mean
audit-named-normalisation = normalisation
audit-named-aggregation = aggregation
audit-named-gaps = treatment of gaps

# The pages of the audit
audited = Audit of the indicators
audited-more = Annual audit of the indicators
audited-title = Audit: { $name }
audited-lead = { $n } systems of { $year } were audited: { $fail } do not hold, { $warn } need a look, { $pass } pass, { $none } could not be assessed. The audit asks whether indicators, weights, targets and ranks can be trusted; it judges no person.
audited-system-lead = Verdict on the whole: { $verdict }. The 22 checks flagged { $n } items. A check without enough data says “not assessed”; it never counts as passed.
audited-period = Period
audited-complete = complete year
audited-running = the year is not over; verdicts are provisional
audited-data = State of the data
audited-data-changed = { $commit }, with changes that are not committed
audited-data-plain = the data is not in git
audited-seed = Seed
audited-scheme = Scheme
audited-size = Size
audited-draws = Random draws
audited-draws-all = { $n }
audited-draws-fewer = { $n }; with so many people the build takes fewer, the command audit and build --audit full take all
audited-summary = Verdicts and actions
audited-all-of = All checks: { $name }
audited-actions-of = Three actions: { $name }
audited-light-pass = no check found anything
audited-light-pass-some = the assessed checks found nothing; { $n } not assessed
audited-light-none = too little data for any check
audited-light-by = decided by: { $list }
audited-check = Check
audited-verdict = Verdict
audited-statistic = Statistic and interval
audited-n = N
audited-limits = Limits (origin)
audited-no-limit = none
audited-no-statistic = no number to report
audited-checks-of = { $name }: checks
audited-flagged-of = { $name }: flagged items
audited-left-out = { $n } more rows are in the CSV file.
audited-item = About
audited-severity = Severity
audited-finding = Finding
audited-evidence = Evidence
audited-remedy = Remedy
audited-effect = Effect on ranks
audited-origin-build = fewer in this build
audited-origin-rule = full points of the scheme
audited-origin-team = goals of { $name }
audited-origin-organisation = goals of the organisation
audited-origin-agents = goals of agents
audited-about-data = Are the figures there, and do they tell people apart? Red: an indicator below the limit of coverage, or the same for all.
audited-about-indicators = Each indicator by itself: ends of its scale, how much of the differences is not chance, how often its target is met.
audited-about-structure = Do indicators of a dimension go together, say the same twice, matter for the score? Red: clear opposition within a dimension, or near copies from one source.
audited-about-weights = Does what an indicator does match its weight? What it does is its share of the differences between scores; all shares total 100%.
audited-about-robustness = Would ranks change if weights, methods and samples had been others? Green: a narrow interval for 80% of people or more.
audited-about-targets = Are targets too easy or too hard, do they drift from results, is the number at a threshold unusual?
audited-about-small-numbers = Of few cases, high and low are mostly chance. Funnels show what chance explains; shrunken values believe only what the data supports.
audited-about-appendix = How each check computes, where limits come from, and every table. Same data and seed give the same numbers.
audited-appendix = Appendix: formulas, limits, data
audited-coverage-map = Coverage: indicator × month
audited-coverage-note = Shades in order: below { $least }, below 90%, below 100%, all there. n/a: no figure was expected.
audited-indicators-overview = Indicators at a glance
audited-indicators-note = The advice follows from everything that any check flagged as warn or fail; without enough data it never says “keep”.
audited-advice = Advice
audited-advice-keep = keep
audited-advice-retarget = re-target
audited-advice-redefine = re-define
audited-advice-too-little = too little data
audited-people = People
audited-range = Range
audited-target-line = full points { $value }
audited-no-target = none
audited-histogram-of = Values of the year: { $name }
audited-histogram-note = values of the year, { $n } people
audited-histogram-sum = Median { $median }; full points at { $target }.
audited-correlation-map = Correlations: indicator × indicator, by dimension
audited-correlation-note = Pearson correlations of the year’s values, more always being better. Shades in order: below { $conflict } (opposed), below 0, below { $weak } (weak), above, above { $redundant } (nearly the same).
audited-weights-title = Weight and influence
audited-weights-note = share of the differences between scores, { $n } people
audited-weights-sum = The widest gap is that of { $name }: weight { $weight }, influence { $share }.
audited-weights-whatif = Try other weights as a what-if first: weights say what matters, which no statistic decides.
audited-nominal = Weight
audited-effective = Influence
audited-rank-of = { $name }: rank { $rank }, interval { $wide }; by sampling alone { $chance }
audited-rank-axis = rank (1 is best)
audited-unknown = unknown
audited-ranks-note = Dot: rank in force; long bar: 90% interval over weights, methods and samples; thick bar: by sampling alone; hollow dot: crosses a boundary of pay or grade. { $n } people.
audited-ranks-each = Every { $step }th rank is drawn.
audited-ranks-sum = { $narrow } of { $n } people have a narrow interval; the intervals of { $crossing } cross a boundary.
audited-boundary = Boundary
audited-boundary-at = Score or rank
audited-crossing = People whose interval crosses
audited-boundaries = Boundaries of grades and pay
audited-boundaries-note = These people could stand on the other side by chance of sampling alone.
audited-alternatives-title = How far other methods move ranks
audited-alternatives-sum = The most is { $name }: { $mean } places on average.
audited-remove-title = How far leaving one indicator out moves ranks
audited-remove-sum = The most is { $name }: { $mean } places on average.
audited-shift-note = mean distance from the ranks in force, { $n } people
audited-shift-axis = mean shift (places)
audited-causes-title = What the shifts of ranks come from
audited-causes-sum = The largest total effect is that of { $name }: { $total }.
audited-first-order = alone (first order)
audited-total-order = with interactions (total)
audited-targets-fair = Bunching at a threshold is a pattern, and may have good reasons: review cases. It says of nobody that they did wrong.
audited-hits-axis = hit rate
audited-hits-title = Hit rate by month
audited-hits-note = of the full points of the scheme, { $n } people
audited-hits-sum = Over the year the highest is { $easy } ({ $high }), the lowest { $hard } ({ $low }).
audited-hits-data = Hit rate: indicator × month
audited-months-of-people = Agent-months
audited-threshold-line = threshold { $value }
audited-bunching-title = { $name }: around { $value }
audited-bunching-note = values of months in classes of equal width
audited-bunching-sum = { $before } before the threshold, { $past } past it; adjusted p { $p }, excess { $excess }, above { $placebo } of placebo thresholds.
audited-cases = cases
audited-funnel-note = { $n } of { $all } people drawn; hollow dot: fewer cases than the minimum
audited-funnel-sum = { $n } people, { $centre } overall; { $out } beyond the 99.8% limits, { $few } with too few cases to be ranked.
audited-funnel-data = Ranks before and after shrinkage: { $name }
audited-too-few = too few to be ranked
audited-rank-raw = Rank by value
audited-rank-shrunken = Rank by shrunken value
audited-formulas = How each check computes
audited-formula = Method
audited-needed = Fewest
audited-limits-all = All limits
audited-limit = Limit
audited-limit-key = Name in audit.yml
audited-limit-value = Value
audited-limit-origin = Origin
audited-limit-default = Default
audited-none = none
audited-all = all
audited-same-same = same
audited-same-other = other
audited-named-goalposts = fixed goalposts
audited-named-min-max = min-max
audited-named-z-score = z-scores
audited-named-percentile = percentile ranks
audited-named-arithmetic = arithmetic mean
audited-named-geometric = geometric mean
audited-named-normalisation = normalisation
audited-named-aggregation = aggregation
audited-named-gaps = treatment of gaps
audited-named-weights = weights
audited-named-sampling = sampling
audited-how-coverage = Figures there ÷ figures expected, by indicator, person and month.
audited-how-degenerate = Standard deviation of 0; share of the most frequent value; share of distinct values (not for counts).
audited-how-outliers = Type 2 skewness G1 and excess kurtosis G2 both beyond their limits; at most 5 points are pulled in. For few: |x − median| ÷ (1.4826·MAD).
audited-how-within = Pearson and Spearman correlations of the year’s directed values with Fisher’s z interval; correlations within people over months are kept apart.
audited-how-across = Correlation with the own dimension (without itself), other dimensions and the score.
audited-how-consistency = α = k/(k−1) · (1 − tr C / ΣC), and α if one is dropped. Performance indicators are formative: never fails alone.
audited-how-components = Eigenvalues of the correlations of a dimension; share of the first component.
audited-how-importance = Covariance share w·cov(x, y)/V(y), totalling 1; correlation ratio by a cubic fit (Paruolo 2013).
audited-how-dominance = Share ÷ weight within its limits; most share of one indicator; a share ≤ 0 works against its weight.
audited-how-double-counting = A correlation above the limit with a shared source; variance inflation 1/(1 − R²).
audited-how-aggregation = Weighted geometric mean on 1–100; mean and largest shift of ranks.
audited-how-normalisation = Min-max, z-scores, percentile ranks; mean and largest shift of ranks.
audited-how-uncertainty = Weights (±25%, renormalised), methods, gaps and the sampling error of each indicator drawn together; 5–95% of ranks.
audited-how-sensitivity = y = mean shift of ranks; first and total order by Saltelli 2010 and Jansen on Sobol points; finite designs are enumerated.
audited-how-remove-one = Weight set to 0, the rest renormalised: mean and largest shift of ranks, Kendall’s τ.
audited-how-edges = Share of people at either end of the scale, Wilson’s interval.
audited-how-discrimination = σ²b / (σ²b + σ²e/m) from an analysis of variance of people × months.
audited-how-attainability = Hit rate with Wilson’s interval; flagged where the whole interval lies beyond a limit.
audited-how-drift = Theil–Sen slopes of target and median result; Mann–Kendall test of their distance. One year cannot tell a season from a trend.
audited-how-bunching = Counts from T up to T+h against counts from T−h up to T (upper ends not counted), exact binomial test with p = ½; excess over a smooth fit; placebo thresholds; Benjamini–Hochberg.
audited-how-small-samples = Funnel p₀ ± z√(p₀q₀/n) at 95 and 99.8%; over-dispersion after 10% winsorising; shrinkage B = τ²/(τ² + s²).
audited-how-stability = Spearman’s correlation of ranks from month to month.
audited-limit-coverage = least coverage
audited-limit-same-value = most share of one value
audited-limit-distinct-values = least share of distinct values
audited-limit-skewness = most skewness
audited-limit-kurtosis = most kurtosis
audited-limit-winsorised = most values pulled in
audited-limit-mad-distance = most distance from the median
audited-limit-conflict = opposed below
audited-limit-weak = weak below
audited-limit-redundant = redundant above
audited-limit-silent = silent below
audited-limit-alpha = least alpha
audited-limit-first-component = least first component
audited-limit-weight-gap = most gap of weight and influence
audited-limit-share-above = most influence per weight
audited-limit-share-below = least influence per weight
audited-limit-single-share = most influence of one
audited-limit-inflation = most variance inflation
audited-limit-moved = most shift by a method (of N)
audited-limit-moved-by-one = most shift by leaving one out (of N)
audited-limit-range-width = narrow interval (of N)
audited-limit-range-good = narrow for a good verdict
audited-limit-range-bad = narrow for a bad verdict
audited-limit-method-share = most effect of one method
audited-limit-edge-some = much at an end
audited-limit-edge-most = too much at an end
audited-limit-reliability = least reliability
audited-limit-usable = reliability for single people
audited-limit-hits-high = hit rate too high above
audited-limit-hits-low = hit rate too low below
audited-limit-drift = most z of a trend
audited-limit-bunching-chance = p of bunching
audited-limit-bunching-excess = excess of bunching
audited-limit-placebo = placebo thresholds below
audited-limit-few-cases-some = few cases: much
audited-limit-few-cases-most = few cases: too much
audited-limit-believed = least believed share
audited-limit-stability = least stability
audited-limit-weight-spread = spread of weights
audited-limit-draws = draws
audited-limit-runs = points of the sensitivity
audited-sheet-checks = All checks
audited-sheet-flags = All flagged items
audited-sheet-coverage-indicators = Coverage by indicator
audited-sheet-coverage-units = Coverage by person
audited-sheet-coverage-months = Coverage by indicator and month
audited-sheet-degenerate = Spread of values
audited-sheet-outliers = Outliers
audited-sheet-correlations = Correlations by pair
audited-sheet-structure = Correlations with dimensions and score
audited-sheet-alpha = Cronbach’s alpha
audited-sheet-components = Principal components
audited-sheet-inflation = Variance inflation
audited-sheet-importance = Weight and influence
audited-sheet-aggregation = Other aggregation
audited-sheet-normalisation = Other normalisations
audited-sheet-ranges = Intervals of ranks
audited-sheet-sensitivity = Causes of uncertainty
audited-sheet-sensitivity-methods = Methods, enumerated
audited-sheet-remove-one = Leaving one out
audited-sheet-edges = Ends of the scale
audited-sheet-reliability = Reliability
audited-sheet-hit-rates = Hit rates of the year
audited-sheet-hit-timeline = Targets and results by month
audited-sheet-drift = Trends of targets and results
audited-sheet-bunching = Around thresholds
audited-sheet-small-samples = Small samples
audited-sheet-funnel = Funnels
audited-sheet-stability = Stability of ranks
audited-col-indicator = Indicator
audited-col-present = There
audited-col-expected = Expected
audited-col-share = Share
audited-col-unit = Agent
audited-col-month = Month
audited-col-n = N
audited-col-sd = Standard deviation
audited-col-same-value = Most frequent value
audited-col-distinct = Distinct values
audited-col-skewness = Skewness
audited-col-kurtosis = Kurtosis
audited-col-far-from-median = Far from the median
audited-col-winsorised = Pulled in
audited-col-one = One
audited-col-other = Other
audited-col-dimension = Dimension
audited-col-pearson = Pearson
audited-col-lower = Lower
audited-col-upper = Upper
audited-col-spearman = Spearman
audited-col-within-units = Within people
audited-col-score = Score
audited-col-own-dimension = Own dimension
audited-col-other-dimension = Other dimension
audited-col-which = Nearest other dimension
audited-col-without = Without
audited-col-alpha = Alpha
audited-col-component = Component
audited-col-eigenvalue = Eigenvalue
audited-col-weight = Weight
audited-col-ratio = Influence ÷ weight
audited-col-r-squared = R²
audited-col-correlation-ratio = Correlation ratio
audited-col-vif = Inflation
audited-col-method = Method
audited-col-mean-shift = Mean shift
audited-col-max-shift = Largest shift
audited-col-tau = Kendall’s τ
audited-col-rank = Rank
audited-col-rank-5 = Rank 5%
audited-col-rank-50 = Rank 50%
audited-col-rank-95 = Rank 95%
audited-col-chance-rank-5 = Sampling 5%
audited-col-chance-rank-95 = Sampling 95%
audited-col-chance-score-5 = Score 5%
audited-col-chance-score-95 = Score 95%
audited-col-crosses = Crosses
audited-col-cause = Cause
audited-col-first = First order
audited-col-first-lower = First, lower
audited-col-first-upper = First, upper
audited-col-total = Total order
audited-col-total-lower = Total, lower
audited-col-total-upper = Total, upper
audited-col-top = At the top
audited-col-bottom = At the bottom
audited-col-units = People
audited-col-months = Months
audited-col-between = Between people
audited-col-within = Within people
audited-col-reliability = Reliability
audited-col-origin = Target of
audited-col-hits = Hits
audited-col-rate = Hit rate
audited-col-target = Target
audited-col-median = Median
audited-col-result-slope = Result per month
audited-col-target-slope = Target per month
audited-col-mann-kendall-s = Mann–Kendall S
audited-col-z = z
audited-col-threshold = Threshold
audited-col-width = Width
audited-col-before = Before
audited-col-past = Past
audited-col-p = p
audited-col-p-adjusted = Adjusted p
audited-col-excess = Excess
audited-col-placebo = Placebo below
audited-col-minimum = Minimum
audited-col-few-cases = Too few cases
audited-col-centre = Overall
audited-col-over-dispersion = Over-dispersion
audited-col-between-sd = Spread between people
audited-col-believed = Believed
audited-col-beyond = Beyond
audited-col-value = Value
audited-col-lower-95 = 95% lower
audited-col-upper-95 = 95% upper
audited-col-lower-99-8 = 99.8% lower
audited-col-upper-99-8 = 99.8% upper
audited-col-shrunken = Shrunken
changes-people = { $count } people
changes-figures = { $count } figures

# Words of the workbook: why there is a score or none, what there is of an indicator, and units.
export-verdict-rated = rated
export-verdict-no-data = no data
export-verdict-not-in-service = not in service
export-verdict-no-scheme = no scheme
export-verdict-observed = induction
export-verdict-too-little-service = too few days
export-verdict-too-little-weight = too little data
export-verdict-missing-value = value missing
export-state-measured = measured
export-state-too-small = too few cases
export-state-without-count = number of cases unknown
export-state-missing = missing
export-state-not-applicable = not applicable
export-state-no-cases = no cases
export-state-too-few-parts = too few parts
export-unit-fraction = share
export-unit-seconds = seconds
export-unit-minutes = minutes
export-unit-hours = hours
export-unit-points = points
export-unit-count = count
export-unit-money = amount
export-unit-ratio = ratio

audit-limit-of = { $name } { $value } ({ $origin })
audit-lack-year-before = no scheme was in force in the year before, so there is nothing to compare with
audit-lack-same-rules = the rules are those of the year before, so scores are the same
audit-lack-common-units = too few people with a score by the rules of both years: { $n }, at least { $needed } are needed
audit-lack-both-years = too few people with a score in both years: { $n }, at least { $needed } are needed
audit-year = Compared with { $before }
audit-year-unchanged = The rules are those of { $before }.
audit-year-step = “{ $before }” became “{ $after }” ({ $months ->
    [one] 1 month
   *[other] { $months } months
}); indicators that differ: { $n }
audit-year-item = { $what }: { $kinds } (was { $before }; now { $after })
audit-year-policy = General rules that differ: { $list }
audit-year-goal = Goal { $what }: { $before } → { $after }
audit-year-no-goal = none
audit-year-organisation = whole organisation
audit-year-months = { $before } has figures of { $then } months, this year of { $now }; seasons are not taken out.
audit-year-crossed = The figures of { $figures } by the rules of both years, { $n } people: Spearman’s correlation of the scores { $rho }, Kendall’s τ { $tau }; { $bands ->
    [one] 1 person is
   *[other] { $bands } people are
} in another band; ranks move by { $mean } places on average and { $most } at most; the mean score is { $then } by the old rules and { $now } by the new ones.
audit-year-not-crossed = The figures of { $figures } by the rules of both years: not assessed, { $reason }.
audit-year-only = In addition, { $then } have a score by the old rules only and { $now } by the new ones only.
audit-year-available = Mean weight with figures: { $then } by the old rules, { $now } by the new ones; indicators without figures are treated as each scheme says.
audit-year-no-spread = none (scores do not differ)
audit-year-mover = { $name }: rank { $before } → { $after } (score { $then } → { $now })
audit-year-split = The mean score went from { $then } to { $now }, a change of { $whole }. For the { $n } people with scores in both years it is { $change }: what they did otherwise { $people }, the changed yardstick { $yardstick }; the other { $others } come from who joined and who left.
audit-year-not-split = What the change of the mean score comes from: not assessed, { $reason }.
audit-follow = Follow-up of recommendations
audit-follow-count = { $n ->
    [one] 1 recommendation
   *[other] { $n } recommendations
}: { $open } not decided, { $accepted } accepted, { $done } done, { $declined } declined; { $overdue } overdue; { $again } found again by this audit.
audit-follow-line = ({ $status }) { $text } ({ $about }{ $decision }) · { $again }
audit-follow-text = { $item }: { $finding } ({ $evidence }). Recommended: { $remedy }.
audit-follow-status-open = not decided
audit-follow-status-accepted = accepted
audit-follow-status-done = done
audit-follow-status-declined = declined
audit-follow-overdue = overdue
audit-follow-decided = decided { $day }
audit-follow-due = due { $day }
audit-follow-done = done { $day }
audit-follow-again-found = found again
audit-follow-again-own = found by this audit
audit-follow-again-not-found = not found again
audit-follow-again-flagged = this audit flags the indicator
audit-follow-again-gone = the indicator no longer counts
audit-follow-again-not-assessed = too little data, not assessed
audit-follow-again-not-matched = no check to look in
audit-follow-evidence = { $finding } ({ $evidence })
audited-about-year = What changed in the rules since the year before; the same figures by the rules of both years, to see how far places and bands move with the rules alone; and how much of the change of the mean score is what people did and how much is the rules. This section is no part of the overall verdict.
audited-about-follow-up = What audits recommended is kept in recommendations/. Each audit lists what became of it and looks whether it finds the same again.
audited-year-none = Compared with the year before: not assessed, { $reason }.
audited-year-changes = What changed in the rules: { $before } → { $after } ({ $months ->
    [one] 1 month
   *[other] { $months } months
})
audited-year-what = What
audited-year-was = Year before
audited-year-is = This year
audited-year-kind = Change
audited-year-written = Written in
audited-year-policy = General rules
audited-year-see = see the scheme
audited-year-no-difference = Both schemes score alike.
audited-year-whose = Whose
audited-split-part = Where it comes from
audited-split-points = Points
audited-split-old = By the old rules or on the old figures
audited-split-new = By the new rules or on the new figures
audited-split-people = What people did otherwise
audited-split-yardstick = The changed yardstick
audited-split-change = Subtotal: people with scores in both years
audited-split-others = Who joined and who left
audited-split-whole = Total: change of everyone’s mean score
audited-split-note = { $n } people with scores in both years; each part is the mean of both orders, so that they add up to the subtotal (Bennet 1920). Everyone: { $then } in the year before, { $now } this year.
audited-score-by = Score by the rules of { $year }
audited-rank-by = Rank by the rules of { $year }
audited-band-by = Band by the rules of { $year }
audited-weight-by = Weight with figures, rules of { $year }
audited-scores-of = Figures of { $year }: scores and ranks by the rules of both years
audited-slope-title = The same figures by last year’s rules: how places move
audited-slope-note = Figures of { $year }, { $n } people, rank 1 on top
audited-slope-most = Only the { $n } who move most are drawn.
audited-follow-none = No recommendations are kept yet. deskscore audit --format recommendations writes the three actions of this audit as text to commit; the next audit then follows them up.
audited-follow-text = Recommendation
audited-follow-year = Audited year
audited-follow-system = System
audited-follow-status = Status
audited-follow-decision = Owner, days, reason
audited-follow-again = This audit
audited-follow-written = Written in
audited-sheet-recommendations = Recommendations and what became of them
audited-sheet-year-rules = Changes of the rules
audited-sheet-year-goals = Changes of goals
audited-sheet-year-scores = Figures of the year by the rules of both years
audited-sheet-year-scores-before = Figures of the year before by the rules of both years
audited-sheet-year-summary = Main numbers of the comparison
audited-sheet-year-split = Where the change of the mean score comes from
audited-slope-sum = Who moves most: { $mover }.
audited-slope-still = Of { $n } people { $still } keep their place.

# Review: what no edit tells, new months, and what a comparison could not find
impact-edit-agent-name = Name changed
impact-section-files = Other files
impact-file-other = Changed in ways that are not told one by one: { $files }
impact-file-moved = Moved, with the same content: { $from } → { $path }
impact-file-layout = Only comments or layout differ: { $files }
impact-files-more = { $count ->
    [one] { $files }, and { $count } more file
   *[other] { $files }, and { $count } more files
}
impact-layout-only = Only comments, layout or places of files change; no score, goal or award does.
impact-new-monthly = { $count ->
    [one] { $count } new monthly score ({ $months })
   *[other] { $count } new monthly scores ({ $months })
}
impact-gone-monthly = { $count ->
    [one] { $count } monthly score is gone ({ $months })
   *[other] { $count } monthly scores are gone ({ $months })
}
impact-awards-new = { $count ->
    [one] { $period }: { $count } title or payout.
   *[other] { $period }: { $count } titles or payouts.
}
impact-awards-new-money = { $count ->
    [one] { $period }: { $count } title or payout, { $money }.
   *[other] { $period }: { $count } titles or payouts, { $money } in all.
}
impact-fault-again = { $count ->
    [one] once more, at { $place }
   *[other] { $count } more times, such as at { $place }
}
impact-flag-months = { $months } ({ $count } months)
impact-no-main = no main branch was found, so this is compared with the last commit
impact-no-base-shallow = The clone is shallow and has no commit in common with the main branch, so there is nothing to compare with; fetch the whole history (fetch-depth: 0). There are { $count } scores.
