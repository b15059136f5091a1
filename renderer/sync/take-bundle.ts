import { createSharedValue } from '#renderer/app/shared-value.ts';

const taken = createSharedValue<File | null>(null);

/** Takes in a file of changes, chosen or dropped anywhere; a dialog tells what came of it. */
export function takeBundle(file: File): void {
  taken.set(file);
}

export function closeBundle(): void {
  taken.set(null);
}

/** The file being taken in, or just taken. */
export function useTakenBundle(): File | null {
  return taken.useValue();
}
