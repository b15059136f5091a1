import type { Translate } from '#renderer/app/text.ts';
import { pointLabels } from '#shared/party/fields.ts';

type PointLabel = (typeof pointLabels)[number];

/** A label as shown: ours in the user's language, the user's own words as they are. */
export function labelText(t: Translate, label: string): string {
  return isPointLabel(label) ? t(`party.label.${label}`) : label;
}

/** What is kept for a label as typed or chosen: the code of one of ours, or the words. */
export function labelFromText(t: Translate, text: string): string {
  const typed = text.trim();
  return pointLabels.find((label) => t(`party.label.${label}`).toLocaleLowerCase() === typed.toLocaleLowerCase()) ?? typed;
}

function isPointLabel(label: string): label is PointLabel {
  return (pointLabels as readonly string[]).includes(label);
}
