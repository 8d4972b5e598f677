/* Suggestions under a search box (ARIA combobox with a list, APG). Nothing is stored; without it, or when a request
   fails, the box is a plain one. The texts come with the answer. */
"use strict";
for (const feld of document.querySelectorAll("input[data-vorschlaege]")) {
  const liste = document.createElement("div");
  const meldung = document.createElement("div");
  let frage;
  let warten;
  let aktiv = -1;

  const waehlen = (stelle) => {
    liste.children[aktiv]?.setAttribute("aria-selected", "false");
    aktiv = stelle;
    const wahl = liste.children[aktiv];
    wahl?.setAttribute("aria-selected", "true");
    wahl?.scrollIntoView({ block: "nearest" });
    if (wahl) feld.setAttribute("aria-activedescendant", wahl.id);
    else feld.removeAttribute("aria-activedescendant");
  };

  const zeigen = (offen) => {
    liste.hidden = !offen;
    liste.style.top = `${feld.offsetTop + feld.offsetHeight}px`;
    feld.setAttribute("aria-expanded", offen);
    waehlen(-1);
  };

  const schliessen = () => {
    clearTimeout(warten);
    frage?.abort();
    liste.replaceChildren();
    zeigen(false);
    meldung.textContent = "";
  };

  const zeile = ({ name, art, ziel }, stelle) => {
    const wahl = document.createElement("a");
    wahl.id = `${liste.id}-${stelle}`;
    wahl.href = ziel;
    wahl.tabIndex = -1;
    wahl.setAttribute("role", "option");
    wahl.setAttribute("aria-selected", "false");
    for (const text of [name, art]) wahl.appendChild(document.createElement("span")).textContent = text;
    return wahl;
  };

  const fragen = async () => {
    frage?.abort();
    frage = new AbortController();
    const { signal } = frage;
    try {
      const adresse = `${feld.dataset.vorschlaege}?q=${encodeURIComponent(feld.value)}`;
      const antwort = await fetch(adresse, { signal, credentials: "omit" });
      const { titel, meldung: text, vorschlaege } = await antwort.json();
      if (signal.aborted) return;
      liste.setAttribute("aria-label", titel);
      liste.replaceChildren(...vorschlaege.map(zeile));
      zeigen(vorschlaege.length > 0);
      liste.scrollIntoView({ block: "nearest" });
      meldung.textContent = text;
    } catch {
      if (!signal.aborted) schliessen();
    }
  };

  liste.id = `${feld.id}-vorschlaege`;
  liste.className = "vorschlaege";
  liste.setAttribute("role", "listbox");
  liste.hidden = true;
  meldung.className = "kern-sr-only";
  meldung.setAttribute("role", "status");
  feld.setAttribute("role", "combobox");
  feld.setAttribute("aria-autocomplete", "list");
  feld.setAttribute("aria-controls", liste.id);
  feld.setAttribute("aria-expanded", "false");
  feld.parentElement.classList.add("mit-vorschlaegen");
  feld.after(liste, meldung);

  feld.addEventListener("input", () => {
    clearTimeout(warten);
    if (feld.value.trim().length < 2) schliessen();
    else warten = setTimeout(fragen, 150);
  });
  feld.addEventListener("keydown", (taste) => {
    const plaetze = liste.children.length + 1;
    const schritt = { ArrowDown: 1, ArrowUp: -1 }[taste.key];
    if (taste.isComposing) return;
    if (schritt && !liste.hidden) {
      taste.preventDefault();
      // The box itself is one of the places.
      waehlen(((aktiv + 1 + schritt + plaetze) % plaetze) - 1);
    } else if (schritt && feld.value.trim().length > 1) {
      fragen();
    } else if (taste.key === "Enter" && aktiv >= 0) {
      taste.preventDefault();
      liste.children[aktiv].click();
    } else if (taste.key === "Escape" && !liste.hidden) {
      // Otherwise the browser would empty the box.
      taste.preventDefault();
      schliessen();
    }
  });
  feld.addEventListener("blur", schliessen);
  feld.form?.addEventListener("submit", schliessen);
  window.addEventListener("pagehide", schliessen);
  // The box keeps the focus, so that the list is still there when the button is let go.
  liste.addEventListener("mousedown", (ereignis) => ereignis.preventDefault());
}
