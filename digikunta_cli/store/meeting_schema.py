"""What came second: meetings with those invited, and the ideas that were answered."""

MEETINGS = (
    """
    create table meeting (
        id integer primary key autoincrement,
        uid text not null unique,
        title text not null check (title <> ''),
        starts_at text not null,
        ends_at text not null,
        place text,
        note text,
        changes integer not null default 0 check (changes >= 0),
        cancelled_at text,
        created_at text not null,
        changed_at text not null,
        check (ends_at > starts_at)
    ) strict
    """,
    """
    create table meeting_topic (
        meeting_id integer not null references meeting on delete cascade,
        topic text not null check (topic in ('future-role', 'decision-making', 'e-services',
            'citizen-centred', 'participation', 'innovations', 'other')),
        primary key (meeting_id, topic)
    ) strict, without rowid
    """,
    """
    create table invitation (
        meeting_id integer not null references meeting on delete cascade,
        registration_id integer not null references registration on delete cascade,
        invited_at text not null,
        attended integer check (attended in (0, 1)),
        primary key (meeting_id, registration_id)
    ) strict, without rowid
    """,
    "create index invitation_registration on invitation (registration_id)",
    """
    create table answered_idea (
        registration_id integer primary key references registration on delete cascade,
        idea_sha256 text not null check (length(idea_sha256) = 64),
        answered_at text not null,
        note text
    ) strict
    """,
)
"""Times of meetings are Finland's, to the minute and without a zone; `changes` counts those that
calendars must learn of. An idea counts as answered while its text stays the same."""
