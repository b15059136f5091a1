import { parseSync, Visitor, type JSXAttribute, type JSXExpressionContainer } from 'oxc-parser';

export type Untranslated = { readonly line: number; readonly text: string };

/** Attributes whose text a person reads or hears. */
const VISIBLE = new Set([
  'title',
  'label',
  'placeholder',
  'description',
  'alt',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'error',
]);

/**
 * Finds text with letters that stands in a component instead of in a message catalogue. What may stand: the product's own name,
 * the name of a key of the keyboard, and the key of a message, which the component it is given to looks up.
 */
export function findUntranslated(file: string, source: string, isMessageKey: (text: string) => boolean): readonly Untranslated[] {
  const { program } = parseSync(file, source);
  const found: Untranslated[] = [];
  const note = (text: string, offset: number): void => {
    const words = text.replaceAll('Cartera', '');
    if (/\p{L}/u.test(words) && !/^[A-Z]$/.test(words.trim()) && !isMessageKey(text)) {
      found.push({ line: source.slice(0, offset).split('\n').length, text: text.trim() });
    }
  };
  const noteContainer = (container: JSXExpressionContainer): void => {
    const { expression } = container;
    if (expression.type === 'Literal' && typeof expression.value === 'string') {
      note(expression.value, expression.start);
    } else if (expression.type === 'TemplateLiteral') {
      expression.quasis.forEach((quasi) => note(quasi.value.cooked ?? '', expression.start));
    }
  };
  const noteAttribute = ({ name, value }: JSXAttribute): void => {
    if (name.type !== 'JSXIdentifier' || !VISIBLE.has(name.name) || !value) {
      return;
    }
    if (value.type === 'Literal') {
      note(String(value.value), value.start);
    } else if (value.type === 'JSXExpressionContainer') {
      noteContainer(value);
    }
  };
  new Visitor({
    JSXText: ({ value, start }) => note(value, start),
    JSXElement: ({ children }) => children.forEach((child) => child.type === 'JSXExpressionContainer' && noteContainer(child)),
    JSXFragment: ({ children }) => children.forEach((child) => child.type === 'JSXExpressionContainer' && noteContainer(child)),
    JSXAttribute: noteAttribute,
  }).visit(program);
  return found;
}
