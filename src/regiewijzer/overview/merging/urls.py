"""Addresses at which two records become one."""

from django.urls import path

from regiewijzer.overview.merging import views

urlpatterns = [
    path("dubbels/", views.doubles, name="doubles"),
    *(
        pattern
        for kind in views.KINDS
        for pattern in (
            path(f"{kind.path}<int:pk>/samenvoegen/", views.choose(kind), name=f"{kind.one}_merge"),
            path(f"{kind.path}<int:pk>/samenvoegen/<int:other>/", views.compare(kind), name=f"{kind.one}_merge_with"),
            path(
                f"{kind.path}<int:pk>/samengevoegd/<int:merge>/ongedaan/",
                views.take_back(kind),
                name=f"{kind.one}_merge_undo",
            ),
        )
    ),
]
