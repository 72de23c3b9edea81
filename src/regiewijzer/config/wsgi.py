"""What the page processes serve."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiewijzer.config.settings")
application = get_wsgi_application()

# What is loaded now stays: the garbage collector need not walk through the whole program in the middle of a page.
loaded = get_resolver().url_patterns
gc.collect()
gc.freeze()
