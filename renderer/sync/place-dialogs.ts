import { createSharedValue } from '#renderer/app/shared-value.ts';

export type PlaceDialog =
  | {
      readonly type: 'move';
      readonly ids: readonly string[];
      /** What the client is called, where it is one. */
      readonly name: string;
      /** Whose they are now; undefined where they are of several. */
      readonly from?: string | null;
      readonly onMoved?: () => void;
    }
  | {
      readonly type: 'share';
      readonly id: string;
      readonly branchId: string | null;
      readonly sharedWith: readonly string[];
    };

const dialog = createSharedValue<PlaceDialog | null>(null);

/** Asks to which branch clients go, or which branches have a card too. */
export function openPlaceDialog(next: PlaceDialog): void {
  dialog.set(next);
}

export function closePlaceDialog(): void {
  dialog.set(null);
}

export function usePlaceDialog(): PlaceDialog | null {
  return dialog.useValue();
}
