from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "regiewijzer.tools.steering"
    label = "steering"
