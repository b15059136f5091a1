import { describe, expect, it } from 'vitest';
import { findCommands } from '#renderer/frame/find-commands.ts';

const commands = [{ text: 'Ir a: Últimos cambios' }, { text: 'Colores oscuros' }, { text: 'Νέα εταιρεία' }];

describe('findCommands', () => {
  it('finds by beginnings of words in any order, without accents or case', () => {
    expect(findCommands(commands, 'camb ULT')).toEqual([commands[0]]);
    expect(findCommands(commands, 'ΕΤΑΙΡΕΙΑ')).toEqual([commands[2]]);
  });

  it('shows all before anything is typed and none for what is not there', () => {
    expect(findCommands(commands, ' ')).toEqual(commands);
    expect(findCommands(commands, 'scuros')).toEqual([]);
  });
});
