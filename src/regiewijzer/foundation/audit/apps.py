from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "regiewijzer.foundation.audit"
    label = "audit"
