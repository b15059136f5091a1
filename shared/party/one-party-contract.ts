import { z } from 'zod';
import { byIdSchema, declare, notFound, refused } from '#shared/procedure.ts';

interface OneParty<Input extends z.ZodObject, Changes extends z.ZodObject, Output extends z.ZodObject> {
  /** First part of the REST path, such as "contacts". */
  readonly path: `${string}s`;
  readonly tag: string;
  readonly input: Input;
  /** The input with the id of the one to change. */
  readonly changes: Changes;
  readonly output: Output;
}

/** What can be done with one contact or one company: the same for both, but for their fields. */
export function onePartyContract<Input extends z.ZodObject, Changes extends z.ZodObject, Output extends z.ZodObject>({
  path,
  tag,
  input,
  changes,
  output,
}: OneParty<Input, Changes, Output>) {
  const one = path.slice(0, -1).replace('ie', 'y');
  const capital = `${one.slice(0, 1).toUpperCase()}${one.slice(1)}`;
  return {
    get: declare('party.see')
      .route({ method: 'GET', path: `/${path}/{id}`, tags: [tag], summary: `One ${one}, whole`, operationId: `get${capital}` })
      .errors(notFound)
      .input(byIdSchema)
      .output(output),
    create: declare('party.create')
      .route({
        method: 'POST',
        path: `/${path}`,
        tags: [tag],
        summary: `Add a ${one}`,
        operationId: `create${capital}`,
        successStatus: 201,
      })
      .errors(refused)
      .input(input)
      .output(output),
    /** Changes the fields named and leaves the others. */
    update: declare('party.edit')
      .route({ method: 'PATCH', path: `/${path}/{id}`, tags: [tag], summary: `Change a ${one}`, operationId: `update${capital}` })
      .errors({ ...notFound, ...refused })
      .input(changes)
      .output(output),
    /** Moves it to the recycle bin. */
    delete: declare('party.delete')
      .route({
        method: 'DELETE',
        path: `/${path}/{id}`,
        tags: [tag],
        summary: `Move a ${one} to the recycle bin`,
        operationId: `delete${capital}`,
      })
      .errors(notFound)
      .input(byIdSchema)
      .output(z.object({ actId: z.string() })),
  };
}
