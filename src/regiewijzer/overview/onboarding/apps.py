from django.apps import AppConfig


class OnboardingConfig(AppConfig):
    name = "regiewijzer.overview.onboarding"
    label = "onboarding"
