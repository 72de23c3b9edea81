// What somebody typed in a form with data-draft and did not save stays in this browser; data-draft-state says so.
// It belongs to one person (data-who), and to the form as it was shown: over other values it comes only when asked.
// Sending proves nothing, the login page may come in between: the next page of this person that does not show the form
// again, or that says it was saved, is the proof. Logging out throws away all of this person.
const WORDS = {
  nl: {
    kept: (time) => `Klad bewaard om ${time} uur.`,
    back: (time) => `Wat je ${time} typte en niet bewaarde, staat er weer.`,
    older: (time) => `Wat je ${time} typte, hoort bij wat hier toen stond.`,
    again: "Begin opnieuw",
    show: "Zet terug wat ik typte",
    drop: "Gooi het weg",
  },
  en: {
    kept: (time) => `Draft kept at ${time}.`,
    back: (time) => `What you typed ${time} and did not save is here again.`,
    older: (time) => `What you typed ${time} belongs to what stood here then.`,
    again: "Start again",
    show: "Put back what I typed",
    drop: "Throw it away",
  },
};
const said = WORDS[document.documentElement.lang] || WORDS.nl;
const who = document.querySelector("[data-who]")?.dataset.who;
const forms = who ? [...document.querySelectorAll("form[data-draft]")] : [];
const SENT = "draft-sent";

const keyOf = (form) => `draft:${location.pathname.split("/")[1]}:${who}:${location.pathname}:${forms.indexOf(form)}`;
const read = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };

function clock(moment = new Date()) {
  return `${moment.getHours()}.${String(moment.getMinutes()).padStart(2, "0")}`;
}

function told(at) {
  const moment = new Date(at), day = moment.toLocaleDateString(document.documentElement.lang);
  if (moment.toDateString() === new Date().toDateString()) return document.documentElement.lang === "en" ? `at ${clock(moment)}` : `om ${clock(moment)} uur`;
  return document.documentElement.lang === "en" ? `on ${day}` : `op ${day}`;
}

function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name && field.name !== "csrfmiddlewaretoken" && !["hidden", "password", "file"].includes(field.type));
}

function valuesOf(form) {
  const values = {}, version = form.elements.seen_version?.value;
  if (version) values[""] = [version];
  for (const field of fieldsOf(form)) {
    if ((field.type === "radio" || field.type === "checkbox") && !field.checked) continue;
    (values[field.name] ||= []).push(field.value);
  }
  return values;
}

function fill(form, values) {
  for (const field of fieldsOf(form)) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = (values[field.name] || []).includes(field.value);
    else if (values[field.name]) [field.value] = values[field.name];
  }
}

function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "link";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

function announce(form, sentence, buttons) {
  const notice = document.createElement("div"), line = document.createElement("p"), row = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  line.textContent = sentence;
  row.className = "row";
  row.append(...buttons.map(([text, press]) => button(text, () => { press(); notice.remove(); })));
  notice.append(line, row);
  form.prepend(notice);
}

function begin(form) {
  const key = keyOf(form), kept = read(key), refused = form.querySelector("[aria-invalid=true]");
  const state = form.querySelector("[data-draft-state]");
  const now = JSON.stringify(valuesOf(form));
  const answered = kept?.values && (refused || now === JSON.stringify(kept.values)); // shown again as it was sent
  const shown = answered ? kept.shown : valuesOf(form);
  const drop = () => localStorage.removeItem(key);
  const keep = () => {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), shown, values: valuesOf(form) }));
    if (state) state.textContent = said.kept(clock());
  };
  if (kept?.values && !answered) {
    const back = [said.again, () => { drop(); form.reset(); if (state) state.textContent = ""; }];
    if (JSON.stringify(kept.shown) === now) {
      fill(form, kept.values);
      announce(form, said.back(told(kept.at)), [back]);
    } else announce(form, said.older(told(kept.at)), [[said.show, () => fill(form, kept.values)], [said.drop, drop]]);
  }
  for (const away of form.querySelectorAll(".form__do a")) away.addEventListener("click", drop); // given up on purpose
  form.addEventListener("input", keep);
  form.addEventListener("submit", () => { keep(); sessionStorage.setItem(SENT, key); });
}

function settle() {
  const sent = sessionStorage.getItem(SENT);
  if (!sent || !who) return;
  sessionStorage.removeItem(SENT);
  const [arrived] = performance.getEntriesByType("navigation");
  const again = forms.some((form) => keyOf(form) === sent) && !document.querySelector(".messages [data-done]");
  if (!again && (arrived?.responseStatus || 200) < 400) localStorage.removeItem(sent);
}

settle();
for (const form of forms) begin(form);
for (const form of document.querySelectorAll('form[action$="/logout/"]')) {
  form.addEventListener("submit", () => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("draft:") && (!who || key.split(":")[2] === who)) localStorage.removeItem(key);
    }
  });
}
