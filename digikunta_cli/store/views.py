"""Views that make the file pleasant to read in other programs, and the reports short."""

VIEWS = (
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
"""The views of the first migration, in the order in which they build on each other."""
