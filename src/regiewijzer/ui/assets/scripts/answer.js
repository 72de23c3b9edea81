// The page of somebody who answers a survey. Without this script it is one long form with a field for the code.
// The code comes from the part of the address behind the #, which a browser sends to nobody.
const form = document.querySelector("form[data-answer]");
const code = codeIn(location.hash);
const SENT = "survey-sent";

// A code is known by its form, so that nothing else behind the # is taken for one, and what a mail program put around
// it does no harm: 26 figures and letters, without I, L, O and U.
function codeIn(text) {
  let plain = text;
  try { plain = decodeURIComponent(text); } catch { /* not written as an address */ }
  const signs = plain.split("#").pop().toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1").replace(/[^0-9A-Z]/g, "");
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(signs) ? plain.split("#").pop().trim() : "";
}

// Answers that wait on this device belong to one code. What is kept under is a mark of it, that does not give it back.
function keyOf(text) {
  let mark = 5381;
  for (const sign of text.toUpperCase().replace(/[^0-9A-Z]/g, "")) mark = (mark * 33 + sign.charCodeAt(0)) % 4294967291;
  return `survey:${form.dataset.answer}:${mark.toString(36)}`;
}

function keyNow() {
  const now = codeIn(form.elements.code.value);
  return now && keyOf(now);
}

if (document.querySelector("[data-answered]")) {
  history.replaceState(null, "", location.pathname + location.search); // a used code is for no history or screenshot
  const sent = sessionStorage.getItem(SENT);
  if (sent) localStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
}
for (const link of document.querySelectorAll("[data-keep-code]")) if (code) link.hash = location.hash;

// To the content without changing the address: the code in it stays.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("content").focus();
});

function fieldsOf(part) {
  return [...part.querySelectorAll("input, textarea, select")].filter((field) => field.name && field.name !== "code");
}

function filled(field) {
  return field.type === "radio" || field.type === "checkbox" ? field.checked : field.value.trim() !== "";
}

function keep(key) {
  const values = Object.fromEntries(fieldsOf(form).filter(filled).map((field) => [field.name, field.value]));
  localStorage.setItem(key, JSON.stringify(values));
}

// Puts back what was kept, and says so.
function restore(key) {
  const kept = JSON.parse(localStorage.getItem(key) || "null");
  if (!kept) return;
  for (const field of fieldsOf(form)) {
    if (field.type === "radio") field.checked = kept[field.name] === field.value;
    else if (field.name in kept) field.value = kept[field.name];
  }
  const line = said(form.dataset.restored), anew = button(form.dataset.anew, "link");
  anew.addEventListener("click", () => { localStorage.removeItem(key); location.reload(); });
  line.append(" ", anew);
}

function said(sentence) {
  const line = document.createElement("p");
  line.className = "small soft";
  line.dataset.known = "";
  line.textContent = sentence;
  form.querySelector("[data-code]").after(line);
  return line;
}

function recognise() {
  const field = form.elements.code;
  if (!code || form.querySelector("[name=code][aria-invalid]")) return;
  field.value = code;
  said(form.dataset.known);
  form.querySelector("[data-code]").hidden = true;
}

function count(questions) {
  const done = questions.filter((question) => fieldsOf(question).some(filled)).length;
  const progress = form.querySelector("[data-progress]");
  progress.hidden = false;
  progress.querySelector("progress").value = done;
  const said = form.dataset.counted.replace("%(done)s", done).replace("%(total)s", questions.length);
  progress.querySelector("p").textContent = done ? `${said}. ${form.dataset.kept}` : said;
}

function button(text, style) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = style;
  made.textContent = text;
  return made;
}

// One question at a time, as a thumb likes it: the introduction first, sending last.
function oneByOne(questions) {
  const intro = document.querySelector("[data-intro]");
  const end = form.querySelector("[data-end]");
  const next = button("", "btn btn--wide");
  const back = button(form.dataset.back, "link");
  const steps = document.createElement("div");
  steps.className = "fill__do";
  steps.append(next, back);
  end.before(steps);
  let step = -1;

  function show(to, moved = true) {
    step = Math.max(-1, Math.min(to, questions.length));
    intro.hidden = step >= 0;
    form.querySelector("[data-progress]").hidden = step < 0;
    end.hidden = step < questions.length;
    next.hidden = step === questions.length;
    back.hidden = step < 0;
    next.textContent = step < 0 ? form.dataset.begin : form.dataset.next;
    questions.forEach((question, place) => { question.hidden = place !== step; });
    for (const part of form.querySelectorAll("[data-part]")) {
      const [first] = part.querySelectorAll("[data-question]");
      part.hidden = !part.querySelector("[data-question]:not([hidden])");
      for (const text of part.querySelectorAll(":scope > .soft")) text.hidden = first.hidden;
    }
    for (const line of form.querySelectorAll("p[data-known]")) line.hidden = step >= 0;
    form.classList.toggle("answer--stepping", step >= 0);
    if (!moved) return;
    const now = questions[step] || (step < 0 ? intro : end);
    now.tabIndex = -1;
    now.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  next.addEventListener("click", () => show(step + 1));
  back.addEventListener("click", () => show(step - 1));
  form.addEventListener("submit", (event) => {
    if (step === questions.length) return;
    event.preventDefault();
    show(step + 1);
  });
  show(-1, false);
}

// Another link in the same window differs only behind the #, which a browser does not load again by itself.
window.addEventListener("hashchange", () => {
  const other = codeIn(location.hash);
  if (other && other !== code) location.reload();
});
// Whoever goes back after sending sees no answers of somebody else.
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

if (form) {
  const questions = [...form.querySelectorAll("[data-question]")];
  const again = form.querySelector("[role=alert]");
  localStorage.removeItem(`survey:${form.dataset.answer}`); // of a former version: anybody's
  if (!again && code) restore(keyOf(code));
  recognise();
  count(questions);
  form.addEventListener("input", (event) => {
    if (event.target !== form.elements.code && keyNow()) keep(keyNow());
    else if (keyNow() && !questions.some((question) => fieldsOf(question).some(filled))) restore(keyNow());
    count(questions);
  });
  form.addEventListener("submit", () => { if (keyNow()) sessionStorage.setItem(SENT, keyNow()); });
  if (!again && code) oneByOne(questions);
}
