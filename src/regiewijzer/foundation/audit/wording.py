"""Kinds and fields of the trail in words."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "challenge": _("challenge"),
    "network": _("network"),
    "organisation": _("partner"),
    "person": _("person"),
    "instrument": _("instrument"),
    "decision": _("decision"),
    "position": _("colleague"),
    "invitation": _("invitation"),
    "authority": _("authority"),
    "measurement": _("measurement"),
    "evaluation": _("evaluation"),
    "import": _("import"),
}

FIELDS = {
    "name": _("name"), "as_of": _("as of"), "goal": _("goal"), "form": _("form"), "lead": _("led by"), "member": _("partner"),
    "delegate": _("person at the table for"), "manager": _("network manager"), "role": _("role"), "action": _("what it does"),
    "started": _("start"), "ended": _("end"), "origin": _("origin"), "mandated_by": _("by which rule"), "challenge": _("challenge"),
    "themes": _("themes"), "target_groups": _("target groups"), "territory": _("territory"), "note": _("note"),
    "meetings_per_year": _("meetings per year"), "hours_per_year": _("hours per year"), "kind": _("kind"), "domains": _("domains"),
    "speaks_for_users": _("speaks for users"), "is_own": _("is the authority itself"), "municipality": _("municipality"),
    "website": _("website"), "email": _("e-mail address"), "phone": _("telephone"), "function": _("function"),
    "experience_years": _("years of experience"), "critical_voice": _("critical voice"), "organisation": _("organisation"),
    "communicative": _("communicative"), "market": _("market"), "financial": _("financial"), "legal": _("legal"),
    "status": _("status"), "network": _("network"), "challenges": _("challenges"), "aims_at": _("aims at"), "relation": _("relation"),
    "result": _("result"), "owner": _("who answers for it"), "due": _("by when"), "answer": _("answer"), "reason": _("reason"),
    "responsible": _("who does it"), "review_on": _("look again on"), "decided_on": _("decided on"), "decided_by": _("decided by"),
    "outcome": _("did it help"), "guest": _("guest"), "accent": _("colour"), "limits": _("own limits"), "service": _("service"),
    "kbo": _("KBO number"), "ovo": _("OVO code"), "nis": _("NIS code"), "rule": _("rule"), "finding": _("finding"), "numbers": _("numbers"),
    "trust": _("trust"), "consensus": _("agreement on the goal"), "need": _("need for network competences"), "trust_in_lead": _("trust in the lead"),
    "rows": _("rows"), "file": _("file"),
}  # fmt: skip


def kind_in_words(kind: str) -> str:
    return str(KINDS.get(kind, kind))


def field_in_words(name: str) -> str:
    return str(FIELDS.get(name, name.replace("_", " ")))
