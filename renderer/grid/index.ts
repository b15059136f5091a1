export { limitWidth } from './grid-column.ts';
export { RowsFailed } from './RowsFailed.tsx';
export { usePagedRows } from './use-paged-rows.ts';
export type { PagedRows } from './use-paged-rows.ts';
export { mostSelected, useSelection } from './use-selection.ts';
export type { Selection } from './use-selection.ts';
export { VirtualGrid } from './VirtualGrid.tsx';
