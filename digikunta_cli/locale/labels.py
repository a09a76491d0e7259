"""Keys of the data in words: roles, types, states, languages, causes, flags, and form fields."""

from digikunta_cli.locale import _, mark

_LABELS = {
    # roles
    "mentor": mark("mentor"),
    "experimenter": mark("experimenter"),
    # topics, as short as a cell wants them
    "topic:future-role": mark("future role"),
    "topic:decision-making": mark("decision-making"),
    "topic:e-services": mark("e-services"),
    "topic:citizen-centred": mark("resident-centred"),
    "topic:participation": mark("participation"),
    "topic:innovations": mark("innovations"),
    "topic:other": mark("other"),
    # organisation types
    "municipality": mark("municipality"),
    "group": mark("group of municipalities"),
    "joint-authority": mark("joint municipal authority"),
    "region": mark("region"),
    "state": mark("state authority"),
    "university": mark("university or research institute"),
    "company": mark("company"),
    "association": mark("association"),
    "other": mark("other"),
    # languages
    "fi": mark("Finnish"),
    "sv": mark("Swedish"),
    "en": mark("English"),
    "both": mark("Finnish and Swedish"),
    # states of a pair
    "proposed": mark("proposed"),
    "mentor-asked": mark("mentor asked"),
    "accepted": mark("accepted"),
    "introduced": mark("introduced"),
    "active": mark("active"),
    "ended": mark("ended"),
    "declined": mark("declined"),
    "cancelled": mark("did not happen"),
    # why somebody has no mentor
    "no-mentor-in-topic": mark("no mentor in the topic"),
    "no-capacity": mark("no seat left"),
    "no-language": mark("no common language"),
    "all-declined": mark("all declined"),
    "nothing-in-common": mark("no common topic and no text alike"),
    "forbidden": mark("forbidden by the rules"),
    # flags of a pair
    "possible-supplier": mark("possible supplier"),
    "capacity-not-told": mark("seats not told"),
    "language-differs": mark("no common language"),
    "overbooked": mark("overbooked"),
    "no-shared-topic": mark("no common topic"),
    "commitment-missing": mark("not committed to share"),
    "by-hand": mark("made by hand"),
    "locked": mark("locked"),
    # what became of a registration in a newer export
    "change:new": mark("new"),
    "change:changed": mark("changed"),
    "change:again": mark("sent again"),
    "change:gone": mark("gone from the file: withdrawn?"),
    # what became of a candidate
    "paired": mark("paired"),
    "taken": mark("no seat left"),
    "free": mark("possible"),
    "next": mark("proposed next"),
    "not-asked": mark("asks for no mentor"),
    # which goal comes first in a round
    "policy:total": mark("highest total"),
    "policy:fair": mark("worst-off first"),
    "policy:keep": mark("earlier proposals first"),
    # rules that forbid a pair
    "same-organisation": mark("same organisation"),
    "declined-before": mark("declined or tried before"),
    "forbidden-by-hand": mark("ruled out by a coordinator"),
    "not-committed": mark("not committed to share"),
    # criteria
    "topics": mark("topics"),
    "text": mark("texts"),
    "language": mark("language"),
    "support": mark("support"),
    "stage": mark("stage"),
    "size": mark("size"),
    "savings": mark("savings"),
    "system": mark("system"),
    "hours": mark("hours"),
    # form fields
    "organisation": mark("organisation"),
    "organisation_type": mark("type"),
    "contact_name": mark("contact"),
    "contact_title": mark("contact's title"),
    "contact_email": mark("e-mail"),
    "contact_phone": mark("phone"),
    "contact_language": mark("preferred language"),
    "answered_at": mark("time of the answer"),
    "response_id": mark("number of the answer"),
    "other_topic": mark("other topic"),
    "support_other": mark("other support"),
    "solution": mark("change and solution"),
    "saving": mark("saving, €/year"),
    "saving_basis": mark("basis of the saving"),
    "other_benefits": mark("other benefits"),
    "lessons": mark("what failed"),
    "capacity": mark("experimenters at a time"),
    "sizes": mark("suits sizes"),
    "languages": mark("languages"),
    "partners": mark("together with"),
    "publish": mark("may be published"),
    "digikiri": mark("digikiri study"),
    "commitment": mark("commits to share"),
    "sharing": mark("contact may be shared"),
    "ideas": mark("ideas and questions"),
    "title": mark("experiment"),
    "service_area": mark("service area"),
    "need": mark("need"),
    "plan": mark("what is tried"),
    "start": mark("start"),
    "months": mark("months"),
    "form": mark("carried out"),
    "expertise": mark("expertise sought"),
    "important": mark("matters in a mentor"),
    "volume": mark("cases a year"),
    "minutes_now": mark("minutes a case now"),
    "minutes_target": mark("minutes a case, target"),
    "hour_price": mark("price of an hour, €"),
    "running_cost": mark("service cost, €/year"),
    "one_off_cost": mark("one-off costs, €"),
    "own_estimate": mark("own estimate, €/year"),
    "estimate_basis": mark("basis of the estimate"),
    "customer_experience": mark("customer experience"),
    "funding": mark("needs funding"),
    "funding_sum": mark("funding, €"),
}


def label(key: str) -> str:
    """A key in the language in use; the key itself where it has no label."""
    return _(_LABELS[key]) if key in _LABELS else key


def yes_no(value: bool | None) -> str:
    """Yes, no, or nothing where it was not told."""
    if value is None:
        return ""
    return _("yes") if value else _("no")
