"""Response headers that protect people who may be watched, on every answer: pages, errors, static files."""

from django.conf import settings

# Nothing on these pages needs a device's sensors or services.
PERMISSIONS_POLICY = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "hid",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "picture-in-picture",
        "publickey-credentials-get",
        "screen-wake-lock",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)


def im_arbeitsplatz(request):
    """Whether the request is for the coordinators' workplace, the admin."""
    return request.path_info.startswith("/" + settings.ADMIN_PFAD)


class KopfzeilenMiddleware:
    """Outermost of all, so that answers made by other middleware carry the headers, too.

    A view that holds a POST form sets ``Referrer-Policy: same-origin`` itself: with ``no-referrer`` Chromium
    sends ``Origin: null`` and Django refuses the form. The workplace consists of such forms.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        kopf = response.headers
        kopf["Permissions-Policy"] = PERMISSIONS_POLICY
        kopf["Cross-Origin-Resource-Policy"] = "same-origin"
        # Also set by SecurityMiddleware, which a refused host name bypasses.
        kopf.setdefault("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY)
        kopf.setdefault("X-Content-Type-Options", "nosniff")
        kopf.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        if im_arbeitsplatz(request):
            kopf["Referrer-Policy"] = "same-origin"
        kopf.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        if kopf.get("Content-Type", "").startswith("text/html") or "Cache-Control" not in kopf:
            nicht_aufbewahren(kopf)
        return response


def nicht_aufbewahren(kopf):
    """Keep the answer out of every cache, the browser's own and its page history included."""
    kopf["Cache-Control"] = "no-store"
    for name in ("ETag", "Last-Modified", "Expires"):
        if name in kopf:
            del kopf[name]
