// A message that was answered is on disk, whatever happens to the process.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFolder, message, run, say, start, withConfig } from "./program.mjs";

const complaint = (number) => `开案 用户${number}说会员费又重复扣款两次,客服没人理,要求退款`;

/// Sends messages one after the other on several lanes until the process is gone; the events that were answered 200.
async function talkUntilKilled(program, secret, round) {
  const answered = [];
  let going = true;
  const lane = async (number) => {
    for (let i = 0; going; ++i) {
      const event = `r${round}-l${number}-${i}`;
      try {
        const answer = await say(program.url, secret, message(event, complaint(i)));
        if (answer.status === 200) answered.push(event);
      } catch {
        return; // the process is gone
      }
    }
  };
  const lanes = [1, 2, 3, 4].map(lane);
  while (answered.length < 25 + 10 * round) await new Promise((resume) => setImmediate(resume));
  await program.end("SIGKILL");
  going = false;
  await Promise.all(lanes);
  return answered;
}

async function metric(url, line) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found = text.split("\n").find((each) => each.startsWith(line));
  return found ? Number(found.split(" ").at(-1)) : 0;
}

test("what was answered before a kill is known after it, and is not done twice", async () => {
  const folder = makeFolder();
  try {
    const answered = [];
    for (let round = 0; round < 3; ++round)
      answered.push(...(await talkUntilKilled(await start(folder), folder.secret, round)));

    const program = await start(folder);
    for (const event of answered) {
      const number = Number(event.split("-").at(-1));
      assert.equal((await say(program.url, folder.secret, message(event, complaint(number)))).status, 200);
    }
    const repeated = 'kintsugi_intake_total{connection="console",result="repeated"}';
    assert.equal(await metric(program.url, repeated), answered.length);
    assert.equal((await fetch(`${program.url}/readyz`)).status, 200);
    assert.equal(await program.end("SIGTERM"), 0);

    assert.match(run(folder, "audit", "verify", ...withConfig(folder)).out, /verify/);
    const compared = run(folder, "rebuild", "--dry-run", ...withConfig(folder));
    assert.match(compared.out, / 0 differ/);
    const checked = run(folder, "check", ...withConfig(folder));
    assert.equal(checked.code, 0);
    const cases = Number(/(\d+) cases/.exec(checked.out)[1]);
    assert.ok(cases >= answered.length, `${cases} cases of ${answered.length} answered messages`);
  } finally {
    folder.remove();
  }
});

test("what was to be sent is sent after a kill", async () => {
  const folder = makeFolder();
  try {
    let program = await start(folder);
    const answer = say(program.url, folder.secret, message("only", complaint(1)));
    assert.equal((await answer).status, 200);
    await program.end("SIGKILL"); // between the answer and, perhaps, the delivery
    program = await start(folder);
    const until = Date.now() + 10_000;
    let card = false;
    while (!card && Date.now() < until) {
      const session = await fetch(`${program.url}/console/session`, {
        method: "POST",
        body: '{"person":"lin_ke"}',
        headers: { "content-type": "application/json" },
      });
      const { token } = await session.json();
      const history = await fetch(`${program.url}/console/history?conversation=dm:lin_ke`, {
        headers: { authorization: `Bearer ${token}` },
      });
      card = (await history.text()).includes("已开案 K-1001");
    }
    assert.ok(card);
    assert.equal(await metric(program.url, "kintsugi_outbox_waiting"), 0);
    await program.end("SIGTERM");
  } finally {
    folder.remove();
  }
});
