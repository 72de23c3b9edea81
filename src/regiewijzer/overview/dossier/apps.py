from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "regiewijzer.overview.dossier"
    label = "dossier_pages"
