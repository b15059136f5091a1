import type { Typed } from '#core/host/command-line/command.ts';
import { UsageError } from '#core/host/command-line/faults.ts';

// Reads single values of what was typed; each throws a UsageError that names the flag.

/** The one argument of a command that takes one. */
export function onlyArgument({ positionals }: Typed, name: string): string {
  const [first, second] = positionals;
  if (first === undefined || first === '') throw new UsageError('argumentMissing', { argument: name });
  if (second !== undefined) throw new UsageError('argumentTooMany', { argument: second });
  return first;
}

export function noArgument({ positionals }: Typed) {
  const [first] = positionals;
  if (first !== undefined) throw new UsageError('argumentTooMany', { argument: first });
}

export function textFlag({ values }: Typed, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

export function countFlag(
  typed: Typed,
  name: string,
  limits: { readonly from: number; readonly to: number },
): number | undefined {
  const text = textFlag(typed, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < limits.from || value > limits.to)
    throw new UsageError('flagBadValue', { flag: `--${name}`, value: text, expected: `${limits.from}-${limits.to}` });
  return value;
}

export function choiceFlag<Choice extends string>(typed: Typed, name: string, choices: readonly Choice[]): Choice | undefined {
  const text = textFlag(typed, name);
  if (text === undefined) return undefined;
  const choice = choices.find((known) => known === text.toLowerCase());
  if (choice === undefined)
    throw new UsageError('flagBadValue', { flag: `--${name}`, value: text, expected: choices.join(' | ') });
  return choice;
}

/** What to do, and the file to do it with: "export FILE". */
export function verbAndFile<Verb extends string>(
  { positionals }: Typed,
  verbs: readonly Verb[],
): { readonly verb: Verb; readonly file: string } {
  const [typed, file, tooMany] = positionals;
  const verb = verbs.find((known) => known === typed);
  if (verb === undefined) throw new UsageError('argumentMissing', { argument: verbs.join('|') });
  if (file === undefined || file === '') throw new UsageError('argumentMissing', { argument: 'FILE' });
  if (tooMany !== undefined) throw new UsageError('argumentTooMany', { argument: tooMany });
  return { verb, file };
}
