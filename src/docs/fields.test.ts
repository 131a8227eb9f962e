import { expect, test } from 'vitest';
import { described } from './description.fixtures';
import { membersTable } from './members-table';

test('every property, method, result field and field of a task says what it is', async () => {
  const { elements, contract } = await described;
  const tables = [
    ...elements.flatMap(({ properties, result }) => [properties, result.fields]),
    ...contract.map(({ fields }) => fields),
  ];
  const silent = tables.flatMap((fields) =>
    fields.filter((field) => membersTable('Fields', [field]).includes('<td></td>')).map(({ name }) => name),
  );
  expect(tables.length).toBeGreaterThan(15);
  expect(silent).toEqual([]);
  for (const { tag, properties, methods } of elements) {
    expect(properties.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['parameters', 'state', 'result', 'error', 'progress', 'notice', 'settled', 'describes']),
    );
    expect(methods.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['run', 'cancel', 'exportSVG', 'exportPNG', 'exportCSV', 'exportJSON']),
    );
    expect(
      methods.filter(({ description }) => description === '').map(({ name }) => name),
      tag,
    ).toEqual([]);
  }
});

test('types are those of the properties, for values that may be worked out too', async () => {
  const { elements } = await described;
  const typeOf = (tag: string, attribute: string) =>
    elements.find((one) => one.tag === tag)!.attributes.find((one) => one.attribute === attribute)!.type;
  expect(typeOf('gd-matrix-factorization', 'learning-rate')).toBe("readonly number[] | 'auto'");
  expect(typeOf('gd-matrix-factorization', 'epochs')).toBe("number | 'auto'");
  expect(typeOf('gd-conv1d', 'learning-rate')).toBe("number | 'auto'");
  expect(typeOf('gd-conv1d', 'iteration')).toBe('number | null');
});
