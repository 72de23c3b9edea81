"""What the page processes serve. Streams of workshops come from live.py."""

import gc
import os
import warnings

from django.core.asgi import get_asgi_application
from django.urls import get_resolver

from regiewijzer.config.admission import Admission

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiewijzer.config.settings")
# Only style sheets, scripts and fonts are streamed, and they are small: they may be read whole.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
application = Admission(get_asgi_application())

# What is loaded now stays: the garbage collector need not walk through the whole program in the middle of a page.
loaded = get_resolver().url_patterns
gc.collect()
gc.freeze()
