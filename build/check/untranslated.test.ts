import { describe, expect, it } from 'vitest';
import { findUntranslated } from './untranslated.ts';

function textsIn(jsx: string): readonly string[] {
  return findUntranslated('x.tsx', `const x = ${jsx};`, (text) => text === 'common.save').map((found) => found.text);
}

describe('findUntranslated', () => {
  it.each([
    ['<p>Save</p>', 'Save'],
    ['<p>{"Сохранить"}</p>', 'Сохранить'],
    ['<>Guardar</>', 'Guardar'],
    ['<p>{`${n} rows`}</p>', '${n} rows'],
    ['<Button title="Undo" />', 'Undo'],
    ['<Button title="common.sav" />', 'common.sav'],
    ['<Button aria-label={"Undo"} />', 'Undo'],
    ['<Button placeholder={`Undo`} />', 'Undo'],
  ])('finds the text in %s', (jsx, text) => {
    expect(textsIn(jsx)).toEqual([text.replace('${n} ', '')]);
  });

  it.each([
    '<p>·</p>',
    '<p>12 — 3</p>',
    '<h1>Cartera</h1>',
    '<p className="wide" />',
    '<p>{t("save")}</p>',
    '<Button title={t("undo")} />',
    '<Kbd>N</Kbd>',
    '<Group title="common.save" />',
  ])('has nothing against %s', (jsx) => {
    expect(textsIn(jsx)).toEqual([]);
  });
});
