import type { Client } from '#test/factories/clients.ts';
import { ask } from '#test/rights/calls.ts';
import type { Call } from '#test/rights/calls.ts';
import type { Judged, Tell } from '#test/rights/judge.ts';
import type { Model } from '#test/rights/naive-model.ts';
import type { WayIn } from '#test/rights/ways-in.ts';

/** What was called, one after another, and what was answered. */
export interface Asked {
  readonly calls: readonly Call[];
  readonly answers: readonly string[];
}

interface Comparing extends Asked {
  readonly way: WayIn;
  readonly tell: Tell;
}

/** What is typed is done by another process, whose clock goes on. */
const atItsOwnTime: ReadonlySet<WayIn> = new Set(['commandLine']);
const timeless = (text: string) => text.replaceAll(/\b1[789]\d{11}\b/g, 'now');

/** What is read is the same, whichever way it is asked. */
export async function compareWithInside(inside: Client, { calls, answers, way, tell }: Comparing) {
  if (way === 'inside' || atItsOwnTime.has(way)) return;
  for (const [index, call] of calls.entries()) {
    const [one, other] = [answers[index]!, await ask(inside, call)].map((text) =>
      lasting(text.replaceAll(/"(status|message)":("[^"]*"|\d+),/g, '')),
    );
    if (one !== other) tell(call.procedure.name, 'is answered otherwise than inside', difference(call, one!, other!));
  }
}

/** Everything is answered, and done, as where what is hidden isn't there. `known` are the ids of both. */
export async function compareWithTwin(
  twin: Client,
  { calls, answers, way, tell, known }: Comparing & { readonly known: ReadonlySet<string> },
) {
  for (const [index, call] of calls.entries()) {
    const [one, other] = [answers[index]!, await ask(twin, call)].map((text) =>
      plain(atItsOwnTime.has(way) ? timeless(text) : text, known),
    );
    if (one !== other) tell(call.procedure.name, 'differs where what is hidden isn’t there', difference(call, one!, other!));
  }
}

/** A hidden id is answered as one that never was. */
export async function compareWithUnknown(client: Client, model: Model, { call, text, tell }: Judged) {
  const said = JSON.stringify(call.input) ?? '';
  const ids = [...new Set(said.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))].filter((id) => model.hidden.has(id));
  if (ids.length === 0) return;
  const other = (id: string) => `00000000${id.slice(8)}`;
  let input = said;
  for (const id of ids) input = input.replaceAll(id, other(id));
  let answer = await ask(client, { ...call, input: JSON.parse(input) as unknown });
  for (const id of ids) answer = answer.replaceAll(other(id), id);
  if (answer !== text) tell(call.procedure.name, 'knows a hidden id', difference(call, text, answer));
}

/** An answer without what is another each time. */
function lasting(text: string): string {
  return text
    .replaceAll(/"id":"[0-9a-f]{12}"/g, '"id":"element"')
    .replaceAll(/"address":(null|"http[^"]*\/calendar[^"]*")/g, '"address":"calendar"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now');
}

/** The same with what is new called alike. */
function plain(text: string, known: ReadonlySet<string>): string {
  const fresh = new Map<string, string>();
  return lasting(text).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    if (known.has(id)) return id;
    if (!fresh.has(id)) fresh.set(id, `new ${fresh.size}`);
    return fresh.get(id)!;
  });
}

/** What was asked, and where two answers to it begin to differ. */
function difference({ input }: Call, one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 200);
  return `${JSON.stringify(input)}\n${one.slice(from, at + 300)}\n  <> ${other.slice(from, at + 300)}`;
}
