import { foldText } from '#shared/text/fold-text.ts';

/** What somebody proves with who they are. */
export const secretKinds = ['password', 'pin'] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Why a password or PIN can't be taken. */
export const secretFaults = ['tooShort', 'tooLong', 'notDigits', 'tooEasy'] as const;
export type SecretFault = (typeof secretFaults)[number];

export const shortestPassword = 8;
export const longestPassword = 200;
export const shortestPin = 4;
/** Whoever may set other people's passwords is worth more tries. */
export const shortestPinOfManager = 6;
export const longestPin = 12;

interface NewSecret {
  readonly kind: SecretKind;
  readonly secret: string;
  /** Whose it will be. */
  readonly name: string;
  readonly canManage: boolean;
}

/** What is wrong with a new password or PIN; null when it is good. */
export function secretFault({ kind, secret, name, canManage }: NewSecret): SecretFault | null {
  const isPin = kind === 'pin';
  if (isPin && !/^\d*$/.test(secret)) return 'notDigits';
  if (secret.length < shortestSecret(kind, canManage)) return 'tooShort';
  if (secret.length > (isPin ? longestPin : longestPassword)) return 'tooLong';
  return isRepeated(secret) || isStraight(secret) || guessed.has(foldText(secret)) || isName(secret, name) ? 'tooEasy' : null;
}

export function shortestSecret(kind: SecretKind, canManage: boolean): number {
  if (kind === 'password') return shortestPassword;
  return canManage ? shortestPinOfManager : shortestPin;
}

/** What thieves try first. */
const guessed = new Set([
  'password',
  'password1',
  'contrasena',
  'qwertyui',
  'qwertyuiop',
  'qwerty123',
  '1q2w3e4r',
  'iloveyou',
  'cartera1',
]);

function isRepeated(secret: string): boolean {
  return new Set(secret).size === 1;
}

/** "1234", "87654321", "abcdefgh". */
function isStraight(secret: string): boolean {
  const codes = [...secret].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

function isName(secret: string, name: string): boolean {
  return name !== '' && foldText(secret).replace(/\d+$/, '') === foldText(name).replaceAll(' ', '');
}
