// A card of the bot as elements. Its text is set as text, never as markup.

import { seam } from "./seam.js";
import { newEvent } from "./console_server.js";
import { text } from "./console_words.js";

export function make(tag, className, content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (content !== undefined) element.textContent = content;
  return element;
}

function button(label, style) {
  const element = make("button", "button", label);
  element.type = "button";
  element.dataset.style = style;
  return element;
}

/// Makes the buttons of a group one stop of the Tab key; again after the group was filled anew.
export function oneStop(group, chosen) {
  const all = [...group.querySelectorAll("button")];
  for (const each of all) each.tabIndex = each === (chosen ?? all[0]) ? 0 : -1;
}

/// Arrow keys move between the buttons of such a group.
export function roving(group) {
  const all = () => [...group.querySelectorAll("button")];
  group.addEventListener("focusin", (event) => event.target.matches("button") && oneStop(group, event.target));
  group.addEventListener("keydown", (event) => {
    const list = all();
    const here = list.indexOf(document.activeElement);
    const last = list.length - 1;
    const next = {
      ArrowRight: Math.min(here + 1, last),
      ArrowDown: Math.min(here + 1, last),
      ArrowLeft: Math.max(here - 1, 0),
      ArrowUp: Math.max(here - 1, 0),
      Home: 0,
      End: last,
    }[event.key];
    if (here < 0 || next === undefined) return;
    event.preventDefault();
    list[next].focus();
  });
}

async function copyText(words, source) {
  if (navigator.clipboard) return navigator.clipboard.writeText(words);
  // Without https there is no clipboard: select the words and let the browser copy what is selected.
  getSelection().selectAllChildren(source);
  document.execCommand("copy");
}

function copyBlock(words) {
  const figure = make("figure", "copy");
  figure.setAttribute("aria-label", text("copy_label"));
  const quote = make("blockquote", "", words);
  const copy = button(text("copy"), "plain");
  copy.addEventListener("click", async () => {
    await copyText(words, quote);
    copy.textContent = text("copied");
    setTimeout(() => (copy.textContent = text("copy")), 2000);
  });
  figure.append(quote, copy);
  return figure;
}

function choice(item, { label, style }, index, actions, warning) {
  const element = button("", style);
  const number = (item.card.first ?? 1) + index; // what one may type instead
  element.append(make("span", "number", number), ` ${label}`);
  let event = null; // kept until it was taken, so that a second press of an unsent one is the same one
  element.addEventListener("click", async () => {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    event ??= newEvent();
    warning.hidden = true;
    try {
      await actions.press(item, index + 1, event);
      event = null;
      element.dataset.pressed = "";
      element.setAttribute("aria-description", text("pressed"));
    } catch {
      warning.hidden = false;
    }
    element.removeAttribute("aria-busy");
  });
  return element;
}

function choices(item, actions) {
  const warning = make("p", "warning", text("press_failed"));
  warning.setAttribute("role", "alert");
  warning.hidden = true;
  const group = make("div", "buttons");
  group.setAttribute("role", "toolbar");
  group.setAttribute("aria-label", `${text("choices")}: ${item.card.title}`);
  item.card.buttons.forEach((each, index) => group.append(choice(item, each, index, actions, warning)));
  oneStop(group);
  roving(group);
  return [group, warning];
}

/// The bar of a community card: which of the four steps is reached.
function seamOf({ step }) {
  if (!step) return [];
  const names = [text("step_1"), text("step_2"), text("step_3"), text("step_4")];
  return [seam(step, names, text("seam", { step, name: names[step - 1] }))];
}

/// `actions`: press(item, button, event), the button counted from 1, and reply(item).
export function cardElement(item, actions) {
  const { card } = item;
  const element = make("article", "card");
  element.dataset.kind = card.kind;
  element.lang = card.language;
  const header = make("header");
  const reply = button(text("reply"), "quiet");
  reply.addEventListener("click", () => actions.reply(item));
  header.append(make("h2", "", card.title), reply);
  element.append(header, ...seamOf(card));
  for (const line of card.lines) element.append(make("p", "line", line));
  if (card.copy) element.append(copyBlock(card.copy));
  if (card.buttons.length > 0) element.append(...choices(item, actions));
  if (card.footer) element.append(make("p", "footer", card.footer));
  return element;
}
