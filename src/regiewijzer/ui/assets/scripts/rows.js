// A table with data-rows is typed like a spreadsheet: pasted cells spread over it, Enter goes down, and whole changes are
// taken back one by one. While something is half typed, the browser takes back the typing itself.
const cellsOf = (text) => {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at], row = rows.at(-1);
    if (quoted && sign === '"' && text[at + 1] === '"') { row[row.length - 1] += sign; at += 1; }
    else if (sign === '"' && (quoted || row.at(-1) === "")) { quoted = !quoted; }
    else if (!quoted && sign === "\t") { row.push(""); }
    else if (!quoted && sign === "\n") { rows.push([""]); }
    else if (sign !== "\r") { row[row.length - 1] += sign; }
  }
  while (rows.length > 1 && rows.at(-1).every((cell) => cell === "")) { rows.pop(); }
  return rows;
};

for (const table of document.querySelectorAll("[data-rows]")) {
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("input, textarea")]);
  const fields = rows.flat(), button = document.querySelector("[data-undo]"), past = [];
  const over = document.querySelector("[data-over]");
  const values = () => fields.map((field) => field.value);
  let kept = values();
  const keep = () => {
    const now = values();
    if (now.some((value, at) => value !== kept[at])) { past.push(kept); kept = now; }
    button.hidden = past.length === 0;
  };
  const undo = () => {
    keep();
    const before = past.pop();
    if (!before) { return; }
    const changed = fields.filter((field, at) => field.value !== before[at]);
    fields.forEach((field, at) => { field.value = before[at]; });
    kept = before;
    button.hidden = past.length === 0;
    table.dispatchEvent(new Event("input", { bubbles: true })); // a draft is kept of what stands there
    changed[0]?.focus();
  };
  table.addEventListener("change", keep);
  button.addEventListener("click", undo);
  table.addEventListener("keydown", (event) => {
    const at = fields.indexOf(event.target);
    if (at < 0) { return; }
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z" && event.target.value === kept[at]) {
      event.preventDefault();
      undo();
    } else if (event.key === "Enter" && event.target.matches("input") && !event.isComposing) {
      event.preventDefault();
      fields[at + rows[0].length]?.focus();
    }
  });
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain"), at = fields.indexOf(event.target);
    if (at < 0 || !(text.includes("\t") || (event.target.matches("input") && text.trim().includes("\n")))) { return; }
    event.preventDefault();
    keep();
    const width = rows[0].length, top = Math.floor(at / width), left = at % width;
    let missing = 0;
    cellsOf(text).forEach((cells, down) => cells.forEach((cell, right) => {
      const field = rows[top + down]?.[left + right];
      if (field) { field.value = cell; } else if (cell) { missing += 1; }
    }));
    over.hidden = missing === 0;
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
    keep();
  });
}
