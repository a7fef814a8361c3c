// What the page asks of the server. The token lives in this tab only, so that each tab can be another person.

const patience = [1000, 2000, 4000]; // before a message that found no open door is shown as failed

export class Refused extends Error {
  constructor(status) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

/// The same for every attempt to send one thing, so that the server takes it once.
export function newEvent() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Server {
  get token() {
    return sessionStorage.getItem("token");
  }
  set token(value) {
    if (value) sessionStorage.setItem("token", value);
    else sessionStorage.removeItem("token");
  }

  people() {
    return this.#ask("/console/people");
  }
  async signIn(person) {
    this.token = (await this.#ask("/console/session", { person })).token;
  }
  conversations() {
    return this.#ask("/console/conversations");
  }
  async history(conversation) {
    return (await this.#ask(`/console/history?conversation=${encodeURIComponent(conversation)}`)).items;
  }
  say(what) {
    return this.#send("/console/say", what);
  }
  press(what) {
    return this.#send("/console/press", what);
  }

  /// Calls `heard(kind, content)` for each event until `close` of the result is called.
  listen(heard, lost) {
    const source = new EventSource(`/console/live?token=${encodeURIComponent(this.token)}`);
    for (const kind of ["hello", "said", "card"])
      source.addEventListener(kind, (event) => heard(kind, JSON.parse(event.data)));
    source.addEventListener("error", () => lost(source.readyState === EventSource.CLOSED));
    return source;
  }

  async #ask(path, body) {
    const headers = { authorization: `Bearer ${this.token}` };
    const request = { headers, cache: "no-store" };
    if (body !== undefined) {
      headers["content-type"] = "application/json";
      Object.assign(request, { method: "POST", body: JSON.stringify(body) });
    }
    const response = await fetch(path, request);
    if (!response.ok) throw new Refused(response.status);
    return response.json();
  }

  /// Tries again while the server is busy or away.
  async #send(path, body) {
    for (let attempt = 0; ; ++attempt) {
      try {
        return await this.#ask(path, body);
      } catch (error) {
        const final = error instanceof Refused && error.status < 500;
        if (final || attempt >= patience.length) throw error;
        await pause(patience[attempt]);
      }
    }
  }
}
