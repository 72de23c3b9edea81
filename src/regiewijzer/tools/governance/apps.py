from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "regiewijzer.tools.governance"
    label = "governance"
