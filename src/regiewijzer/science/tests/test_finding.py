from regiewijzer.science.finding import Certainty, Finding, Kind, Subject


def test_the_key_names_the_rule_and_the_records_and_not_the_numbers():
    subjects = (Subject(Kind.NETWORK, 3, "A"), Subject(Kind.NETWORK, "0222947570", "B"))

    now = Finding("overlap.same_partners", subjects, {"shared": 4}, Certainty.GREAT)
    later = Finding("overlap.same_partners", subjects, {"shared": 5}, Certainty.FAIR)

    assert now.key == later.key == "overlap.same_partners:network-3:network-0222947570"


def test_an_aspect_tells_two_findings_about_one_subject_apart():
    authority = (Subject(Kind.AUTHORITY, "", ""),)

    networks = Finding("register.many_stale", authority, {}, Certainty.GREAT, aspect="network")
    instruments = Finding("register.many_stale", authority, {}, Certainty.GREAT, aspect="instrument")

    assert networks.key != instruments.key
