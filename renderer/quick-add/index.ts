export { openQuickAdd } from './open-quick-add.ts';
