// A half-written answer stays in this browser until it was saved: data-draft names it, data-draft-state says so.
// Sending proves nothing, the login page may come in between: a page that says data-draft-done was the proof.
const LABELS = { nl: (time) => `Klad bewaard om ${time} uur.`, en: (time) => `Draft kept at ${time}.` };

function clock() {
  const now = new Date();
  return `${now.getHours()}.${String(now.getMinutes()).padStart(2, "0")}`;
}

function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name && !["csrfmiddlewaretoken"].includes(field.name) && !["hidden", "password", "file"].includes(field.type));
}

function restore(form, key) {
  const kept = JSON.parse(localStorage.getItem(key) || "null");
  if (!kept || form.querySelector("[aria-invalid]")) return;
  for (const field of fieldsOf(form)) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = (kept[field.name] || []).includes(field.value);
    else if (kept[field.name]) [field.value] = kept[field.name];
  }
}

function keep(form, key, state) {
  const values = {};
  for (const field of fieldsOf(form)) {
    if ((field.type === "radio" || field.type === "checkbox") && !field.checked) continue;
    (values[field.name] ||= []).push(field.value);
  }
  localStorage.setItem(key, JSON.stringify(values));
  if (state) state.textContent = (LABELS[document.documentElement.lang] || LABELS.nl)(clock());
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = `draft:${location.pathname.split("/")[1]}:${form.dataset.draft}`;
  const state = form.querySelector("[data-draft-state]");
  restore(form, key);
  form.addEventListener("input", () => keep(form, key, state));
  form.addEventListener("submit", () => keep(form, key, state));
}

for (const done of document.querySelectorAll("[data-draft-done]")) {
  localStorage.removeItem(`draft:${location.pathname.split("/")[1]}:${done.dataset.draftDone}`);
}
