// The seam: a crack in four parts that fills with gold from the left. Shared by console and status page.

const svg = "http://www.w3.org/2000/svg";
const height = 28;

// Each part begins where the one before ends; side cracks make it one that broke, not one that was drawn.
const parts = [
  "M0 15 L22 12 L38 17 L61 13 L84 16 L100 12",
  "M100 12 L118 18 L137 14 L159 19 L181 11 L200 15 M137 14 L146 6 L151 2",
  "M200 15 L223 10 L244 16 L262 12 L283 18 L300 13 M262 12 L270 22 L268 26",
  "M300 13 L321 17 L342 11 L358 15 L380 12 L400 14",
];

function line(path, className) {
  const element = document.createElementNS(svg, "path");
  element.setAttribute("d", path);
  element.setAttribute("class", className);
  return element;
}

/// `step`: how many of the four parts are mended. Decoration: says nothing to a screen reader.
export function crack(step) {
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("viewBox", `0 0 400 ${height}`);
  drawing.setAttribute("preserveAspectRatio", "none");
  drawing.setAttribute("aria-hidden", "true");
  parts.forEach((path, index) => {
    if (index < step) drawing.append(line(path, "gold"), line(path, "glint"));
    else drawing.append(line(path, "crack"));
  });
  return drawing;
}

/// The crack with the names of its steps. `summary` says the same in one sentence.
export function seam(step, names, summary) {
  const element = document.createElement("div");
  element.className = "seam";
  const list = document.createElement("ol");
  list.setAttribute("aria-label", summary);
  names.forEach((name, index) => {
    const item = document.createElement("li");
    item.textContent = index + 1 < step ? `✓ ${name}` : name;
    if (index + 1 === step) item.setAttribute("aria-current", "step");
    list.append(item);
  });
  element.append(crack(step), list);
  return element;
}
