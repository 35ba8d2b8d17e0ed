"""The same figures from the same tickets with pandas, for benches/import.rs: read_csv, drop_duplicates, groupby, YAML text."""

import sys

import pandas as pd

tickets = pd.read_csv(sys.argv[1], parse_dates=["created_at", "first_reply_at", "solved_at"])
tickets = tickets.drop_duplicates("id")
tickets = tickets[~tickets["tags"].str.contains("test")]
tickets = tickets[(tickets["created_at"] >= "2025-03-01") & (tickets["created_at"] < "2025-04-01")]
delay = (tickets["first_reply_at"] - tickets["created_at"]).dt.total_seconds()
figures = pd.DataFrame(
    {
        "agent": tickets["agent"],
        "channel": tickets["channel"],
        "contacts": 1,
        "frt_sum": delay.fillna(0),
        "frt_n": delay.notna(),
        "within": delay <= 30,
        "solved": tickets["solved_at"].notna(),
        "reopened": tickets["solved_at"].notna() & (tickets["reopens"] >= 1),
        "good": tickets["rating"] >= 4,
        "rated": tickets["rating"] >= 1,
    }
)
sums = figures.groupby(["channel", "agent"]).sum()
lines = []
for (channel, agent), row in sums.iterrows():
    lines.append(
        f"  {agent}: {{ contacts_handled: {int(row.contacts)}, first_response_time: {row.frt_sum:.0f}/{int(row.frt_n)}, "
        f"frt_within_rate: {int(row.within)}/{int(row.contacts)}, reopen_rate: {int(row.reopened)}/{int(row.solved)}, "
        f"csat_rate: {int(row.good)}/{int(row.rated)} }} # {channel}"
    )
with open("pandas.yml", "w", encoding="utf-8") as file:
    file.write("\n".join(lines))
