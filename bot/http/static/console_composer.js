// Where a message is written: grows with what is pasted, Enter sends, counts when it gets too long.

import { text } from "./console_words.js";

const longest = 20_000; // code points, as the server counts

export class Composer {
  #replyTo = null;

  /// `send(words, replyTo)` is called with a text that may be sent.
  constructor(parts, send) {
    Object.assign(this, parts); // form, words, sendButton, tooLong, quote, quoted, unquote
    this.send = send;
    this.words.addEventListener("input", () => this.#measure());
    this.words.addEventListener("keydown", (event) => this.#onKey(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.unquote.addEventListener("click", () => {
      this.replyTo = null;
      this.focus();
    });
    this.#measure();
  }

  focus() {
    this.words.focus();
  }

  get value() {
    return this.words.value;
  }
  set value(words) {
    this.words.value = words;
    this.#measure();
  }

  get replyTo() {
    return this.#replyTo;
  }
  set replyTo(item) {
    this.#replyTo = item;
    this.quote.hidden = !item;
    if (item) this.quoted.textContent = text("replying_to", { title: item.card.title });
  }

  #onKey(event) {
    // An input method uses Enter to choose characters.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const words = this.words.value.trim();
    if (!words || this.sendButton.disabled) return;
    this.send(words, this.replyTo);
    this.value = "";
    this.replyTo = null;
    this.focus();
  }

  #measure() {
    const count = this.words.value.length > longest ? [...this.words.value].length : 0;
    this.tooLong.hidden = count <= longest;
    if (!this.tooLong.hidden)
      this.tooLong.textContent = text("too_long", { count: count.toLocaleString(document.documentElement.lang) });
    this.sendButton.disabled = !this.words.value.trim() || !this.tooLong.hidden;
    this.words.style.height = "auto";
    this.words.style.height = `${this.words.scrollHeight + 2}px`;
  }
}
