import { createSharedValue } from '#renderer/app/shared-value.ts';

const isOpen = createSharedValue(false);

/** Opens the form of a new request, from anywhere. */
export function openNewLead(): void {
  isOpen.set(true);
}

export function closeNewLead(): void {
  isOpen.set(false);
}

/** Whether the form of a new request is open. */
export function useNewLead(): boolean {
  return isOpen.useValue();
}
