// The list of conversations, and which of them hold something that this tab's person has not seen.

import { make, roving } from "./console_cards.js";
import { text } from "./console_words.js";

const byId = (id) => document.getElementById(id);

export function nameOf(place) {
  return place.purpose === "direct" ? text("bot") : place.name;
}

export class Places {
  #places = new Map(); // id → {id, name, purpose, members, latest, items, draft, replyTo, fetching}

  constructor(choose) {
    this.choose = choose;
    byId("open-list").addEventListener("click", () => this.show(true));
    byId("close-list").addEventListener("click", () => this.show(false));
    matchMedia("(max-width: 48rem)").addEventListener("change", () => this.show(false));
    roving(byId("conversations"));
  }

  /// `reader`: the person whose places these are.
  load(reader, conversations) {
    this.reader = reader;
    this.open = null;
    this.#places = new Map(conversations.map((place) => [place.id, { ...place, draft: "", replyTo: null }]));
    for (const place of this.#places.values()) if (this.#seen(place) === null) this.markSeen(place);
  }

  find(id) {
    return this.#places.get(id);
  }
  all() {
    return [...this.#places.values()];
  }

  markSeen(place) {
    sessionStorage.setItem(`seen ${this.reader.id} ${place.id}`, place.latest);
  }

  render() {
    const list = byId("conversations");
    list.replaceChildren(...this.all().map((place) => this.#row(place)));
    const unread = this.all().filter((place) => this.#isUnread(place)).length;
    byId("unread-mark").hidden = unread === 0;
    document.title = `${unread ? `(${unread}) ` : ""}${this.reader.name} · ${text("brand")}`;
  }

  /// On a narrow screen the list lies over the conversation.
  show(open) {
    const desk = byId("desk");
    const was = desk.dataset.list === "open";
    if (was === open) return;
    desk.dataset.list = open ? "open" : "";
    byId("talk").inert = open;
    byId("open-list").setAttribute("aria-expanded", String(open));
    if (open) byId("conversations").querySelector("[aria-current]")?.focus();
    else byId("open-list").focus();
  }

  #row(place) {
    const button = make("button", "place");
    button.type = "button";
    button.tabIndex = place === this.open ? 0 : -1;
    const words = make("span");
    words.append(make("span", "name", nameOf(place)), make("span", "note", text(`purpose_${place.purpose}`)));
    button.append(words);
    if (place === this.open) button.setAttribute("aria-current", "true");
    if (this.#isUnread(place)) {
      button.dataset.unread = "";
      button.append(make("span", "dot"), make("span", "unseen", text("unread")));
    }
    button.addEventListener("click", () => this.choose(place));
    const item = make("li");
    item.append(button);
    return item;
  }

  #seen(place) {
    return sessionStorage.getItem(`seen ${this.reader.id} ${place.id}`);
  }
  #isUnread(place) {
    return place.latest > Number(this.#seen(place));
  }
}
