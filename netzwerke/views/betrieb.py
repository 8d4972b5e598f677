"""Endpoints for the operator's monitoring."""

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def healthz(request):
    """Liveness: the process answers. Nothing else is touched."""
    return HttpResponse("lebt\n", content_type="text/plain; charset=utf-8")


@require_safe
def bereit(request):
    """Readiness: the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse(
            "Datenbank nicht erreichbar\n", status=503, content_type="text/plain; charset=utf-8"
        )
    return HttpResponse("bereit\n", content_type="text/plain; charset=utf-8")
