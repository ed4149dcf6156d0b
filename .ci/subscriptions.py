"""Whether other people's programs can read what a site offers to subscribe to: every Atom feed by feedparser, every
calendar by icalendar. Usage: subscriptions.py SITE"""

import json
import pathlib
import sys

import feedparser
import icalendar

site = pathlib.Path(sys.argv[1])
problems = []
counts = {"feeds": 0, "entries": 0, "calendars": 0, "events": 0}

for path in sorted(site.rglob("atom.xml")):
    counts["feeds"] += 1
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo:
        problems.append(f"{path}: {feed.bozo_exception}")
    if feed.version != "atom10":
        problems.append(f"{path} is taken for {feed.version!r}")
    other = json.loads(path.with_name("feed.json").read_text("utf-8"))
    if [entry.id for entry in feed.entries] != [item["id"] for item in other["items"]]:
        problems.append(f"{path} and its feed.json tell different things")
    for entry in feed.entries:
        counts["entries"] += 1
        if not (entry.get("title") and entry.get("link") and entry.get("published_parsed") and entry.get("content")):
            problems.append(f"{path}: {entry.get('id')} lacks something")

for path in sorted(site.rglob("*.ics")):
    counts["calendars"] += 1
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    if calendar.errors:
        problems.append(f"{path}: {calendar.errors}")
    for event in calendar.walk("VEVENT"):
        counts["events"] += 1
        if event.errors:
            problems.append(f"{path}: {event['UID']}: {event.errors}")
        if event.decoded("DTSTART") >= event.decoded("DTEND"):
            problems.append(f"{path}: {event['UID']} ends before it begins")
        if not str(event["SUMMARY"]).strip():
            problems.append(f"{path}: {event['UID']} says nothing")

print(", ".join(f"{count} {what}" for what, count in counts.items()))
if min(counts.values()) == 0:
    problems.append("there is nothing to subscribe to")
if problems:
    sys.exit("\n".join(problems))
