"""What the live process serves: the streams of workshops, under /live/. Pages come from asgi.py."""

import os
import resource

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiewijzer.config.settings")
django.setup()

from regiewijzer.inquiry.workshops.views.live.stream import Streams  # noqa: E402 - models can be read once Django is set up

# Every stream is an open file, and many systems start with room for a thousand.
_most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (_most, _most))

application = Streams()
