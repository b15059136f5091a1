import { describe, expect, it } from 'vitest';
import { processMarkMessages } from '#shared/automation/process-mark-messages.ts';
import { readyProcesses } from '#shared/automation/processes/processes.ts';
import { languages } from '#shared/settings/contract.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('a ready process', () => {
  it.each(readyProcesses.flatMap(({ key }) => languages.map((language) => ({ key, language }))))(
    'of $key can work in $language: its rules are checked, and no words are left unfilled',
    async ({ key, language }) => {
      const { client } = await openTestCore({ language });
      const { automations } = await client.automation.installProcess({ key });
      const rules = await client.automation.list();
      expect(rules).toHaveLength(automations);
      expect(rules.every(({ process, isOn }) => process === key && isOn)).toBe(true);
      // What is left in braces is a field that rules know.
      const words = rules.map(({ name, actions }) => name + JSON.stringify(actions.map((action) => ({ ...action, type: '' }))));
      expect(words.flatMap((text) => text.match(/\{\w+\}/g) ?? [])).toEqual([]);
      expect(await client.call.scripts()).toHaveLength(1);
    },
  );

  it('is offered with its parts, and said to be in use once it is', async () => {
    const { client } = await openTestCore({ trade: 'windows', language: 'en' });
    const [before] = await client.automation.processes();
    expect(before).toMatchObject({
      key: 'windows',
      isInstalled: false,
      stages: ['Request', 'Measuring', 'Quote', 'Payment', 'Installation'],
    });
    expect(before?.parts.map((part) => part.key)).toEqual(['manager', 'measurer', 'estimator', 'installer']);
    await client.automation.installProcess({ key: 'windows' });
    const after = await client.automation.processes();
    expect(after.filter(({ isInstalled }) => isInstalled).map(({ key }) => key)).toEqual(['windows']);
  });

  it('uses the pipeline that is there, also when the shop spoke another language then', async () => {
    const { client } = await openTestCore({ trade: 'windows', language: 'es' });
    const there = await client.pipeline.addReady({ trade: 'windows' });
    await client.settings.update({ language: 'ru' });
    const { pipelineId } = await client.automation.installProcess({ key: 'windows' });
    expect(pipelineId).toBe(there.id);
    expect(await client.pipeline.list()).toHaveLength(1);
    expect((await client.pipeline.lostReasons()).length).toBeGreaterThan(3);
  });

  it('installed twice is there once, for the people named last', async () => {
    const { client } = await openTestCore({ trade: 'windows' });
    const measurer = await client.people.create({ name: 'Mario', role: 'specialist' });
    await client.automation.installProcess({ key: 'windows' });
    const before = await client.automation.list();
    await client.automation.installProcess({ key: 'windows', people: { measurer: [measurer.id] }, callMinutes: 30 });
    const after = await client.automation.list();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const actions = after.flatMap((rule) => rule.actions);
    const tasks = actions.filter((action) => action.type === 'createTask');
    expect(tasks.find(({ purpose }) => purpose === 'Measuring')?.assignee).toEqual({
      type: 'people',
      userIds: [measurer.id],
      by: 'turn',
    });
    expect(tasks.find(({ purpose }) => purpose === 'First call')?.due).toEqual({ type: 'after', amount: 30, unit: 'minutes' });
    expect(tasks.find(({ purpose }) => purpose === 'Price')?.assignee).toEqual({ type: 'role', role: 'owner', by: 'turn' });
    expect(await client.call.scripts()).toHaveLength(1);
  });

  it.each(readyProcesses.flatMap(({ key }) => languages.map((language) => ({ key, language }))))(
    'of $key marks its tasks in $language, and its rules and its script ask for the same words',
    async ({ key, language }) => {
      const { client } = await openTestCore({ language });
      await client.automation.installProcess({ key });
      const rules = await client.automation.list();
      const marksOf = (type: string) =>
        rules.flatMap(({ actions }) =>
          actions.flatMap((action) => (action.type === type && 'purpose' in action ? [action.purpose] : [])),
        );
      const given = marksOf('createTask');
      const known: readonly string[] = Object.values(processMarkMessages).map((texts) => texts[language]);
      expect(given.filter((mark) => !known.includes(mark))).toEqual([]);
      const asked = [...rules.flatMap(({ event }) => ('purpose' in event ? [event.purpose] : [])), ...marksOf('closeTasks')];
      const scripts = await client.call.scripts();
      expect([...asked, ...scripts.map(({ purpose }) => purpose)].filter((mark) => !given.includes(mark))).toEqual([]);
    },
  );

  it('is taken back as one', async () => {
    const { client } = await openTestCore({ trade: 'salon' });
    const { actId } = await client.automation.installProcess({ key: 'salon' });
    const { rows } = await client.history.acts({});
    expect(rows.find(({ id }) => id === actId)).toMatchObject({ kind: 'automation', subject: 'Beauty, hairdresser' });
    await client.history.undo({ id: actId });
    expect(await client.automation.list()).toEqual([]);
    expect(await client.pipeline.list()).toEqual([]);
    expect(await client.call.scripts()).toEqual([]);
    await expect(client.automation.installProcess({ key: 'salon' })).resolves.toMatchObject({ automations: expect.any(Number) });
  });

  it('is refused for parts and people that there are not, and when there is none of that name', async () => {
    const { client } = await openTestCore();
    const refused = (field: string, code: string) => ({ code: 'REFUSED', data: { field, code } });
    const nobody = '0198a000-0000-7000-8000-000000000000';
    await expect(client.automation.installProcess({ key: 'windows', people: { pilot: [] } })).rejects.toMatchObject(
      refused('people.pilot', 'unknownPart'),
    );
    await expect(client.automation.installProcess({ key: 'windows', people: { measurer: [nobody] } })).rejects.toMatchObject(
      refused('people.measurer', 'unknownPerson'),
    );
    await expect(client.automation.installProcess({ key: 'ships' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await client.pipeline.list()).toEqual([]);
  });
});
