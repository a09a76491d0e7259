"""The first schema: organisations, registrations and their versions, pairs, imports, events."""

from digikunta_cli.store.views import VIEWS

# In tables without rowid the primary key's columns stand first: SQLite 3.40 takes others for
# NULL when it checks a file.
FIRST = (
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
        note text,
        locked integer not null default 0 check (locked in (0, 1)),
        unique (experimenter_id, mentor_id),
        check (locked = 0 or state = 'proposed')
    ) strict
    """,
    "create index pair_mentor on pair (mentor_id)",
    """
    create table forbidden_pair (
        experimenter_id integer not null references registration on delete cascade,
        mentor_id integer not null references registration on delete cascade,
        forbidden_at text not null,
        reason text,
        primary key (experimenter_id, mentor_id)
    ) strict, without rowid
    """,
    "create index forbidden_pair_mentor on forbidden_pair (mentor_id)",
    """
    create table round (
        id integer primary key autoincrement,
        matched_at text not null,
        version text not null,
        policy text not null check (policy in ('total', 'fair', 'keep')),
        min_load integer not null check (min_load >= 0),
        weights text not null check (json_valid(weights)),
        topics_sha256 text not null check (length(topics_sha256) = 64),
        input_sha256 text not null check (length(input_sha256) = 64),
        input text not null check (json_valid(input)),
        experimenters integer not null check (experimenters >= 0),
        covered integer not null check (covered between 0 and experimenters),
        total_score integer not null check (total_score >= 0)
    ) strict
    """,
    """
    create table round_pair (
        round_id integer not null references round on delete cascade,
        experimenter_id integer not null references registration on delete cascade,
        mentor_id integer not null references registration on delete cascade,
        score integer not null check (score >= 0),
        primary key (round_id, experimenter_id, mentor_id)
    ) strict, without rowid
    """,
    "create index round_pair_experimenter on round_pair (experimenter_id)",
    "create index round_pair_mentor on round_pair (mentor_id)",
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
    create table cure (
        id integer primary key,
        kind text not null check (kind in ('seat', 'commitment', 'mentor')),
        gain integer not null check (gain > 0),
        seats integer not null check (seats > 0),
        mentor_id integer references registration on delete cascade,
        topic text,
        language text,
        experimenters text not null check (json_valid(experimenters)),
        check ((mentor_id is null) = (kind = 'mentor')),
        check ((topic is null or language is null) = (kind <> 'mentor'))
    ) strict
    """,
    "create index cure_mentor on cure (mentor_id)",
    """
    create table event (
        id integer primary key,
        at text not null,
        action text not null,
        facts text not null check (json_valid(facts))
    ) strict
    """,
    *VIEWS,
)
