import type { KeyboardEvent } from 'react';
import { useEffect, useId, useState } from 'react';

interface ListboxOptions {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onChoose: (index: number) => void;
}

/**
 * A list chosen from while typing in a field above it: arrows move, Enter chooses; the field keeps the focus and names
 * the active choice to screen readers. Spread `inputProps`, `listProps` and `optionProps(i)`.
 */
export function useListbox({ count, isOpen, onChoose }: ListboxOptions) {
  const listId = useId();
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, count - 1);
  const optionId = (index: number) => `${listId}-${index}`;
  const activeId = isOpen && active >= 0 ? optionId(active) : undefined;

  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || count === 0 || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % count);
    else if (event.key === 'Enter') onChoose(active);
    else return;
    event.preventDefault();
  };
  return {
    active,
    setActive,
    onKeyDown,
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      ...(activeId !== undefined && { 'aria-activedescendant': activeId }),
    } as const,
    listProps: { id: listId, role: 'listbox' } as const,
    optionProps: (index: number) =>
      ({
        id: optionId(index),
        role: 'option',
        'aria-selected': index === active,
        'data-active': index === active || undefined,
        onMouseMove: () => setActive(index),
        // The field keeps the focus.
        onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
        onClick: () => onChoose(index),
      }) as const,
  };
}
