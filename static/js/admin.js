/* Names for the fields that Django's admin and its select2 leave without one (WCAG 4.1.2). */
"use strict";
{
  const spalte = (feld) => {
    const zelle = feld.closest(".tabular td");
    const kopf = zelle?.closest("table").tHead?.rows[0].cells[zelle.cellIndex];
    return kopf?.textContent.trim();
  };

  const benennen = (wurzel) => {
    for (const feld of wurzel.querySelectorAll(".tabular td :is(input, select, textarea):not([type=hidden])")) {
      if (!feld.labels?.length && !feld.ariaLabel && spalte(feld)) {
        feld.setAttribute("aria-label", spalte(feld));
      }
    }
    for (const feld of wurzel.querySelectorAll("select.select2-hidden-accessible")) {
      const name = feld.labels[0]?.textContent.replace(/:\s*$/, "") || feld.getAttribute("aria-label");
      const ersatz = feld.nextElementSibling?.querySelectorAll("[role=combobox], [role=textbox], [role=searchbox]");
      for (const teil of name ? ersatz ?? [] : []) {
        teil.setAttribute("aria-label", name);
        if (teil.getAttribute("role") === "combobox" && teil.hasAttribute("aria-labelledby")) {
          const wert = teil.getAttribute("aria-labelledby");
          teil.id ||= `${wert}-auswahl`;
          teil.setAttribute("aria-labelledby", `${teil.id} ${wert}`);
        }
      }
    }
  };

  // Without jQuery there are neither inlines nor select2. Its ready handlers run in order: this one after theirs.
  window.django?.jQuery?.(() => {
    for (const kopf of document.querySelectorAll(".tabular th.original")) {
      const zelle = document.createElement("td");
      zelle.className = kopf.className;
      kopf.replaceWith(zelle);
    }
    benennen(document);
  });
  document.addEventListener("formset:added", (ereignis) => setTimeout(() => benennen(ereignis.target), 0));
}
