"""How gunicorn serves the directory: ``gunicorn -c config/gunicorn.py config.wsgi``."""

import os

bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT') or '8000'}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = int(os.environ.get("WEB_THREADS") or 4)
worker_class = "gthread"
timeout = 30
graceful_timeout = 20
# A worker is replaced now and then, so that no leak grows for weeks.
max_requests = 10_000
max_requests_jitter = 1_000

# Nothing steers the server from outside.
control_socket_disable = True

# No access log; gunicorn's own messages quote addresses and query strings, hence the formatter.
accesslog = None
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "sparsam": {
            "()": "netzwerke.protokoll.SparsamerFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        },
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "sparsam"},
        "nirgends": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "gunicorn.error": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "gunicorn.access": {"handlers": ["nirgends"], "propagate": False},
    },
}
# The longest line gunicorn takes, so that a long search word meets our own pages, not a bare 414.
limit_request_line = 8190
