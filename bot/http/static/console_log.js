// The messages of one conversation, oldest first, with days between them. Items: what a person said
// {account, name, text, at, event, state} or a card {key, card, at}.

import { cardElement, make } from "./console_cards.js";
import { clock, day, dayKey, text } from "./console_words.js";

const together = 5 * 60 * 1000; // messages of one sender this near need one name
const nearBottom = 120; // pixels

export class Log {
  #items = [];
  #rows = new Map();

  constructor(frame, list, toLatest) {
    this.frame = frame;
    this.list = list;
    this.toLatest = toLatest;
    toLatest.addEventListener("click", () => this.#scrollDown());
    frame.addEventListener("scroll", () => {
      if (this.#atBottom()) toLatest.hidden = true;
    });
    new ResizeObserver(() => this.stick && this.#scrollDown()).observe(frame);
    frame.addEventListener("scroll", () => (this.stick = this.#atBottom()));
  }

  /// Shows `items` from scratch, silently.
  show(items, reader, actions) {
    this.reader = reader;
    this.actions = actions;
    this.#items = [];
    this.#rows.clear();
    this.frame.setAttribute("aria-live", "off");
    this.list.replaceChildren();
    items.forEach((item) => this.#append(item));
    this.#scrollDown();
    setTimeout(() => this.frame.setAttribute("aria-live", "polite"));
  }

  add(item) {
    const follow = this.#atBottom() || item.account === this.reader.id;
    this.#append(item);
    if (follow) this.#scrollDown();
    else this.toLatest.hidden = false;
  }

  /// After the state of a message of our own changed.
  update(item) {
    const row = this.#rows.get(item);
    row?.querySelector(".state")?.replaceWith(this.#state(item));
  }

  #append(item) {
    const before = this.#items.at(-1);
    const { zone } = this.reader;
    const newDay = !before || dayKey(before.at, zone) !== dayKey(item.at, zone);
    if (newDay) this.list.append(make("li", "day", day(item.at, zone)));
    const row = make("li", "item");
    const mine = item.account === this.reader.id;
    if (mine) row.dataset.mine = "";
    if (newDay || before.account !== item.account || item.at - before.at > together) {
      row.dataset.first = "";
      row.append(this.#who(item, mine));
    }
    row.append(item.card ? cardElement(item, this.actions) : make("p", "said", item.text));
    if (mine) row.append(this.#state(item));
    this.list.append(row);
    this.#items.push(item);
    this.#rows.set(item, row);
  }

  #who(item, mine) {
    const line = make("p", "who");
    if (!mine) line.append(make("strong", "", item.card ? text("bot") : item.name));
    const time = make("time", "", clock(item.at, this.reader.zone));
    time.dateTime = new Date(item.at).toISOString();
    line.append(time);
    return line;
  }

  #state(item) {
    const line = make("p", "state");
    line.dataset.state = item.state ?? "";
    line.hidden = !item.state;
    if (item.state === "sending") line.textContent = text("sending");
    if (item.state === "sent") {
      const mark = make("span", "", "✓");
      mark.setAttribute("aria-hidden", "true");
      line.append(mark, make("span", "unseen", text("sent")));
    }
    if (item.state === "failed") {
      line.append(make("span", "", item.why));
      const retry = make("button", "button", text("retry"));
      retry.type = "button";
      retry.addEventListener("click", () => this.actions.retry(item));
      line.append(retry);
    }
    return line;
  }

  #atBottom() {
    return this.frame.scrollHeight - this.frame.scrollTop - this.frame.clientHeight < nearBottom;
  }

  #scrollDown() {
    this.frame.scrollTop = this.frame.scrollHeight;
    this.toLatest.hidden = true;
    this.stick = true;
  }
}
