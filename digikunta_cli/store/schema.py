"""The schema, as numbered migrations; one that was released is never edited."""

from sqlite_utils import Database, Migrations

migrations = Migrations("digikunta")
"""In order; `pragma user_version` counts those that a database has."""


@migrations()
def m0001_registrations_pairs_and_imports(db: Database) -> None:
    """Organisations, registrations with all their versions, pairs, groups, imports, events."""
    for statement in _FIRST:
        db.execute(statement)


# In tables without rowid the primary key's columns stand first: SQLite 3.40 takes others for
# NULL when it checks a file.
_FIRST = (
    """
    create table organisation (
        id integer primary key,
        key text not null unique,
        name text not null,
        type text not null check (type in ('municipality', 'group', 'joint-authority', 'region',
            'state', 'university', 'company', 'association', 'other')),
        region text check (length(region) = 2)
    ) strict
    """,
    """
    create table organisation_municipality (
        organisation_id integer not null references organisation on delete cascade,
        municipality text not null check (length(municipality) = 3),
        position integer not null,
        primary key (organisation_id, municipality)
    ) strict, without rowid
    """,
    """
    create table import_batch (
        id integer primary key autoincrement,
        run integer not null check (run >= 1),
        imported_at text not null,
        file_name text not null,
        sheet text,
        sha256 text not null check (length(sha256) = 64),
        tool text,
        role text not null check (role in ('mentor', 'experimenter')),
        language text,
        rows integer not null check (rows >= 0),
        new integer not null,
        changed integer not null,
        same integer not null,
        repeated integer not null,
        rejected integer not null,
        headings text not null check (json_valid(headings)),
        check (rows = new + changed + same + repeated + rejected)
    ) strict
    """,
    """
    create table registration (
        id integer primary key autoincrement,
        role text not null check (role in ('mentor', 'experimenter')),
        organisation_id integer not null references organisation,
        identity text not null,
        variant integer not null default 1 check (variant >= 1),
        current_version_id integer references version deferrable initially deferred,
        first_seen_at text not null,
        changed_at text not null,
        wanted integer check (wanted >= 0),
        unique (identity, variant)
    ) strict
    """,
    """
    create table version (
        id integer primary key,
        registration_id integer not null references registration on delete cascade,
        import_batch_id integer not null references import_batch,
        row integer not null check (row >= 1),
        answered_at text,
        response_id text,
        content_hash text not null check (length(content_hash) = 64),
        contact_email text,
        type text not null,
        bodies text not null check (json_valid(bodies)),
        answers text not null check (json_valid(answers)),
        extras text not null check (json_valid(extras))
    ) strict
    """,
    "create index version_registration on version (registration_id)",
    "create index registration_organisation on registration (organisation_id)",
    "create index version_import_batch on version (import_batch_id)",
    "create index registration_current_version on registration (current_version_id)",
    """
    create table import_registration (
        import_batch_id integer not null references import_batch on delete cascade,
        registration_id integer not null references registration on delete cascade,
        verdict text not null check (verdict in ('new', 'changed', 'same')),
        previous_version_id integer references version on delete set null,
        previous_changed_at text,
        primary key (import_batch_id, registration_id)
    ) strict, without rowid
    """,
    "create index import_registration_registration on import_registration (registration_id)",
    "create index import_registration_version on import_registration (previous_version_id)",
    """
    create table finding (
        id integer primary key,
        import_batch_id integer not null references import_batch on delete cascade,
        code text not null,
        row integer,
        heading text,
        value text
    ) strict
    """,
    """
    create table topic_decision (
        registration_id integer not null references registration on delete cascade,
        topic text not null check (topic in ('future-role', 'decision-making', 'e-services',
            'citizen-centred', 'participation', 'innovations', 'other')),
        decided_at text not null,
        primary key (registration_id, topic)
    ) strict, without rowid
    """,
    """
    create table pair (
        id integer primary key,
        experimenter_id integer not null references registration on delete cascade,
        mentor_id integer not null references registration on delete cascade,
        state text not null check (state in ('proposed', 'mentor-asked', 'accepted', 'introduced',
            'active', 'ended', 'declined', 'cancelled')),
        score integer not null check (score >= 0),
        topics text not null check (json_valid(topics)),
        parts text not null check (json_valid(parts)),
        facts text not null check (json_valid(facts)),
        flags text not null check (json_valid(flags)),
        proposed_at text not null,
        changed_at text not null,
        reason text,
        unique (experimenter_id, mentor_id)
    ) strict
    """,
    "create index pair_mentor on pair (mentor_id)",
    """
    create table peer_group (
        id integer primary key,
        name text not null unique,
        topics text not null check (json_valid(topics)),
        shared text not null check (json_valid(shared))
    ) strict
    """,
    """
    create table peer_group_member (
        peer_group_id integer not null references peer_group on delete cascade,
        registration_id integer not null references registration on delete cascade,
        primary key (peer_group_id, registration_id)
    ) strict, without rowid
    """,
    "create index peer_group_member_registration on peer_group_member (registration_id)",
    """
    create table unmatched (
        experimenter_id integer primary key references registration on delete cascade,
        cause text not null check (cause in ('no-mentor-in-topic', 'no-capacity', 'no-language',
            'all-declined', 'nothing-in-common', 'forbidden'))
    ) strict
    """,
    """
    create table event (
        id integer primary key,
        at text not null,
        action text not null,
        facts text not null check (json_valid(facts))
    ) strict
    """,
    """
    create view report_participant as
    select
        registration.id,
        registration.role,
        organisation.name as organisation,
        organisation.region,
        version.type,
        json_extract(version.answers, '$.title[0]') as title,
        json_extract(version.answers, '$.topics[0]') as topics,
        json_extract(version.answers, '$.capacity[1]') as capacity,
        json_extract(version.answers, '$.commitment[1]') as commitment,
        version.answered_at,
        registration.first_seen_at,
        registration.changed_at
    from registration
    join organisation on organisation.id = registration.organisation_id
    join version on version.id = registration.current_version_id
    """,
    """
    create view report_consent as
    select
        version.registration_id,
        version.id as version_id,
        version.id <> registration.current_version_id as superseded,
        answer.key as field,
        json_extract(import_batch.headings, '$."' || answer.key || '"') as question,
        json_extract(answer.value, '$[0]') as answer,
        version.answered_at,
        import_batch.file_name,
        import_batch.sheet,
        import_batch.sha256,
        version.row
    from version
    join registration on registration.id = version.registration_id
    join import_batch on import_batch.id = version.import_batch_id
    join json_each(version.answers) as answer
    where answer.key in ('commitment', 'sharing', 'publish')
    """,
    """
    create view report_pair as
    select
        pair.id,
        experimenter.organisation as experimenter,
        experimenter.title,
        mentor.organisation as mentor,
        pair.state,
        pair.score,
        pair.proposed_at,
        pair.changed_at
    from pair
    join report_participant as experimenter on experimenter.id = pair.experimenter_id
    join report_participant as mentor on mentor.id = pair.mentor_id
    """,
)
