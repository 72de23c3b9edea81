from django.apps import AppConfig


class PolicyConfig(AppConfig):
    name = "regiewijzer.register.policy"
    label = "policy"
