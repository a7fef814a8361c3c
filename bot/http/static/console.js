// The page of the web chat: who are you, then the desk of that person.

import { make, oneStop, roving } from "./console_cards.js";
import { Desk } from "./console_desk.js";
import { Refused, Server } from "./console_server.js";
import { currentLanguage, languageOfBrowser, otherLanguage, rolesOf, text, triesOf, useLanguage } from "./console_words.js";
import { crack } from "./seam.js";

const byId = (id) => document.getElementById(id);
const pauseBeforeRetry = 3000;
const order = [
  "koe", "lead", "product_owner", "reviewer", "legal", "publisher", "member", "commander", "spokesperson", "auditor",
  "admin",
];

const server = new Server();
const desk = new Desk(server, (why) => signOut(why));
let people = null; // as the server listed them

function show(screen) {
  byId("choose").hidden = screen !== "choose";
  byId("desk").hidden = screen !== "desk";
}

function tile(person) {
  const button = make("button", "person");
  button.type = "button";
  button.append(make("strong", "", person.name), make("span", "role", rolesOf(person)), make("span", "tries", triesOf(person)));
  button.addEventListener("click", async () => {
    await server.signIn(person.id);
    await enter(person.language);
  });
  const item = make("li");
  item.append(button);
  return item;
}

/// Those who speak the reader's language first, then as work passes between them.
function inOrder(list) {
  const rank = (person) =>
    (person.language === currentLanguage() ? 0 : 100) + order.indexOf(person.roles.at(-1));
  return [...list].sort((a, b) => rank(a) - rank(b));
}

function renderChoice(why) {
  const choosing = people?.sign_in === "choose";
  document.title = `${text("brand")} · ${choosing ? text("choose_title") : text("link_title")}`;
  byId("choose-title").textContent = choosing ? text("choose_title") : text("link_title");
  const note = choosing ? (people.people.length > 0 ? text("choose_note") : text("choose_empty")) : text("link_note");
  byId("choose-note").textContent = why ? `${why} ${note}` : note;
  byId("people").replaceChildren(...(choosing ? inOrder(people.people).map(tile) : []));
  oneStop(byId("people"));
  show("choose");
}

async function choose(why) {
  people = await server.people();
  renderChoice(why);
}

async function enter(language) {
  await useLanguage(sessionStorage.getItem("language") ?? language ?? languageOfBrowser());
  show("desk");
  await desk.start();
}

async function signOut(why) {
  server.token = null;
  desk.stop();
  await choose(why);
  byId("choose-title").focus(); // where reading goes on after the desk is gone
}

async function switchLanguage() {
  sessionStorage.setItem("language", otherLanguage());
  await useLanguage(otherLanguage());
  if (desk.me) desk.render();
  else renderChoice();
}

/// A sign-in link carries its token behind #, where no server and no log sees it.
function takeTokenFromLink() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (!token) return;
  server.token = token;
  history.replaceState(null, "", location.pathname);
}

async function begin() {
  takeTokenFromLink();
  try {
    await useLanguage(sessionStorage.getItem("language") ?? languageOfBrowser());
    if (!server.token) return await choose();
    await enter((await server.conversations()).person.language);
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return signOut(text("link_over"));
    byId("choose-title").textContent = text("offline_title");
    byId("choose-note").textContent = text("offline_note");
    show("choose");
    setTimeout(begin, pauseBeforeRetry);
  }
}

roving(byId("people"));
byId("choose-seam").append(crack(4));
byId("choose-seam").classList.add("seam");
byId("switch-person").addEventListener("click", () => signOut());
for (const id of ["choose-language", "desk-language"]) byId(id).addEventListener("click", switchLanguage);
begin();
