import pytest
from django.utils.translation import override
from tests.accounts import Member
from tests.workshops import opened, phones, to_question, vote

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.questionnaires.public import Way, questionnaires
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.preparing import add_drafts, add_subject, prepare
from regiewijzer.inquiry.workshops.models import Kind, Subject, SubjectKind, Workshop
from regiewijzer.inquiry.workshops.public import completed_workshops
from regiewijzer.inquiry.workshops.queries.accounts import account_of
from regiewijzer.inquiry.workshops.queries.sources import chosen, offered, questions_from
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import InputSource

FOR_A_ROOM = [each.key for each in questionnaires() if Way.WORKSHOP in each.ways]


def _asking(key: str, by: Member, *about: Subject) -> Workshop:
    workshop = prepare(workshop=Workshop(title=key), by=by.position)
    add_drafts(workshop=workshop, drafts=questions_from(chosen(key)), actor=by.actor)
    for subject in about:
        subject.workshop = workshop
        add_subject(subject=subject, actor=by.actor)
    return workshop


def _held(workshop: Workshop, by: Member, answers: list[object], subject: Subject | None = None) -> Workshop:
    """Every question is asked, and each phone gives the same answer all the way where that is on the scale."""
    join_link = opened(workshop, by.position)
    room = phones(join_link, len(answers), subject)
    for number in range(1, workshop.questions.count() + 1):
        asked = to_question(workshop, number)
        if asked.kind != Kind.SCALE:
            continue
        for phone, answer in zip(room, answers, strict=True):
            vote(asked, phone, answer if str(answer) in asked.keys else int(asked.keys[0]))
    return end(workshop=workshop, actor=by.actor)


def _about(network: Network) -> Subject:
    return Subject(kind=SubjectKind.NETWORK, network=network, name=network.name)


@pytest.mark.parametrize("key", FOR_A_ROOM)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_questionnaire_for_a_room_is_asked_question_by_question(
    key: str, language: str, vliermonde: Authority
) -> None:
    with override(language):
        drafts = questions_from(chosen(key))

        assert key in dict(offered())
    assert len(drafts) >= 3
    assert len({draft.item for draft in drafts}) == len(drafts)
    assert all(draft.text and (draft.options or draft.kind == Kind.TEXT) for draft in drafts)


def test_a_questionnaire_about_a_network_becomes_its_measurement(facilitator: Member, network: Network) -> None:
    workshop = _asking("governance-conditions", facilitator, _about(network))

    _held(workshop, facilitator, [4, 4, 4, 5, 5, 2])

    (found,) = completed_workshops()
    assert (found.way, found.network, found.instrument) == (Way.WORKSHOP, network, None)
    assert found.source is InputSource.WORKSHOP
    assert (found.answered, found.invited) == (6, 6)
    assert found.held_on is not None
    assert found.mean("trust") == pytest.approx(3.6)  # one question of five is reversed


@pytest.mark.parametrize(
    ("key", "scores"),
    [
        ("goal-quality", dict.fromkeys(("attractive", "concrete", "bearable", "own_part"), 3.142857)),
        (
            "governance-conditions",
            {"trust": 3.257143, "trust_in_lead": 3.428571, "consensus": 3.214286, "need": 3.428571},
        ),
        (
            "director-type",
            dict.fromkeys(("script", "power"), 3.142857)
            | dict.fromkeys(("overview", "accountability", "policy_lines", "organising"), 3.428571),
        ),
        ("manager-roles", dict.fromkeys(("operator", "promoter", "guardian", "thinker", "champion"), 3.214286)),
    ],
)
def test_scores_are_those_of_the_forms_themselves(
    key: str, scores: dict[str, float], facilitator: Member, network: Network
) -> None:
    ended = _held(_asking(key, facilitator, _about(network)), facilitator, [1, 2, 3, 4, 5, 5, 4])

    (found,) = account_of(ended).measured

    assert {each.id: each.score for each in found.result.dimensions} == scores


def test_agreement_is_known_of_questions_and_not_made_up_for_dimensions(facilitator: Member, network: Network) -> None:
    ended = _held(_asking("governance-conditions", facilitator, _about(network)), facilitator, [1, 1, 1, 5, 5, 5])

    (found,), (told,) = completed_workshops(), account_of(ended).measured

    trust = told.dimension("trust")
    assert len(trust.items) > 1
    assert (trust.result.consensus, trust.result.split, found.agreement("trust")) == (None, False, None)
    assert all(item.result.consensus == pytest.approx(0, abs=0.01) and item.result.split for item in trust.items)


def test_under_five_answers_nothing_is_complete(facilitator: Member, network: Network) -> None:
    _held(_asking("governance-conditions", facilitator, _about(network)), facilitator, [4, 4, 4, 5])

    assert completed_workshops() == []


def test_what_was_taken_over_is_left_out(facilitator: Member, network: Network) -> None:
    _held(_asking("governance-conditions", facilitator, _about(network)), facilitator, [4] * 5)
    (found,) = completed_workshops()

    assert completed_workshops(but_not=[found.key]) == []


def test_a_room_about_two_networks_measures_each_from_those_who_answered_for_it(
    facilitator: Member, network: Network
) -> None:
    other = Network.objects.exclude(pk=network.pk).first()
    workshop = _asking("governance-conditions", facilitator, _about(network), _about(other))
    join_link = opened(workshop, facilitator.position)
    room = [
        (phone, answer)
        for subject, answer in zip(Subject.objects.filter(workshop=workshop).order_by("network"), (2, 5), strict=True)
        for phone in phones(join_link, 5, subject)
    ]
    for number in range(1, workshop.questions.count() + 1):
        asked = to_question(workshop, number)
        for phone, answer in room:
            vote(asked, phone, answer if str(answer) in asked.keys else int(asked.keys[0]))
    end(workshop=workshop, actor=facilitator.actor)

    found = {each.network: each.mean("trust") for each in completed_workshops()}

    assert set(found) == {network, other}
    assert found[network] < found[other]


def test_an_instrument_and_the_authority_are_measured_too(facilitator: Member, network: Network) -> None:
    instrument = Instrument.objects.get(name="Convenant")
    about = Subject(kind=SubjectKind.INSTRUMENT, instrument=instrument, name=instrument.name)
    _held(_asking("instrument-evaluation", facilitator, about), facilitator, [4] * 5)
    _held(_asking("readiness", facilitator), facilitator, [4] * 5)

    first, second = completed_workshops()

    assert (first.instrument, first.network) == (instrument, None)
    assert (second.instrument, second.network, second.questionnaire) == (None, None, "readiness")


def test_a_questionnaire_about_persons_measures_nobody(facilitator: Member, vliermonde: Authority) -> None:
    ended = _held(_asking("manager-roles", facilitator), facilitator, [4] * 6)

    assert completed_workshops() == []
    assert [told.questionnaire.key for told in account_of(ended).measured] == ["manager-roles"]
