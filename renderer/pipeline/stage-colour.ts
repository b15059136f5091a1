import type { Stage } from '#shared/pipeline/contract.ts';

/** A stage's colour as CSS: strong enough to be seen in both themes. */
export function stageColour({ colour }: Pick<Stage, 'colour'>): string {
  return `var(--mantine-color-${colour}-6)`;
}
