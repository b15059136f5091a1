export { openQuickAdd } from './open-quick-add.ts';
export type { QuickAddStart } from './open-quick-add.ts';
