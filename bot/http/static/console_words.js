// The words of the page in the reader's language, and how it writes days and times.

let words = {};
let language = "zh-CN";

export const currentLanguage = () => language;
export const otherLanguage = () => (language === "en" ? "zh-CN" : "en");

export function languageOfBrowser() {
  return navigator.language.startsWith("zh") ? "zh-CN" : "en";
}

export async function useLanguage(wanted) {
  const response = await fetch(`/console/texts/${wanted}`);
  if (!response.ok) throw new Error(`texts: ${response.status}`);
  words = await response.json();
  language = wanted;
  document.documentElement.lang = wanted;
  apply(document);
}

export function text(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}

/// data-text becomes the content, data-text-label the name for screen readers.
function apply(root) {
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
  for (const element of root.querySelectorAll("[data-text-label]"))
    element.setAttribute("aria-label", text(element.dataset.textLabel));
}

const made = new Map();
function format(kind, zone, options) {
  const key = `${kind} ${language} ${zone}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(language, { timeZone: zone, ...options }));
  return made.get(key);
}

export function clock(at, zone) {
  return format("clock", zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/// 11月20日 周五 / Fri 20 Nov
export function day(at, zone) {
  const weekday = format("weekday", zone, { weekday: "short" }).format(at);
  const parts = format("date", zone, { month: "short", day: "numeric" }).formatToParts(at);
  if (language === "zh-CN") return `${parts.map((part) => part.value).join("")} ${weekday}`;
  const part = (type) => parts.find((each) => each.type === type).value;
  return `${weekday} ${part("day")} ${part("month")}`;
}

export function dayKey(at, zone) {
  return format("key", zone, { year: "numeric", month: "numeric", day: "numeric" }).format(at);
}

/// 用户体验官 · 主管
export function rolesOf(person) {
  return person.roles.map((role) => text(`role_${role}`)).join(" · ");
}

export function triesOf(person) {
  const last = person.roles.at(-1);
  return last ? text(`tries_${last}`) : "";
}
