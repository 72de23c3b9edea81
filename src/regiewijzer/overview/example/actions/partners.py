"""Putting in the partners of an example and the persons who work there."""

from django.utils.text import slugify

from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.town import Partner, Team, Worker
from regiewijzer.register.organisations.actions import add_organisation, add_person
from regiewijzer.register.organisations.models import Organisation, Person, Scheme, clean_number
from regiewijzer.register.records.actions import archive


def add_partners(story: Story, stage: Stage) -> None:
    """Every organisation with its KBO number, and its persons."""
    for partner in story.organisations:
        stage.organisations[partner.name] = _partner(partner, stage)
    for team in story.teams:
        for worker in team.people:
            _person(worker, team, stage)


def _partner(partner: Partner, stage: Stage) -> Organisation:
    organisation = Organisation(
        name=partner.name,
        kind=partner.kind,
        domains=list(partner.domains),
        speaks_for_users=partner.speaks_for_users,
        is_own=partner.own,
        municipality=partner.municipality or stage.authority.name,
        website=partner.website,
        note=partner.note,
        as_of=partner.as_of,
    )
    numbers = {Scheme.KBO.value: clean_number(Scheme.KBO, partner.kbo)} if partner.kbo else {}
    return add_organisation(organisation=organisation, numbers=numbers, actor=stage.keeper)


def _person(worker: Worker, team: Team, stage: Stage) -> None:
    organisation = stage.organisations[team.organisation]
    person = Person(
        name=worker.name,
        organisation=organisation,
        function=worker.function,
        email=address(worker.name, team.mail),
        experience_years=worker.years,
        critical_voice=worker.critical,
        note=worker.note,
        as_of=worker.left or organisation.as_of,
    )
    add_person(person=person, actor=stage.keeper)
    stage.persons[worker.name] = person
    if worker.left is not None:
        archive(person, actor=stage.keeper)


def address(name: str, mail: str) -> str:
    """An e-mail address: first name, a dot, the rest of the name in one word."""
    first, *rest = slugify(name).split("-")
    return f"{first}.{''.join(rest)}@{mail}"
