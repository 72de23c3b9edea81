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


def test_the_key_of_many_records_is_short_and_the_same_in_any_order():
    many = [Subject(Kind.NETWORK, 1000 + number, f"Netwerk {number}") for number in range(60)]
    one = Finding("overlap.group", tuple(many), {}, Certainty.GREAT, aspect="x")
    other = Finding("overlap.group", (many[0], *many[:0:-1]), {}, Certainty.FAIR, aspect="x")
    less = Finding("overlap.group", tuple(many[:-1]), {}, Certainty.FAIR, aspect="x")

    assert one.key == other.key != less.key
    assert one.key.startswith("overlap.group:many-60-")
    assert one.key.endswith(":x")
    assert len(one.key) < 80
