// A phone in a room: shows the question the room is on, and sends an answer until it has arrived.
import { follow, saying } from "./stream.js";

const AGAIN_FIRST = 700, AGAIN_LONGEST = 8_000, PATIENCE = 15_000;
const room = document.querySelector("[data-room]");

function start() {
  const token = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const stage = () => room.querySelector("[data-stage]");
  const key = (question) => `answer:${location.pathname}${question}`;
  const kept = (question) => JSON.parse(sessionStorage.getItem(key(question)) || "null");
  const keep = (question, answer) => sessionStorage.setItem(key(question), JSON.stringify(answer));
  let sending = 0;

  // What this phone answered is drawn here: a stream draws the same page for everybody.
  function restore() {
    const form = room.querySelector("[data-answer]");
    const answer = form && kept(stage().dataset.question);
    if (!answer) return;
    const given = new URLSearchParams(answer.body);
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden") continue;
      const values = given.getAll(field.name);
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length) [field.value] = values;
    }
    tell(form, answer.arrived ? "in" : "out");
  }

  function tell(form, name, sentence = "") {
    form.querySelector("[data-sent]").textContent = name ? form.querySelector("[data-sent]").dataset[name] : "";
    form.querySelector("[data-sentence]").textContent = sentence;
    const button = form.querySelector("button");
    button.textContent = name === "in" ? button.dataset.again : button.dataset.first;
  }

  function show({ version, page }) {
    if (String(version) === stage()?.dataset.stage) return;
    const typing = room.contains(document.activeElement) && document.activeElement !== document.body;
    room.innerHTML = page;
    restore();
    if (typing) { room.tabIndex = -1; room.focus({ preventScroll: true }); }
    scrollTo(0, 0);
  }

  // One at a time, the newest only, with the same mark each time: sending twice counts once.
  async function send(question, wait = AGAIN_FIRST) {
    const mine = ++sending, answer = kept(question);
    if (!answer || answer.arrived) return;
    const form = () => (stage()?.dataset.question === question ? room.querySelector("[data-answer]") : null);
    const later = () => setTimeout(() => { if (mine === sending) send(question, Math.min(wait * 2, AGAIN_LONGEST)); }, wait * (0.5 + Math.random()));
    try {
      const reply = await fetch(answer.to, {
        method: "POST",
        body: new URLSearchParams(answer.body),
        headers: { Accept: "application/json", "X-CSRFToken": token },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (reply.status >= 500 || reply.status === 429) { later(); return; }
      const { sentence } = await reply.json();
      if (reply.ok) keep(question, { ...answer, arrived: true });
      else sessionStorage.removeItem(key(question));
      if (form() && mine === sending) tell(form(), reply.ok ? "in" : "", reply.ok ? "" : sentence);
    } catch {
      if (form()) tell(form(), "out");
      later();
    }
  }

  room.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-answer]")) return;
    event.preventDefault();
    const form = event.target, body = new FormData(form), { question } = stage().dataset;
    body.set("submit", crypto.randomUUID?.() ?? mark());
    body.delete("csrfmiddlewaretoken");
    keep(question, { to: form.action, body: new URLSearchParams(body).toString(), arrived: false });
    tell(form, "out");
    send(question);
  });

  // crypto.randomUUID is only there on https
  function mark() {
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  function sendWhatIsLeft() {
    const { question } = stage()?.dataset ?? {};
    if (question) send(question);
  }

  restore();
  sendWhatIsLeft();
  addEventListener("online", sendWhatIsLeft);
  const close = follow(room.dataset.stream, {
    hear: { stage: show, over: () => { close(); location.reload(); } },
    state: saying(),
  });
}

if (room) start();
