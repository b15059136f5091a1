import type { FocusEvent, MouseEvent } from 'react';

const select = ({ currentTarget }: MouseEvent<HTMLInputElement> | FocusEvent<HTMLInputElement>) => currentTarget.select();

/** For a select that is searched by typing: what is typed takes the place of what was chosen. */
export const selectText = { onClick: select, onFocus: select } as const;
