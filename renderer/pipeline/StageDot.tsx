import { ColorSwatch } from '@mantine/core';
import { stageColour } from '#renderer/pipeline/stage-colour.ts';
import type { Stage } from '#shared/pipeline/contract.ts';

/** A stage's colour beside its name. */
export function StageDot({ stage }: { readonly stage: Pick<Stage, 'colour'> }) {
  return <ColorSwatch component="span" size={12} withShadow={false} color={stageColour(stage)} aria-hidden />;
}
