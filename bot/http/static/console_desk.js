// The desk of one person: their conversations, what arrives in them, what they send.

import { Composer } from "./console_composer.js";
import { Log } from "./console_log.js";
import { nameOf, Places } from "./console_places.js";
import { newEvent, Refused } from "./console_server.js";
import { Watch } from "./console_watch.js";
import { rolesOf, text } from "./console_words.js";

const byId = (id) => document.getElementById(id);
const sameMoment = 3000; // the history knows no event ids: the same words this near are the same message

/// A keyboard that opens by itself would cover half of a phone.
const mayFocus = () => matchMedia("(hover: hover)").matches;

export class Desk {
  constructor(server, signOut) {
    this.server = server;
    this.signOut = signOut;
    this.places = new Places((place) => this.#open(place));
    this.log = new Log(byId("log"), byId("items"), byId("to-latest"));
    this.composer = new Composer(
      {
        form: byId("composer"), words: byId("words"), sendButton: byId("send"), tooLong: byId("too-long"),
        quote: byId("quote"), quoted: byId("quoted"), unquote: byId("unquote"),
      },
      (words, replyTo) => this.#say(words, replyTo),
    );
    this.watch = new Watch(server, {
      heard: (kind, content) => this.#hear(kind, content),
      connected: () => this.#connected(),
      lost: () => this.#lost(),
      look: () => this.#look(),
    });
    byId("example").addEventListener("click", () => {
      this.composer.value = text("example");
      this.composer.focus();
    });
    document.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /// Begins for whoever the token names.
  async start() {
    const { person, conversations } = await this.server.conversations();
    this.me = person;
    this.places.load(person, conversations);
    const last = this.places.find(sessionStorage.getItem(`open ${person.id}`));
    this.render();
    await this.#open(last ?? this.places.all()[0]);
    this.watch.start();
  }

  stop() {
    this.watch.stop();
    this.me = null;
    this.places.open = null;
    this.composer.value = "";
    this.composer.replyTo = null;
    byId("banner").hidden = true;
  }

  /// Everything that words of the page are in; again after the language changed.
  render() {
    byId("me").textContent = this.me.name;
    byId("my-role").textContent = rolesOf(this.me);
    this.places.render();
    if (this.places.open) this.#renderPlace();
  }

  async #open(place) {
    const before = this.places.open;
    if (before) Object.assign(before, { draft: this.composer.value, replyTo: this.composer.replyTo });
    this.places.open = place;
    sessionStorage.setItem(`open ${this.me.id}`, place.id);
    this.composer.value = place.draft;
    this.composer.replyTo = place.replyTo;
    this.places.show(false);
    this.#renderPlace();
    if (mayFocus()) this.composer.focus();
    if (!place.items) await this.#fetch(place);
  }

  #renderPlace() {
    const place = this.places.open;
    const members = place.members > 1 ? ` · ${text("members", { count: place.members })}` : "";
    byId("place").textContent = nameOf(place);
    byId("place-note").textContent = text(`purpose_${place.purpose}`) + members;
    byId("words").placeholder = place.purpose === "direct" ? text("placeholder_direct") : text("placeholder_room");
    this.log.show(place.items ?? [], this.me, {
      press: (item, button, event) => this.server.press({ conversation: place.id, card: item.key, button, event }),
      reply: (item) => {
        this.composer.replyTo = item;
        this.composer.focus();
      },
      retry: (item) => this.#send(place, item),
    });
    this.#renderEmpty();
    this.places.markSeen(place);
    this.places.render();
  }

  #renderEmpty() {
    const place = this.places.open;
    const direct = place.purpose === "direct";
    const complains = direct && this.me.roles.some((role) => role === "koe" || role === "lead");
    byId("empty").hidden = !place.items || place.items.length > 0;
    byId("example").hidden = !complains;
    byId("empty-note").hidden = direct && !complains;
    byId("empty-title").textContent = complains ? text("empty_direct") : direct ? text("empty_member") : text("empty_room");
    byId("empty-note").textContent = complains ? text("empty_direct_note") : text("empty_room_note");
  }

  /// Reads the history anew and keeps what is not in it: what is on its way, and what arrived meanwhile.
  async #fetch(place) {
    const arrived = (place.fetching = []);
    let items;
    try {
      items = await this.server.history(place.id);
    } catch (error) {
      if (place.fetching === arrived) place.fetching = null;
      return this.#onError(error);
    }
    if (place.fetching !== arrived) return; // a newer one is under way
    place.fetching = null;
    const unsent = (place.items ?? []).filter((item) => item.state === "sending" || item.state === "failed");
    place.items = items;
    for (const item of [...arrived, ...unsent]) if (!items.some((other) => this.#isSame(other, item))) items.push(item);
    if (place === this.places.open) this.#renderPlace();
  }

  #isSame(a, b) {
    if (a.card || b.card) return a.key === b.key;
    if (a.event && b.event) return a.event === b.event;
    return a.account === b.account && a.text === b.text && Math.abs(a.at - b.at) < sameMoment;
  }

  #hear(kind, content) {
    const place = this.places.find(content.conversation);
    if (!place) return;
    place.latest = Math.max(place.latest, content.at);
    const known = place.items?.find((item) =>
      kind === "card" ? item.key === content.key : item.event && item.event === content.event,
    );
    if (known) this.#confirm(known);
    else this.#add(place, content);
    this.#markOpenSeen();
    this.places.render();
  }

  #add(place, item) {
    place.fetching?.push(item);
    if (!place.items) return;
    place.items.push(item);
    if (place !== this.places.open) return;
    this.log.add(item);
    this.#renderEmpty();
  }

  #say(words, replyTo) {
    const place = this.places.open;
    const item = {
      account: this.me.id, name: this.me.name, text: words, at: Date.now(),
      event: newEvent(), replyTo: replyTo?.key ?? "", state: "sending",
    };
    this.#add(place, item);
    this.#send(place, item);
  }

  async #send(place, item) {
    item.state = "sending";
    this.log.update(item);
    const me = this.me;
    try {
      await this.server.say({ conversation: place.id, text: item.text, event: item.event, reply_to: item.replyTo });
      this.#confirm(item);
    } catch (error) {
      if (this.me !== me) return;
      item.state = "failed";
      item.why = error instanceof Refused ? text("refused", { status: error.status }) : text("failed");
      this.log.update(item);
      byId("announcer").textContent = item.why;
      this.#onError(error);
    }
  }

  #confirm(item) {
    if (!item.state || item.state === "sent") return;
    item.state = "sent";
    this.log.update(item);
  }

  /// The stream stands: whatever was missed is in the history.
  #connected() {
    const banner = byId("banner");
    if (!banner.hidden) byId("announcer").textContent = text("back_online");
    banner.hidden = true;
    for (const place of this.places.all()) if (place.items) this.#fetch(place);
    this.#look();
  }

  #lost() {
    byId("banner").textContent = text("reconnecting");
    byId("banner").hidden = false;
  }

  async #look() {
    const me = this.me;
    try {
      const { conversations } = await this.server.conversations();
      if (this.me !== me) return;
      for (const { id, latest } of conversations) {
        const place = this.places.find(id);
        if (place) place.latest = Math.max(place.latest, latest);
      }
      this.#markOpenSeen();
      this.places.render();
    } catch (error) {
      if (this.me === me) this.#onError(error);
    }
  }

  #markOpenSeen() {
    if (this.places.open && !document.hidden) this.places.markSeen(this.places.open);
  }

  #onError(error) {
    if (this.me && error instanceof Refused && error.status === 401) this.signOut(text("link_over"));
  }

  #onKey(event) {
    if (!this.me) return;
    if (event.key === "Escape") this.places.show(false);
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.places.show(false);
    this.composer.focus();
  }
}
