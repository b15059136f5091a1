interface Positioned {
  readonly id: string;
  readonly position: number;
}

/** The fields whose position changes when one moves up (-1) or down (1), with their new positions. */
export function moveField<Field extends Positioned>(
  fields: readonly Field[],
  index: number,
  step: -1 | 1,
): readonly Positioned[] {
  const order = [...fields];
  const [moved] = order.splice(index, 1);
  if (moved === undefined) return [];
  order.splice(Math.max(0, index + step), 0, moved);
  return order
    .map(({ id, position }, place) => ({ id, position: place, before: position }))
    .filter(({ position, before }) => position !== before)
    .map(({ id, position }) => ({ id, position }));
}
